/// An array of numbers: a row vector in TeX, the ordinary list as plain text.
protocol NumberVector {
  var vectorTeX: String? { get }
}

/// An array of equally long, non-empty arrays of numbers.
protocol NumberMatrix {
  /// The matrix in NumPy's layout and in TeX; `nil` for rows of unequal length or without elements.
  var matrixBundle: DisplayBundle? { get }
}

extension Array: NumberVector where Element: NumberCell {
  var vectorTeX: String? {
    isEmpty ? nil : Grid([map(\.cellTeX)]).latex
  }
}

extension Array: NumberMatrix where Element: NumberRow {
  var matrixBundle: DisplayBundle? { Element.matrixBundle(of: self) }
}

/// An array of numbers as a row of a matrix.
protocol NumberRow {
  static func matrixBundle(of rows: [Self]) -> DisplayBundle?
}

extension Array: NumberRow where Element: NumberCell {
  static func matrixBundle(of rows: [[Element]]) -> DisplayBundle? {
    guard let columns = rows.first?.count, columns > 0 else { return nil }
    guard rows.allSatisfy({ $0.count == columns }) else { return nil }
    return DisplayBundle(
      plain: Element.matrixText(rows),
      [.latex: Grid(rows.map { $0.map(\.cellTeX) }).latex]
    )
  }
}
