import Documents

/// The words that a fence of Swift may bear.
struct CellOptions {
  var mode = Cell.Mode.run
  var startsProgram = false
  /// Whether the cell is a program of its own.
  var isIsolated = false
  /// The name of the cells that are one program with it.
  var group: String?
  /// The platform that it is for, where that is another one than this.
  var isForOtherPlatform = false
  var showsCode = true
  var showsOutput = true
  var isFolded = false
  var label: Label?
  /// Where the caption's Markdown stands.
  var caption: SourceRange?
  /// The name of the one variant that has the cell.
  var variant: SourceRange?

  private static let vocabulary = FenceVocabulary(
    fence: "a Swift fence",
    flags: ["ignore", "no-run", "compile-fail", "should-crash", "reset", "isolated", "fold"],
    settings: ["echo", "output", "label", "caption", "group", "platform", "only"],
    example: "…"
  )

  /// - Parameters:
  ///   - words: what follows `swift`.
  ///   - source: the document.
  ///   - report: takes what is wrong.
  init(_ words: some Sequence<FenceWords.Word>, in source: SourceText, report: (Diagnostic) -> Void)
  {
    var modeWord: String?
    for word in words {
      switch (word.name, word.value) {
      case ("reset", nil): startsProgram = true
      case ("fold", nil): isFolded = true
      case ("isolated", nil): isIsolated = true
      case ("group", let value?): group = source[value]
      case ("platform", let value?):
        isForOtherPlatform = Platform.isOther(source[value], at: value, in: source, report)
      case ("ignore", nil), ("no-run", nil), ("compile-fail", nil), ("should-crash", nil):
        if let other = modeWord, other != word.name {
          report(Self.contradiction(word, other, in: source))
        }
        modeWord = word.name
        mode = Cell.Mode(rawValue: word.name) ?? .run
      case ("echo", let value?):
        showsCode = Self.boolean(word, value, in: source, report) ?? true
      case ("output", let value?):
        showsOutput = Self.boolean(word, value, in: source, report) ?? true
      case ("label", let value?):
        label = Label(value, in: source, allowed: [.figure, .table, .listing], report: report)
      case ("caption", let value?):
        caption = value
      case ("only", let value?):
        variant = value
      case (let name, nil) where name.hasPrefix("#"):
        let value = word.range.lowerBound + 1..<word.range.upperBound
        label = Label(value, in: source, allowed: [.figure, .table, .listing], report: report)
      default:
        if let wrong = Self.vocabulary.wrong(word, in: source) { report(wrong) }
      }
    }
  }

  /// Whether a word means something, or was meant to: that is told elsewhere.
  static func knows(_ name: String) -> Bool {
    let names = vocabulary.flags + vocabulary.settings
    return names.contains(name) || name.hasPrefix("#") || intendedWord(name, in: names) != nil
  }

  private static func boolean(
    _ word: FenceWords.Word,
    _ value: SourceRange,
    in source: SourceText,
    _ report: (Diagnostic) -> Void
  ) -> Bool? {
    if let value = Bool(source[value].lowercased()) { return value }
    report(
      Diagnostic(
        .error,
        .wrongFenceValue,
        "'\(word.name)' is true or false, not '\(source[value])'",
        help: "write \(word.name)=false to hide it",
        in: source,
        at: value
      )
    )
    return nil
  }

  private static func contradiction(_ word: FenceWords.Word, _ other: String, in source: SourceText)
    -> Diagnostic
  {
    Diagnostic(
      .error,
      .contradictingFenceWords,
      "a cell cannot be both '\(other)' and '\(word.name)'",
      help: "leave one of them out",
      in: source,
      at: word.range
    )
  }
}

extension Label {
  /// A label whose name stands at a place, if it has one of the kinds that may stand there.
  init?(
    _ range: SourceRange,
    in source: SourceText,
    allowed: [Kind],
    report: (Diagnostic) -> Void
  ) {
    let name = source[range].normalized
    if let kind = Label.kind(ofName: name), allowed.contains(kind) {
      self.init(kind: kind, name: name, range: range)
      return
    }
    let prefixes = allowed.map { "'\($0.rawValue)-'" }
    let list =
      prefixes.count > 1
      ? prefixes.dropLast().joined(separator: ", ") + " or " + (prefixes.last ?? "") : prefixes[0]
    report(
      Diagnostic(
        .error,
        .wrongLabel,
        "the label '\(name)' does not fit here",
        help: "a label here begins with \(list)",
        in: source,
        at: range
      )
    )
    return nil
  }
}
