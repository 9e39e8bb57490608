/// A formula as it is put on a page.
public struct TypesetFormula: Hashable, Sendable, Codable {
  /// An `svg` element, hidden from screen readers. Its glyphs are `use` elements that refer to the
  /// page's ``FormulaSession/definitions``; its colour is the text's.
  public internal(set) var svg: String
  /// A `math` element for screen readers, without identifiers.
  public internal(set) var mathML: String
  /// How wide it is, in `ex`. A wide formula is at least so wide.
  public let width: Double
  /// How high it is above and below the baseline together, in `ex`.
  public let height: Double
  /// How far it reaches below the baseline, in `ex`.
  public let depth: Double
  /// Whether it takes the line's whole width, as one with a number does.
  public let isWide: Bool
  /// The labels that it defines.
  public let labels: [FormulaLabel]
  /// The number of the next equation.
  public internal(set) var nextNumber: Int
}

/// A `\label` of a formula.
public struct FormulaLabel: Hashable, Sendable, Codable {
  /// The label's name.
  public let name: String
  /// What is printed in the parentheses, such as `3`; it may hold TeX between dollars.
  public let tag: String
  /// The identifier of its number's element in the SVG.
  public let id: String
}
