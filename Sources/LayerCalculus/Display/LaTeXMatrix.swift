import NotebookDisplay

/// A matrix as a `bmatrix`.
///
/// `Grid` puts dots for what lies far from the edges, so that is not formatted here at all: a
/// thousand rows and columns would take seconds.
func latexMatrix(
  rows: Int,
  columns: Int,
  digits: Int?,
  _ element: (_ row: Int, _ column: Int) -> Double
) -> String {
  let (shownRows, shownColumns) = (nearEdges(rows), nearEdges(columns))
  let numbers = LaTeXNumbers(
    shownRows.flatMap { row in shownColumns.map { element(row, $0) } },
    digits: digits
  )
  let far = [String](repeating: "", count: columns)
  var cells = [[String]](repeating: far, count: rows)
  for row in shownRows {
    for column in shownColumns { cells[row][column] = numbers(element(row, column)) }
  }
  return Grid(cells).latex
}

private func nearEdges(_ count: Int) -> [Int] {
  count <= 10 ? Array(0..<count) : Array(0..<4) + Array(count - 4..<count)
}
