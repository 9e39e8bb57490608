extension NotebookBuilder {
  /// A code block: a cell, a promise, a formula, or code that is only shown.
  mutating func code(_ node: CMarkNode, _ range: SourceRange) -> Block.Content {
    guard node.isFenced else {
      return .code(CodeBlock(language: "", text: masked.restore(node.literal)))
    }
    let words = FenceWords(source, in: infoRange(at: range.lowerBound))
    let language = words.words.first
    switch language?.range.isEmpty == false ? source[language?.range ?? 0..<0] : "" {
    case "swift":
      return cell(node, range, words)
    case "output":
      return output(node, range, words)
    case "math":
      return math(node, range, words)
    case "markdown":
      quoteNotebook(range, words)
      fallthrough
    default:
      let name = node.fenceInfo.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      return .code(CodeBlock(language: masked.restore(name), text: masked.restore(node.literal)))
    }
  }

  /// Markdown that is a notebook in its own right, such as an example in a manual: it is shown as it
  /// is, and verified.
  private mutating func quoteNotebook(_ range: SourceRange, _ words: FenceWords) {
    guard let word = words.words.dropFirst().first(where: { $0.name == "notebook" }) else { return }
    let first = source.position(at: range.lowerBound)
    guard first.column == 1 else {
      report(
        Diagnostic(
          .error,
          "indented-notebook",
          "a notebook cannot be quoted inside a list or a quote",
          help: "begin the fence at the beginning of a line, or take the word 'notebook' away",
          in: source,
          at: word.range
        )
      )
      return
    }
    let last = source.position(at: max(range.upperBound - 1, range.lowerBound)).line
    guard last > first.line, first.line < source.lineCount else { return }
    let content = source.lineStarts[first.line]..<source.lineStarts[last - 1]
    quotedNotebooks.append(source.part(content))
  }

  private mutating func cell(_ node: CMarkNode, _ range: SourceRange, _ words: FenceWords)
    -> Block.Content
  {
    let code = Self.contentLines(of: node.literal, under: range.lowerBound, in: source)
    requireClosedFence(range, code)
    return .cell(cell(range, code, words, isHidden: false))
  }

  private mutating func cell(
    _ range: SourceRange,
    _ code: Snippet,
    _ words: FenceWords,
    isHidden: Bool
  ) -> Cell {
    requireClosedQuote(words)
    var wrong: [Diagnostic] = []
    let options = CellOptions(words.words.dropFirst(), in: source) { wrong.append($0) }
    diagnostics += wrong
    if let label = options.label { labels.append(label) }
    let cell = Cell(
      id: range.lowerBound,
      range: range,
      code: code,
      mode: options.mode,
      startsProgram: options.startsProgram,
      isHidden: isHidden,
      showsCode: options.showsCode,
      showsOutput: options.showsOutput,
      isFolded: options.isFolded,
      label: options.label,
      caption: options.caption.map { fragment($0) }
    )
    pieces.append(.cell(cell))
    lastCell = cell.id
    return cell
  }

  private mutating func output(_ node: CMarkNode, _ range: SourceRange, _ words: FenceWords)
    -> Block.Content
  {
    let text = Self.contentLines(of: node.literal, under: range.lowerBound, in: source)
    requireClosedFence(range, text)
    let options = OutputWords(words.words.dropFirst(), in: source) { diagnostics.append($0) }
    let output = OutputFence(range: range, text: text, rule: options.rule, cell: lastCell)
    outputs.append(output)
    return .output(output)
  }

  private mutating func math(_ node: CMarkNode, _ range: SourceRange, _ words: FenceWords)
    -> Block.Content
  {
    let tex = Self.contentLines(of: node.literal, under: range.lowerBound, in: source)
    var formula = formula(tex, style: .display, range)
    for word in words.words.dropFirst() {
      let text = source[word.range]
      guard text.hasPrefix("{#"), text.hasSuffix("}") else {
        report(
          Diagnostic(
            .error,
            "unknown-fence-word",
            "'\(text)' is not a word for a math fence",
            help: "a label is written {#eq-NAME}",
            in: source,
            at: word.range
          )
        )
        continue
      }
      let name = word.range.lowerBound + 2..<word.range.upperBound - 1
      let extra = Extra(
        kind: .label,
        range: word.range,
        content: Snippet(text: source[name], lineOrigins: [name.lowerBound])
      )
      formula.label = define(extra, as: [.equation])
    }
    return .formula(formula)
  }

  /// Raw HTML, in which formulas and values may stand, or a hidden cell.
  mutating func html(_ node: CMarkNode) -> Block {
    let literal = node.literal
    let range = range(ofHTML: node, literal)
    if let words = hiddenCellWords(range, literal) {
      let end = source[range].offset(of: "-->").map { range.lowerBound + $0 + 3 }
      let whole = range.lowerBound..<(end ?? range.upperBound)
      if end == nil { reportUnclosedComment(whole) }
      let code = hiddenCode(literal, range)
      return Block(range: whole, content: .cell(cell(whole, code, words, isHidden: true)))
    }
    return Block(range: range, content: .html(htmlParts(literal)))
  }

  /// The words of `<!-- swift …`, if this is such a comment.
  private func hiddenCellWords(_ range: SourceRange, _ literal: String) -> FenceWords? {
    guard literal.drop(while: { $0 == " " }).hasPrefix("<!--") else { return nil }
    let line = source.lineRange(source.position(at: range.lowerBound).line)
    guard let mark = source[line].offset(of: "<!--") else { return nil }
    let start = min(line.lowerBound + mark + 4, line.upperBound)
    let end = source[start..<line.upperBound].offset(of: "-->").map { start + $0 }
    let words = FenceWords(source, in: start..<(end ?? line.upperBound))
    return words.words.first.map { source[$0.range] } == "swift" ? words : nil
  }

  private func hiddenCode(_ literal: String, _ range: SourceRange) -> Snippet {
    var lines = literal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines[0].contains("-->") { return Snippet(text: "", lineOrigins: [range.upperBound]) }
    lines.removeFirst()
    while let last = lines.last, !last.contains("-->"), lines.count > 1 { lines.removeLast() }
    if let last = lines.last, let end = last.offset(of: "-->") {
      lines[lines.count - 1] = String(decoding: Array(last.utf8)[..<end], as: UTF8.self)
      if lines[lines.count - 1].allSatisfy(\.isWhitespace) { lines.removeLast() }
    }
    let code = Self.contentLines(
      of: lines.joined(separator: "\n"),
      under: range.lowerBound,
      in: source
    )
    return code
  }

  private mutating func reportUnclosedComment(_ range: SourceRange) {
    report(
      Diagnostic(
        .error,
        "unclosed-comment",
        "this hidden cell is never closed, so all that follows belongs to it",
        help: "end it with -->",
        in: source,
        at: range.lowerBound..<range.lowerBound + 4
      )
    )
  }

  /// The bytes of the info string of the fence at an offset.
  private func infoRange(at fence: Int) -> SourceRange {
    let line = source.lineRange(source.position(at: fence).line)
    guard fence < line.upperBound else { return fence..<fence }
    var start = fence
    while start < line.upperBound, source.bytes[start] == UInt8(ascii: " ") { start += 1 }
    guard start < line.upperBound else { return start..<start }
    let character = source.bytes[start]
    while start < line.upperBound, source.bytes[start] == character { start += 1 }
    return start..<line.upperBound
  }

  private mutating func requireClosedFence(_ range: SourceRange, _ code: Snippet) {
    let first = source.position(at: range.lowerBound).line
    let last = source.position(at: max(range.upperBound - 1, range.lowerBound)).line
    let closing = source[source.lineRange(last)].drop { " >\t".contains($0) }
    if last > first, closing.hasPrefix("```") || closing.hasPrefix("~~~") { return }
    let info = infoRange(at: range.lowerBound)
    report(
      Diagnostic(
        .error,
        "unclosed-fence",
        "this fence is never closed, so all that follows belongs to it",
        help: "end it with a line of as many \(source[info.lowerBound - 1..<info.lowerBound])",
        in: source,
        at: range.lowerBound..<info.upperBound
      )
    )
  }

  private mutating func requireClosedQuote(_ words: FenceWords) {
    guard let quote = words.unclosedQuote else { return }
    report(
      Diagnostic(
        .error,
        "unclosed-quote",
        "this quotation mark is never closed",
        help: "close it in the same line; \\\" is a quotation mark inside a text",
        in: source,
        at: quote
      )
    )
  }
}

extension String {
  /// The offset of an ASCII mark, in UTF-8 code units.
  fileprivate func offset(of mark: String) -> Int? {
    HTMLMarkup.endIndex(after: mark, in: Array(utf8), from: 0).map { $0 - mark.utf8.count }
  }
}
