extension DisplayBundle {
  /// Any value in the forms that suit it.
  ///
  /// | value | plain text | other forms |
  /// | --- | --- | --- |
  /// | a `Displayable` | its own | its own |
  /// | a number, truth value or text | as `print` writes it | TeX for formulas |
  /// | `[Double]` and the like | `[1.0, 2.0]` | a row vector in brackets |
  /// | `[[Double]]` and the like | NumPy's layout | a matrix in brackets |
  /// | an array of structs or labelled tuples | aligned columns | HTML and Markdown table |
  /// | a lazy sequence, a stride and the like | its elements, as an array's | |
  /// | any other | its description, or its fields as Swift writes them: `Point(x: 1.0)` | |
  ///
  /// Elements of vectors and matrices have at most 8 significant digits in TeX. An optional shows
  /// its value or `nil`. Sets and dictionaries are sorted, so the same value is the same text in
  /// every run. Of a collection of more than 1,000 elements the first and last 3 are shown.
  ///
  /// ```swift
  /// DisplayBundle(showing: ["b": 2, "a": 1]).plain         // => ["a": 1, "b": 2]
  /// DisplayBundle(showing: [0.5, 2]).plain                 // => [0.5, 2.0]
  /// DisplayBundle(showing: [0.5, 2])[.latex]               // => \begin{bmatrix} 0.5 & 2 \end{bmatrix}
  /// ```
  public init<T>(showing value: T) {
    self = Self.showing(value)
  }

  private static func showing(_ value: Any) -> DisplayBundle {
    switch value {
    case let optional as any ShownOptional:
      return optional.shownValue.map(showing) ?? DisplayBundle(plain: "nil")
    case let displayable as any Displayable:
      return displayable.display
    case let text as any StringProtocol:
      return scalar(String(text), latex: TeX.text(String(text)))
    case let character as Character:
      return scalar(String(character), latex: TeX.text(String(character)))
    case let letter as Unicode.Scalar:
      return scalar(String(letter), latex: TeX.text(String(letter)))
    case let truth as Bool:
      return scalar("\(truth)", latex: "\\mathrm{\(truth)}")
    case let number as any BinaryFloatingPoint:
      return scalar("\(number)", latex: TeX.number(described: "\(number)"))
    case let number as any BinaryInteger:
      return scalar("\(number)", latex: "\(number)")
    case let list as any ShownList:
      return showing(list)
    default:
      return DisplayBundle(plain: SequenceElements.shown(value) ?? ValueText.of(value))
    }
  }

  private static func showing(_ list: any ShownList) -> DisplayBundle {
    if let matrix = (list as? any NumberMatrix)?.matrixBundle { return matrix }
    if let table = RecordTable(list) { return table.bundle }
    let plain = ValueText.of(list)
    guard let latex = (list as? any NumberVector)?.vectorTeX else {
      return DisplayBundle(plain: plain)
    }
    return DisplayBundle(plain: plain, [.latex: latex])
  }

  private static func scalar(_ plain: String, latex: String) -> DisplayBundle {
    DisplayBundle(plain: plain, [.latex: latex], prefersPlain: true)
  }
}
