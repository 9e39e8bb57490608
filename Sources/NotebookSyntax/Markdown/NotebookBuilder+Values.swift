import Documents

extension NotebookBuilder {
  mutating func formula(_ extra: Extra, _ delimiters: FormulaDelimiters) -> Formula {
    formula(extra.content, style: delimiters.style, extra.range)
  }

  mutating func formula(_ tex: Snippet, style: Formula.Style, _ range: SourceRange) -> Formula {
    found.hasFormulas = true
    let whole = Formula(style: style, range: range, tex: tex, parts: [.tex(tex.text)])
    guard tex.text.utf8.contains(UInt8(ascii: "\\")) else { return whole }
    let read = FormulaTeX(tex.text)
    note(read.names, in: tex, style)
    found.commandSlips += read.slips.map { slip in
      let start = tex.origin(of: slip.lowerBound)
      return start..<start + slip.count
    }
    if let unclosed = read.unclosed {
      let start = tex.origin(of: unclosed)
      report(
        Diagnostic(
          .error,
          .unclosedValue,
          "the brace of this value is never closed",
          help: "close it before the formula ends",
          in: source,
          at: start..<start + 7
        )
      )
    }
    if read.directives.isEmpty { return whole }
    let lines = SnippetLines(tex)
    var parts: [Formula.Part] = []
    var at = 0
    func addTeX(to end: Int) {
      if end > at { parts.append(.tex(String(decoding: lines.bytes[at..<end], as: UTF8.self))) }
    }
    for directive in read.directives {
      addTeX(to: directive.range.lowerBound)
      let start = lines.origin(of: directive.range.lowerBound)
      let end = lines.origin(of: directive.range.upperBound - 1) + 1
      parts.append(.value(value(lines.trimmedPart(directive.expression), start..<end)))
      at = directive.range.upperBound
    }
    addTeX(to: lines.bytes.count)
    return Formula(style: style, range: range, tex: tex, parts: parts)
  }

  mutating func value(_ extra: Extra) -> InlineValue {
    value(
      extra.content,
      extra.range,
      written: extra.written.map { WrittenValue(text: source[$0], range: $0) }
    )
  }

  private mutating func value(
    _ expression: Snippet,
    _ range: SourceRange,
    written: WrittenValue? = nil
  ) -> InlineValue {
    if expression.text.isEmpty {
      report(
        Diagnostic(
          .error,
          .emptyValue,
          "there is no expression in this value",
          help: "write a Swift expression, such as `{swift} 1 + 1`",
          in: source,
          at: range
        )
      )
    }
    let value = InlineValue(
      id: range.lowerBound,
      range: range,
      expression: readable(expression),
      written: written
    )
    found.pieces.append(.value(value))
    return value
  }
}
