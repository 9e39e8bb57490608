import Documents

/// What labels name.
extension NotebookBuilder {
  /// Notes a label that names something.
  mutating func define(_ extra: Extra, as kinds: [Label.Kind]) -> Label? {
    let name =
      extra.content.origin(of: 0)..<extra.content.origin(of: 0) + extra.content.text.utf8.count
    let label = Label(name, in: source, allowed: kinds) { found.diagnostics.append($0) }
    if let label { found.labels.append(label) }
    if kinds != [.figure] { read(attributes: extra) }
    return label
  }

  /// Notes for which variant something is whose braces these are; other attributes count nowhere.
  mutating func read(attributes extra: Extra) {
    let attributes = BraceAttributes(extra.attributes, in: source)
    for name in attributes.variants { note(variant: name) }
    report(attributes.passedOver)
  }

  /// Notes that something is for one variant alone.
  /// - Parameter name: where its name stands.
  mutating func note(variant name: SourceRange) {
    found.variantMarks.append(VariantMark(variant: source[name], range: name))
  }

  /// A label with nothing before it that it could name: an author's error where it has one of our
  /// prefixes, otherwise a text that happens to look like a label.
  mutating func addLooseLabel(_ extra: Extra, to line: inout InlineLine) {
    line.append(text: source[extra.range])
    guard let kind = Label.kind(ofName: extra.content.text) else { return }
    report(
      Diagnostic(
        .error,
        .looseLabel,
        "the label '\(extra.content.text)' names nothing here",
        help:
          "a label for \(kind.article) \(kind.word) stands \(kind.place(of: extra.content.text))",
        in: source,
        at: extra.range
      )
    )
  }

  /// Tells of `holds` that stands behind no display formula.
  func looseClaim(_ claim: Formula.Claim?) -> Diagnostic? {
    claim.map { claim in
      Diagnostic(
        .error,
        .looseClaim,
        "only a display formula holds",
        help: "write it right behind one: $$…$$ {#eq-name holds}",
        in: source,
        at: claim.range
      )
    }
  }

  /// Notes what `\label`, `\ref` and `\eqref` in a formula name.
  mutating func note(_ names: [FormulaTeX.Name], in tex: Snippet, _ style: Formula.Style) {
    for name in names where name.line < tex.lineOrigins.count {
      let start = tex.lineOrigins[name.line] + name.column
      let range = start..<start + name.text.utf8.count
      switch name.command {
      case .label where style == .display:
        found.labels.append(Label(kind: .equation, name: name.text.normalized, range: range))
      case .label:
        report(
          Diagnostic(
            .warning,
            .looseLabel,
            "the label '\(name.text)' names nothing, for a formula in a line has no number",
            help: "write the formula between $$ and $$, or take the label out",
            in: source,
            at: range
          )
        )
      case .ref:
        found.labelUses.append(LabelUse(name: name.text.normalized, range: range, notation: .ref))
      case .eqref:
        found.labelUses.append(LabelUse(name: name.text.normalized, range: range, notation: .eqref))
      }
    }
  }
}

extension Label.Kind {
  var article: String { [.equation, .example, .exercise].contains(self) ? "an" : "a" }

  /// Where a label of this kind stands.
  fileprivate func place(of name: String) -> String {
    switch self {
    case .equation: "right after a display formula"
    case .figure: "right after an image; a cell's is written label=\(name)"
    case .section: "at the end of a heading"
    case .table:
      "at the end of a line ': caption' under a table; a cell's is written label=\(name)"
    case .listing: "in a cell's fence, as label=\(name)"
    case .theorem, .definition, .lemma, .proposition, .corollary, .example, .remark, .exercise:
      "at the end of a line '> [!\(word.uppercased())]'"
    }
  }
}
