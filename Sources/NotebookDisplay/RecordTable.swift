/// An array of structs or of labelled tuples as a table with one column a field.
///
/// Of more than 1,000 rows the first and last 3 are shown.
struct RecordTable {
  struct Cell {
    var text: String
    var isNumber: Bool
  }

  let header: [String]
  /// The rows, each as long as the header; `nil` where dots stand for rows that are left out.
  let rows: [[Cell]?]
  /// For each column, whether every value in it is a number.
  let isNumeric: [Bool]

  /// - Returns: `nil` unless the array has elements, all of one such type without a form of its own.
  init?(_ list: any ShownList) {
    let elements = list.shownElements
    guard let first = elements.first ?? nil, let header = Self.header(of: first) else { return nil }
    let type = type(of: first)
    var rows: [[Cell]?] = []
    for element in elements {
      guard let element else {
        rows.append(nil)
        continue
      }
      guard Swift.type(of: element) == type else { return nil }
      let cells = Mirror(reflecting: element).children.map { Self.cell($0.value) }
      guard cells.count == header.count else { return nil }
      rows.append(cells)
    }
    (self.header, self.rows) = (header, rows)
    isNumeric = header.indices.map { column in
      rows.allSatisfy { $0?[column].isNumber ?? true }
    }
  }

  /// The rows' texts with a row of dots for those left out.
  var texts: [[String]] {
    rows.map { $0?.map(\.text) ?? header.map { _ in "..." } }
  }

  private static func header(of element: Any) -> [String]? {
    if element is any Displayable || element is any CustomStringConvertible
      || element is any ShownOptional || element is any ShownList
    {
      return nil
    }
    let mirror = Mirror(reflecting: element)
    guard mirror.displayStyle == .struct || mirror.displayStyle == .tuple else { return nil }
    let names = mirror.children.compactMap(FieldName.of)
    return names.isEmpty || names.count != mirror.children.count ? nil : names
  }

  private static func cell(_ value: Any) -> Cell {
    switch value {
    case let text as any StringProtocol:
      let line = Escape.replacing(in: String(text)) { $0 == "\n" || $0 == "\r" ? " " : nil }
      return Cell(text: line, isNumber: false)
    case let optional as any ShownOptional:
      return optional.shownValue.map(cell) ?? Cell(text: "nil", isNumber: true)
    default:
      return Cell(text: ValueText.of(value), isNumber: isNumber(value))
    }
  }

  private static func isNumber(_ value: Any) -> Bool {
    value is any BinaryFloatingPoint || value is any BinaryInteger || value is FormattedNumber
  }
}
