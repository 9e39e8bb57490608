import NotebookDisplay

/// A vector together with the way in which it is shown.
///
/// ```swift
/// let x: Vector = [0.1, 0.5, 0.4]
/// x.digits(2)  // => [0.10 0.50 0.40]
/// let row: FormattedVector = x.asRow.digits(2)
/// row  // => [0.10 0.50 0.40]
/// ```
public struct FormattedVector: Displayable, CustomStringConvertible, Sendable {
  let vector: Vector
  var digits: Int?
  var isRow = false

  /// The same vector with a fixed number of decimals.
  ///
  /// ```swift
  /// let x: Vector = [0.12345, 0.5]
  /// x.asRow.digits(3)  // => [0.123 0.500]
  /// ```
  ///
  /// - Parameter decimals: at most 100; a negative number counts as none.
  public func digits(_ decimals: Int) -> FormattedVector {
    var copy = self
    copy.digits = decimals
    return copy
  }

  /// The same vector, as a row in formulas.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5]
  /// x.digits(1).asRow.display[.latex]  // => \begin{bmatrix} 0.1 & 0.5 \end{bmatrix}
  /// ```
  public var asRow: FormattedVector {
    var copy = self
    copy.isRow = true
    return copy
  }

  /// NumPy's layout.
  ///
  /// ```swift
  /// let x: Vector = [0.12345, 0.5]
  /// print("The activations are \(x.digits(2)).")  // Prints "The activations are [0.12 0.50]."
  /// ```
  public var description: String {
    NumPyText.vector(vector.elements, digits: digits)
  }

  /// Plain text in NumPy's layout, and a `bmatrix`.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5]
  /// x.digits(2).display[.latex]  // => \begin{bmatrix} 0.10 \\ 0.50 \end{bmatrix}
  /// ```
  public var display: DisplayBundle {
    let (count, values) = (vector.count, vector.elements)
    let latex =
      isRow
      ? latexMatrix(rows: 1, columns: count, digits: digits) { values[$1] }
      : latexMatrix(rows: count, columns: 1, digits: digits) { row, _ in values[row] }
    return DisplayBundle(plain: description, [.latex: latex])
  }
}

extension Vector: Displayable, CustomStringConvertible {
  /// The vector in NumPy's layout: `[0.1 0.5 0.4]`.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5]
  /// print("x is \(x)")  // Prints "x is [0.1 0.5]"
  /// ```
  public var description: String { FormattedVector(vector: self).description }

  /// Plain text in NumPy's layout, and a column in formulas with as few decimals as show each
  /// element to 4.
  ///
  /// ```swift
  /// let x: Vector = [0.123456, 0.5]
  /// x.display[.latex]  // => \begin{bmatrix} 0.1235 \\ 0.5000 \end{bmatrix}
  /// ```
  public var display: DisplayBundle { FormattedVector(vector: self).display }

  /// The vector, to be shown as a row in formulas.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5]
  /// x.asRow.display[.latex]  // => \begin{bmatrix} 0.1 & 0.5 \end{bmatrix}
  /// ```
  public var asRow: FormattedVector { FormattedVector(vector: self).asRow }

  /// The vector, to be shown with a fixed number of decimals.
  ///
  /// ```swift
  /// let x: Vector = [0.12345, 0.5]
  /// x.digits(3)  // => [0.123 0.500]
  /// ```
  ///
  /// - Parameter decimals: at most 100; a negative number counts as none.
  public func digits(_ decimals: Int) -> FormattedVector {
    FormattedVector(vector: self, digits: decimals)
  }
}
