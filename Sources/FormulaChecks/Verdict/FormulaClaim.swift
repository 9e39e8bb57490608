/// A formula that its author says is true.
public struct FormulaClaim: Sendable, Hashable, Codable {
  /// Its TeX, with values put in.
  public var tex: String
  /// Its label, by which letters may be declared; empty for none.
  public var label: String
  /// What stands behind `holds`, such as `for x > 0 to 1e-9`.
  public var words: String
  /// Whether it is only tried, so that what cannot be read is no error.
  public var isTried: Bool
  /// Where in the TeX values stand that were rounded, in bytes.
  public var rounded: [Range<Int>]

  /// - Parameters:
  ///   - tex: its TeX, with values put in.
  ///   - label: its label; empty for none.
  ///   - words: what stands behind `holds`.
  ///   - isTried: whether it is only tried.
  ///   - rounded: where values stand that were rounded.
  public init(
    tex: String,
    label: String = "",
    words: String = "",
    isTried: Bool = false,
    rounded: [Range<Int>] = []
  ) {
    self.tex = tex
    self.label = label
    self.words = words
    self.isTried = isTried
    self.rounded = rounded
  }
}

/// What came of a claim.
public enum FormulaVerdict: Sendable, Hashable, Codable {
  /// It held for so many samples.
  case holds(samples: Int)
  /// It does not hold.
  case fails(FormulaProblem)
  /// Nobody knows, for the reasons that are told.
  case unknown([FormulaProblem])
}

/// Something that is wrong with a claim or with what its letters mean.
public struct FormulaProblem: Sendable, Hashable, Codable {
  /// Where something is wrong.
  public enum Subject: Sendable, Hashable, Codable {
    /// In the formula.
    case formula
    /// In the words behind `holds`.
    case words
    /// In a line of the symbols, by its number.
    case symbols(line: Int)
  }

  /// What is wrong, in a sentence without a full stop.
  public var message: String
  /// What to do about it.
  public var help: String
  /// Where it is wrong.
  public var subject: Subject
  /// Which bytes of it are meant; `nil` for all.
  public var place: Range<Int>?
  /// Whether the TeX itself is wrong.
  public var isOfTeX = false

  /// - Parameters:
  ///   - message: what is wrong.
  ///   - help: what to do about it.
  ///   - subject: where it is wrong.
  ///   - place: which bytes are meant.
  public init(_ message: String, help: String, in subject: Subject, at place: Range<Int>? = nil) {
    self.message = message
    self.help = help
    self.subject = subject
    self.place = place
  }

  init(_ fault: ReadingFault, in subject: Subject, offset: Int = 0) {
    self.init(
      fault.message,
      help: fault.help,
      in: subject,
      at: fault.place.map { $0.lowerBound + offset..<$0.upperBound + offset }
    )
  }
}
