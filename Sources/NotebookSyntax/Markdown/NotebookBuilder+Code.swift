import Documents

extension NotebookBuilder {
  /// A code block: a cell, a promise, a formula, or code that is only shown.
  mutating func code(_ node: CMarkNode, _ range: SourceRange) -> Block.Content {
    // What is left of a comment was none of a cell's.
    defer { dropComment() }
    guard node.isFenced else {
      if readsPlainCode { return .cell(plainCell(node, range)) }
      return .code(CodeBlock(language: "", text: masked.restore(node.literal)))
    }
    let fence = CodeFence(in: source, at: range.lowerBound)
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
      report(fence.fenceHeld(byOther: node.literal))
    case .other where readsPlainCode && words.words.isEmpty:
      return cell(node, range, words, fence)
    case .other:
      report(fence.fenceHeld(byOther: node.literal))
      if let cell = ForeignMark.cell(of: words, in: source) {
        report(cell)
      } else {
        note(foreign: ForeignMark.diagnostic(of: words, fence, in: source))
      }
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
    found.quotedNotebooks.append(source.part(content))
  }

  private mutating func cell(
    _ node: CMarkNode,
    _ range: SourceRange,
    _ words: FenceWords,
    _ fence: CodeFence
  ) -> Block.Content {
    let code = fence.content(node.literal)
    report(fence.fenceHeld(byCell: code) ?? fence.unclosed(range, around: code))
    report(fence.backticks(in: words))
    return .cell(cell(range, code, words, isHidden: false))
  }

  /// The code, or none of it where no parser may see it, which is an error at the place.
  mutating func readable(_ code: Snippet) -> Snippet {
    guard let excess = SwiftDepth.diagnostic(of: code, in: source) else { return code }
    report(excess)
    return Snippet(text: "", lineOrigins: Array(code.lineOrigins.prefix(1)))
  }

  /// A cell that is indented instead of fenced.
  private mutating func plainCell(_ node: CMarkNode, _ range: SourceRange) -> Cell {
    let line = source.position(at: range.lowerBound).line
    let code = Snippet(literal: node.literal, from: line, in: source)
    let words = FenceWords(source, in: range.lowerBound..<range.lowerBound)
    return cell(range, code, words, isHidden: false)
  }

  mutating func cell(
    _ range: SourceRange,
    _ code: Snippet,
    _ words: FenceWords,
    isHidden: Bool
  ) -> Cell {
    report(words.unclosedQuote(in: source))
    let all = words.words.dropFirst() + (isHidden ? [] : takeComment())
    let options = CellOptions(all, in: source) { found.diagnostics.append($0) }
    if options.mode != .ignore { report(QuartoOption.diagnostics(of: code, in: source)) }
    if let label = options.label { found.labels.append(label) }
    if let variant = options.variant { note(variant: variant) }
    if isHidden, let caption = options.caption { reportUnseen(caption) }
    let cell = Cell(
      id: range.lowerBound,
      range: range,
      code: readable(code),
      mode: options.isForOtherPlatform ? .ignore : options.mode,
      startsProgram: options.startsProgram,
      isIsolated: options.isIsolated,
      group: options.group,
      isHidden: isHidden,
      showsCode: options.showsCode,
      showsOutput: options.showsOutput,
      isFolded: options.isFolded,
      isPlain: words.words.isEmpty,
      exemption: options.isForOtherPlatform ? .platform : nil,
      label: options.label,
      caption: options.caption.map { caption($0) }
    )
    found.pieces.append(.cell(cell))
    if !isHidden { takeExpectation(of: cell) }
    lastCell = cell.id
    return cell
  }

  /// What `caption="…"` says. There a quotation mark must have a backslash, which says nothing about typography.
  private mutating func caption(_ range: SourceRange) -> [Inline] {
    let inlines = fragment(range)
    return inlines.withoutEscapes(of: "\"") ?? inlines
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
    let text = fence.content(node.literal)
    report(fence.fenceHeld(byText: text, .error) ?? fence.unclosed(range, around: text))
    report(fence.backticks(in: words))
    let options = OutputWords(words.words.dropFirst(), in: source) { found.diagnostics.append($0) }
    let output = OutputFence(range: range, text: text, rule: options.rule, cell: lastCell)
    found.outputs.append(output)
    return .output(output)
  }

  private mutating func math(_ node: CMarkNode, _ range: SourceRange, _ words: FenceWords)
    -> Block.Content
  {
    let tex = Snippet(literal: node.literal, under: range.lowerBound, in: source)
    note(foreign: ForeignMark.options(inMath: tex, in: source))
    var formula = formula(tex, style: .display, range)
    for word in words.words.dropFirst() {
      let text = source[word.range]
      if text == "holds", let last = words.words.last {
        formula.claim = Formula.Claim(
          range: word.range.lowerBound..<last.range.upperBound,
          words: word.range.upperBound..<last.range.upperBound
        )
        break
      }
      guard text.hasPrefix("#") else {
        report(
          Diagnostic(
            .error,
            .unknownFenceWord,
            "'\(text)' is not a word for a math fence",
            help:
              "a label is written {#eq-NAME}, and {#eq-NAME holds} says that the formula is true",
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
}

extension FenceWords {
  /// Tells of a quotation mark that is never closed.
  fileprivate func unclosedQuote(in source: SourceText) -> Diagnostic? {
    unclosedQuote.map { quote in
      Diagnostic(
        .error,
        .unclosedQuote,
        "this quotation mark is never closed",
        help: "close it in the same line; \\\" is a quotation mark inside a text",
        in: source,
        at: quote
      )
    }
  }
}
