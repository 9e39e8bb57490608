import NotebookDisplay

/// A matrix together with the number of decimals with which it is shown.
///
/// ```swift
/// let A: Matrix = [[0.125, 1], [0.5, 2]]
/// let shown: FormattedMatrix = A.digits(2)
/// shown
/// // => [[0.12 1.00]
/// //     [0.50 2.00]]
/// ```
public struct FormattedMatrix: Displayable, CustomStringConvertible, Sendable {
  let matrix: Matrix
  var digits: Int?

  /// NumPy's layout.
  ///
  /// ```swift
  /// let A: Matrix = [[0.125, 1], [0.5, 2]]
  /// print(A.digits(1))
  /// // Prints "[[0.1 1.0]
  /// //  [0.5 2.0]]"
  /// ```
  public var description: String {
    NumPyText.matrix(matrix.rowVectors.map(\.elements), digits: digits)
  }

  /// Plain text in NumPy's layout, and a `bmatrix`.
  ///
  /// ```swift
  /// let A: Matrix = [[0.125, 1]]
  /// A.digits(1).display[.latex]  // => \begin{bmatrix} 0.1 & 1.0 \end{bmatrix}
  /// ```
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
  ///
  /// ```swift
  /// let A: Matrix = [[0.125, 1], [0.5, 2]]
  /// print(A)
  /// // Prints "[[0.125 1.   ]
  /// //  [0.5   2.   ]]"
  /// ```
  public var description: String { FormattedMatrix(matrix: self).description }

  /// Plain text in NumPy's layout, and a `bmatrix` with as few decimals as show each element to 4.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.display[.latex]  // => \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}
  /// ```
  public var display: DisplayBundle { FormattedMatrix(matrix: self).display }

  /// The matrix, to be shown with a fixed number of decimals.
  ///
  /// ```swift
  /// let A: Matrix = [[0.125, 1], [0.5, 2]]
  /// A.digits(3)
  /// // => [[0.125 1.000]
  /// //     [0.500 2.000]]
  /// ```
  ///
  /// - Parameter decimals: at most 100; a negative number counts as none.
  public func digits(_ decimals: Int) -> FormattedMatrix {
    FormattedMatrix(matrix: self, digits: decimals)
  }
}
