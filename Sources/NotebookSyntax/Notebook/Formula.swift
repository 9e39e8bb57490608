import Documents

/// Mathematics, as TeX.
public struct Formula: Sendable, Hashable, Codable {
  /// Whether it is part of a line or stands by itself.
  public enum Style: Sendable, Hashable, Codable {
    case inline, display
  }

  /// A stretch of TeX, or a value that a notebook computes.
  public enum Part: Sendable, Hashable, Codable {
    case tex(String)
    case value(InlineValue)
  }

  /// Whether it is part of a line or stands by itself.
  public var style: Style
  /// The formula with its delimiters.
  public var range: SourceRange
  /// The TeX between the delimiters, byte for byte, with each `\swift{…}` as written.
  public var tex: Snippet
  /// The TeX and the values in it, in order.
  public var parts: [Part]
  /// `{#eq-…}` after a display formula.
  public var label: Label?
  /// `holds` behind it, by which its author says that it is true.
  public var claim: Claim?

  /// That a formula is true, as its author says.
  public struct Claim: Sendable, Hashable, Codable {
    /// The word `holds` and all that belongs to it.
    public var range: SourceRange
    /// What stands behind the word, such as `for x > 0`.
    public var words: SourceRange
  }

  /// The TeX with each value put in its place.
  /// - Parameter latex: the TeX of a value.
  public func tex(replacingValuesBy latex: (InlineValue) -> String) -> String {
    parts.reduce(into: "") { result, part in
      switch part {
      case .tex(let tex): result += tex
      case .value(let value): result += latex(value)
      }
    }
  }
}
