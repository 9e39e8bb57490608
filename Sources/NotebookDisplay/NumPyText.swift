/// Arrays of numbers as NumPy prints them, so that figures can be compared with Python's line by
/// line.
///
/// The rules are those of NumPy 2's `print`: at most 8 decimals; zeros at the end give way to
/// spaces; every element gets an exponent if one is 1e8 or more, one is below 1e-4, or the largest
/// is over 1,000 times the smallest (zeros aside); lines of at most 75 characters; of more than
/// 1,000 elements only the first and last 3 of each axis.
///
/// ```swift
/// NumPyText.vector([0.5, 2])       // => [0.5 2. ]
/// NumPyText.vector([0.5, 20_000])  // => [5.e-01 2.e+04]
/// ```
public enum NumPyText {
  /// A vector, on as few lines as it fits.
  ///
  /// ```swift
  /// NumPyText.vector([0.19091352, 0.2])             // => [0.19091352 0.2       ]
  /// NumPyText.vector([0.19091352, 0.2], digits: 2)  // => [0.19 0.20]
  /// ```
  ///
  /// - Parameters:
  ///   - values: the elements; `[]` when there are none.
  ///   - digits: that many decimals for each element and never an exponent; `nil` for NumPy's
  ///     choice.
  public static func vector(_ values: [Double], digits: Int? = nil) -> String {
    let shown = Elision.textPositions(of: values.count, total: values.count)
    let format = NumPyFormat(shown.compactMap { $0.map { values[$0] } }, digits: digits)
    return BracketedText.vector(shown.map { $0.map { format(values[$0]) } ?? "..." })
  }

  /// A matrix, one row a line.
  ///
  /// ```swift
  /// NumPyText.matrix([[0.1, 0], [0.5, 0]])
  /// // => [[0.1 0. ]
  /// //     [0.5 0. ]]
  /// ```
  ///
  /// - Parameters:
  ///   - rows: the rows; they may differ in length, and a matrix without elements is `[]`.
  ///   - digits: that many decimals for each element and never an exponent; `nil` for NumPy's
  ///     choice.
  public static func matrix(_ rows: [[Double]], digits: Int? = nil) -> String {
    let total = rows.reduce(0) { $0 + $1.count }
    guard total > 0 else { return "[]" }
    let shownRows = Elision.textPositions(of: rows.count, total: total)
    let shownColumns = rows.map { Elision.textPositions(of: $0.count, total: total) }
    let shown = shownRows.compactMap { $0 }.flatMap { row in
      shownColumns[row].compactMap { $0.map { rows[row][$0] } }
    }
    let format = NumPyFormat(shown, digits: digits)
    return BracketedText.matrix(
      shownRows.map { row in
        row.map { row in
          shownColumns[row].map { column in column.map { format(rows[row][$0]) } ?? "..." }
        }
      }
    )
  }
}
