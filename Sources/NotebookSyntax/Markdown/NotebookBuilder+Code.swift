import Documents

extension NotebookBuilder {
  /// A code block: a cell, a promise, a formula, or code that is only shown.
  mutating func code(_ node: CMarkNode, _ range: SourceRange) -> Block.Content {
    guard node.isFenced else {
      return .code(CodeBlock(language: "", text: masked.restore(node.literal)))
    }
    let fence = fence(of: node, range)
    let words = FenceWords(source, in: fence.info)
    switch FenceLanguage(words) {
    case .swift:
      return cell(node, range, words, fence)
    case .output:
      return output(node, range, words, fence)
    case .math:
      return math(node, range, words)
    case .markdown:
      quoteNotebook(range, words)
    case .misspelt(let word, let meant):
      reportMisspelt(word, meant)
      checkHeldFences(in: fence, node)
    case .other:
      checkHeldFences(in: fence, node)
      noteForeign(words, fence)
    }
    let name = node.fenceInfo.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    return .code(CodeBlock(language: masked.restore(name), text: masked.restore(node.literal)))
  }

  private mutating func reportMisspelt(_ word: FenceWords.Word, _ meant: String) {
    report(
      Diagnostic(
        .warning,
        .unknownFenceLanguage,
        meant == "swift"
          ? "'\(word.name)' is not Swift, so this code is only shown"
          : "'\(word.name)' is not 'output', so this text is only shown",
        help: "did you mean '\(meant)'?",
        in: source,
        at: word.range
      )
    )
  }

  /// Markdown that is a notebook in its own right, such as an example in a manual: it is shown as it
  /// is, and verified.
  private mutating func quoteNotebook(_ range: SourceRange, _ words: FenceWords) {
    let others = words.words.dropFirst()
    guard let word = others.first(where: { $0.name == "notebook" }) else {
      for word in others where intendedWord(word.name, in: ["notebook"]) != nil {
        report(
          Diagnostic(
            .warning,
            .unknownFenceWord,
            "there is no word '\(word.name)' for a fence of Markdown, so it is passed over",
            help: "did you mean 'notebook'?",
            in: source,
            at: word.range
          )
        )
      }
      return
    }
    let first = source.position(at: range.lowerBound)
    guard first.column == 1 else {
      report(
        Diagnostic(
          .error,
          .indentedNotebook,
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

  private mutating func cell(
    _ node: CMarkNode,
    _ range: SourceRange,
    _ words: FenceWords,
    _ fence: CodeFence
  ) -> Block.Content {
    let code = Self.contentLines(of: node.literal, under: range.lowerBound, in: source)
    if !reportFence(inCell: code, fence) { requireClosed(fence, range, around: code) }
    requireNoBackticks(words, fence)
    return .cell(cell(range, code, words, isHidden: false))
  }

  mutating func cell(
    _ range: SourceRange,
    _ code: Snippet,
    _ words: FenceWords,
    isHidden: Bool
  ) -> Cell {
    requireClosedQuote(words)
    var wrong: [Diagnostic] = []
    let options = CellOptions(words.words.dropFirst(), in: source) { wrong.append($0) }
    diagnostics += wrong
    if options.mode != .ignore { reportOptions(in: code) }
    if let label = options.label { labels.append(label) }
    if isHidden, let caption = options.caption { reportUnseen(caption) }
    let cell = Cell(
      id: range.lowerBound,
      range: range,
      code: readable(code),
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

  private mutating func reportUnseen(_ caption: SourceRange) {
    report(
      Diagnostic(
        .warning,
        .unseenCaption,
        "the page does not show this cell, nor its caption",
        help:
          "take the caption out, or let a fence hold the cell, with echo=false to hide its code",
        in: source,
        at: caption
      )
    )
  }

  private mutating func output(
    _ node: CMarkNode,
    _ range: SourceRange,
    _ words: FenceWords,
    _ fence: CodeFence
  ) -> Block.Content {
    let text = Self.contentLines(of: node.literal, under: range.lowerBound, in: source)
    if !reportFence(inText: text, fence, .error) { requireClosed(fence, range, around: text) }
    requireNoBackticks(words, fence)
    let options = OutputWords(words.words.dropFirst(), in: source) { diagnostics.append($0) }
    let output = OutputFence(range: range, text: text, rule: options.rule, cell: lastCell)
    outputs.append(output)
    return .output(output)
  }

  private mutating func math(_ node: CMarkNode, _ range: SourceRange, _ words: FenceWords)
    -> Block.Content
  {
    let tex = Self.contentLines(of: node.literal, under: range.lowerBound, in: source)
    noteForeignOptions(inMath: tex)
    var formula = formula(tex, style: .display, range)
    for word in words.words.dropFirst() {
      let text = source[word.range]
      guard text.hasPrefix("#") else {
        report(
          Diagnostic(
            .error,
            .unknownFenceWord,
            "'\(text)' is not a word for a math fence",
            help: "a label is written {#eq-NAME}",
            in: source,
            at: word.range
          )
        )
        continue
      }
      let name = word.range.lowerBound + 1..<word.range.upperBound
      let extra = Extra(
        kind: .label,
        range: word.range,
        content: Snippet(text: source[name], lineOrigins: [name.lowerBound])
      )
      formula.label = define(extra, as: [.equation])
    }
    return .formula(formula)
  }

  private mutating func requireClosedQuote(_ words: FenceWords) {
    guard let quote = words.unclosedQuote else { return }
    report(
      Diagnostic(
        .error,
        .unclosedQuote,
        "this quotation mark is never closed",
        help: "close it in the same line; \\\" is a quotation mark inside a text",
        in: source,
        at: quote
      )
    )
  }
}
