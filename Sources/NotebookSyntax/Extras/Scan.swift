import Documents

/// What an ``ExtraScanner`` finds.
struct Scan {
  /// In the order of the source.
  var extras: [Extra] = []
  var footnotes = FootnoteMarks()
  var links = LinkDefinitions()
  /// What is wrong.
  var diagnostics: [Diagnostic] = []
  /// Marks that are other programs', and where they begin.
  private var marks: [(start: Int, mark: ForeignMark)] = []
  /// What is said of the names of addresses.
  private var names: [Diagnostic] = []

  /// Notes a mark of another program.
  mutating func note(_ mark: ForeignMark?, at start: @autoclosure () -> Int) {
    if let mark { marks.append((start(), mark)) }
  }

  /// Notes what is said of an address' name.
  mutating func note(addressName diagnostic: Diagnostic) { names.append(diagnostic) }

  /// Says what belongs to a mention that was found.
  mutating func setBrackets(_ brackets: Mention.Brackets, of extra: Int) {
    guard case .mention(var mention) = extras[extra].kind else { return }
    mention.brackets = brackets
    extras[extra].kind = .mention(mention)
  }

  /// What is said of marks that are other programs' and do not stand in formulas or values.
  func foreign(in source: SourceText) -> [Diagnostic] {
    var hidden = extras[...]
    var last = 0
    let told = marks.sorted { $0.start < $1.start }.compactMap { start, mark -> Diagnostic? in
      while let first = hidden.first, first.range.upperBound <= start { hidden.removeFirst() }
      if let first = hidden.first, first.range.contains(start), first.hidesText { return nil }
      // What is within a mark belongs to it.
      guard start >= last else { return nil }
      last = start + mark.length
      return mark.diagnostic(in: source, at: start)
    }
    return told + names
  }
}

extension Extra {
  /// Whether what stands in it is not Markdown.
  fileprivate var hidesText: Bool {
    switch kind {
    case .label, .literal, .escape: false
    case .formula, .value, .mention, .reference: true
    }
  }
}
