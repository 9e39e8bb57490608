import NotebookDisplay

/// A matrix together with the number of decimals with which it is shown.
public struct FormattedMatrix: Displayable, CustomStringConvertible, Sendable {
  let matrix: Matrix
  var digits: Int?

  /// NumPy's layout.
  public var description: String {
    NumPyText.matrix(matrix.rowVectors.map(\.elements), digits: digits)
  }

  /// Plain text in NumPy's layout, and a `bmatrix`.
  public var display: DisplayBundle {
    let (columns, values) = (matrix.columns, matrix.elements)
    let latex = latexMatrix(rows: matrix.rows, columns: columns, digits: digits) {
      values[$0 * columns + $1]
    }
    return DisplayBundle(plain: description, [.latex: latex])
  }
}

extension Matrix: Displayable, CustomStringConvertible {
  /// The matrix in NumPy's layout, one row a line.
  public var description: String { FormattedMatrix(matrix: self).description }

  /// Plain text in NumPy's layout, and a `bmatrix` with as few decimals as show each element to 4.
  public var display: DisplayBundle { FormattedMatrix(matrix: self).display }

  /// The matrix, to be shown with a fixed number of decimals.
  ///
  /// - Parameter decimals: at most 100; a negative number counts as none.
  public func digits(_ decimals: Int) -> FormattedMatrix {
    FormattedMatrix(matrix: self, digits: decimals)
  }
}
