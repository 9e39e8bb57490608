/// A rectangle of texts, such as a matrix whose elements are formatted already, laid out as plain
/// text and as TeX.
///
/// ```swift
/// Grid([["a", "b"], ["c", "d"]]).latex  // => \begin{bmatrix} a & b \\ c & d \end{bmatrix}
/// ```
public struct Grid: Sendable {
  /// The cells, row by row.
  ///
  /// ```swift
  /// var grid = Grid([["a", "b"]])
  /// grid.cells.append(["c", "d"])
  /// grid.cells.count  // => 2
  /// ```
  public var cells: [[String]]

  /// ```swift
  /// Grid([["1", "-2"], ["0"]]).plain
  /// // => [[ 1 -2]
  /// //     [ 0   ]]
  /// ```
  ///
  /// - Parameter cells: the rows; a row that is shorter than the others ends in empty cells.
  public init(_ cells: [[String]]) {
    self.cells = cells
  }

  /// The matrix as NumPy lays one out: cells equally wide and flush right, lines of at most 75
  /// characters, and `...` for all but the first and last 3 rows and columns when there are more
  /// than 1,000 cells.
  ///
  /// ```swift
  /// Grid([["x", "x²"], ["1", "2"]]).plain
  /// // => [[ x x²]
  /// //     [ 1  2]]
  /// ```
  public var plain: String {
    let columns = self.columns
    guard columns > 0 else { return "[]" }
    let total = cells.count * columns
    let shownRows = Elision.textPositions(of: cells.count, total: total)
    let shownColumns = Elision.textPositions(of: columns, total: total)
    let texts = shownRows.map { row in
      row.map { row in shownColumns.map { $0.map { self[row, $0] } } }
    }
    let width = texts.lazy.compactMap { $0 }.joined().map { $0?.count ?? 0 }.max() ?? 0
    return BracketedText.matrix(
      texts.map { row in row.map { $0.map { $0?.padded(toLeft: width) ?? "..." } } }
    )
  }

  /// The matrix in square brackets, `\begin{bmatrix} … \end{bmatrix}`, whose cells must be TeX.
  ///
  /// Of more than 10 rows or columns the first and last 4 are shown, with `\cdots`, `\vdots` and
  /// `\ddots` between them.
  ///
  /// ```swift
  /// Grid([["x", "x^2"]]).latex  // => \begin{bmatrix} x & x^2 \end{bmatrix}
  /// ```
  public var latex: String {
    let shownColumns = Self.latexPositions(of: columns)
    let rows = Self.latexPositions(of: cells.count).map { row in
      shownColumns.map { column in
        switch (row, column) {
        case (let row?, let column?): self[row, column]
        case (_?, nil): "\\cdots"
        case (nil, _?): "\\vdots"
        case (nil, nil): "\\ddots"
        }
      }.joined(separator: " & ")
    }
    return "\\begin{bmatrix} " + rows.joined(separator: " \\\\ ") + " \\end{bmatrix}"
  }

  private var columns: Int { cells.lazy.map(\.count).max() ?? 0 }

  private subscript(row: Int, column: Int) -> String {
    column < cells[row].count ? cells[row][column] : ""
  }

  private static func latexPositions(of count: Int) -> [Int?] {
    Elision.positions(of: count, edge: 4, elided: count > 10)
  }
}
