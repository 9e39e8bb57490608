import NotebookDisplay

/// A vector together with the way in which it is shown.
///
/// ```swift
/// x.digits(4)          // four decimals
/// x.asRow.digits(4)    // and as a row in formulas
/// ```
public struct FormattedVector: Displayable, CustomStringConvertible, Sendable {
  let vector: Vector
  var digits: Int?
  var isRow = false

  /// The same vector with a fixed number of decimals.
  ///
  /// - Parameter decimals: at most 100; a negative number counts as none.
  public func digits(_ decimals: Int) -> FormattedVector {
    var copy = self
    copy.digits = decimals
    return copy
  }

  /// The same vector, as a row in formulas.
  public var asRow: FormattedVector {
    var copy = self
    copy.isRow = true
    return copy
  }

  /// NumPy's layout.
  public var description: String {
    NumPyText.vector(vector.elements, digits: digits)
  }

  /// Plain text in NumPy's layout, and a `bmatrix`.
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
  public var description: String { FormattedVector(vector: self).description }

  /// Plain text in NumPy's layout, and a column in formulas with as few decimals as show each
  /// element to 4.
  public var display: DisplayBundle { FormattedVector(vector: self).display }

  /// The vector, to be shown as a row in formulas.
  public var asRow: FormattedVector { FormattedVector(vector: self).asRow }

  /// The vector, to be shown with a fixed number of decimals.
  ///
  /// - Parameter decimals: at most 100; a negative number counts as none.
  public func digits(_ decimals: Int) -> FormattedVector {
    FormattedVector(vector: self, digits: decimals)
  }
}
