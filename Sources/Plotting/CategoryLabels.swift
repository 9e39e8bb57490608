/// The labels of categories, broken into lines where they are long.
struct CategoryLabels {
  /// How wide a label may become where it has room of its own, in pixels.
  static let longest = 220.0
  /// The same for Vega, which reckons with four fifths of an em for each letter.
  static let limit = 310.0

  /// The lines of each label.
  let lines: [[String]]
  /// Whether they slant, as there is no room for them beside each other.
  let slant: Bool
  /// Whether some are left out, as there is no room for a line of each.
  let areThinned: Bool

  /// - Parameters:
  ///   - categories: the texts.
  ///   - place: the room for each along the axis in pixels; `nil` for an upright axis.
  init(_ categories: [String], place: Double?) {
    let size = TextSize.label
    guard let place else {
      lines = categories.map { size.broken($0, within: Self.longest) }
      (slant, areThinned) = (false, false)
      return
    }
    let broken = categories.map { size.broken($0, within: place - 6) }
    slant = broken.contains { $0.count > 3 || size.width(of: $0) > place - 6 }
    lines = slant ? categories.map { [$0] } : broken
    areThinned = place < 19
  }

  /// The width of the widest line in pixels.
  var width: Double { min(lines.map { TextSize.label.width(of: $0) }.max() ?? 0, Self.longest) }

  /// Vega-Lite's expression for the label of the category with the number that `index` works out.
  func expression(index: String) -> JSON {
    .string(JSON.array(lines.map { .array($0.map(JSON.string)) }).text + "[\(index)]")
  }
}
