/// An array of structs or of labelled tuples as a table with one column a field.
///
/// Of more than 1,000 rows the first and last 3 are shown.
struct RecordTable {
  struct Cell {
    var text: String
    /// The text as a page shows it.
    var shown: String
    var isNumber: Bool

    init(_ text: String, isNumber: Bool) {
      self.text = text
      shown = text
      self.isNumber = isNumber
    }
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
    // The floating-point numbers among the values of each row that is shown.
    var numbers: [[Double?]] = []
    for element in elements {
      guard let element else {
        rows.append(nil)
        continue
      }
      guard Swift.type(of: element) == type else { return nil }
      let values = Mirror(reflecting: element).children.map(\.value)
      guard values.count == header.count else { return nil }
      rows.append(values.map(Self.cell))
      numbers.append(values.map(Self.decimal))
    }
    for column in header.indices { Self.format(column, &rows, numbers) }
    (self.header, self.rows) = (header, rows)
    isNumeric = header.indices.map { column in
      rows.allSatisfy { $0?[column].isNumber ?? true }
    }
  }

  /// The rows' texts with a row of dots for those left out.
  var texts: [[String]] { texts(\.text) }

  /// The same as a page shows them.
  var shownTexts: [[String]] { texts(\.shown) }

  private func texts(_ text: KeyPath<Cell, String>) -> [[String]] {
    rows.map { row in row?.map { $0[keyPath: text] } ?? header.map { _ in "..." } }
  }

  /// Gives the numbers of a column the digits that a reader can use.
  private static func format(_ column: Int, _ rows: inout [[Cell]?], _ numbers: [[Double?]]) {
    let values = numbers.compactMap { $0[column] }
    guard !values.isEmpty else { return }
    let format = ColumnFormat(values)
    var numbers = numbers[...]
    for index in rows.indices where rows[index] != nil {
      guard let number = numbers.popFirst()?[column] else { continue }
      rows[index]?[column].shown = format(number)
    }
  }

  /// A floating-point number as the `Double` of the same shortest decimal, which has no others' digits.
  private static func decimal(_ value: Any) -> Double? {
    switch value {
    case let optional as any ShownOptional: optional.shownValue.flatMap(decimal)
    case let number as any BinaryFloatingPoint: Double("\(number)")
    default: nil
    }
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
      return Cell(line, isNumber: false)
    case let optional as any ShownOptional:
      return optional.shownValue.map(cell) ?? Cell("nil", isNumber: true)
    default:
      return Cell(ValueText.of(value), isNumber: isNumber(value))
    }
  }

  private static func isNumber(_ value: Any) -> Bool {
    value is any BinaryFloatingPoint || value is any BinaryInteger || value is FormattedNumber
  }
}
