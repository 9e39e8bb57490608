/// Collects the marks that a chart's closure lists; `if`, `for` and arrays of marks are allowed.
///
/// ```swift
/// @MarkBuilder func marks(of losses: [Double], bound: Double?) -> [any Mark] {
///   Line(x: losses.indices, y: losses)
///   if let bound { Rule(y: bound) }
/// }
/// Chart { marks(of: [0.9, 0.5], bound: 0.4) }  // => Line chart (2 points)
/// ```
@resultBuilder
public enum MarkBuilder {
  /// One mark.
  ///
  /// ```swift
  /// Chart { Line(x: [1, 2], y: [3, 4]) }  // => Line chart (2 points)
  /// ```
  public static func buildExpression(_ mark: some Mark) -> [any Mark] { [mark] }

  /// Marks made before.
  ///
  /// ```swift
  /// let marks: [any Mark] = [Line(x: [1, 2], y: [3, 4]), Rule(y: 3)]
  /// Chart { marks }  // => Line chart (2 points)
  /// ```
  public static func buildExpression(_ marks: [any Mark]) -> [any Mark] { marks }

  /// The marks in the order in which they are listed.
  ///
  /// ```swift
  /// Chart {
  ///   Line(x: [1, 2], y: [3, 4])
  ///   Scatter(x: [1, 2], y: [3, 4])
  /// }  // => Chart (4 points)
  /// ```
  public static func buildBlock(_ marks: [any Mark]...) -> [any Mark] { Array(marks.joined()) }

  /// The marks of every turn of a loop.
  ///
  /// ```swift
  /// Chart {
  ///   for power in 1...3 { Line(x: [1, 2], y: [1, 2 << power], series: "\(power)") }
  /// }  // => Line chart (6 points)
  /// ```
  public static func buildArray(_ marks: [[any Mark]]) -> [any Mark] { Array(marks.joined()) }

  /// The marks of an `if` without `else`.
  ///
  /// ```swift
  /// let bound: Double? = nil
  /// Chart {
  ///   Line(x: [1, 2], y: [3, 4])
  ///   if let bound { Rule(y: bound) }
  /// }  // => Line chart (2 points)
  /// ```
  public static func buildOptional(_ marks: [any Mark]?) -> [any Mark] { marks ?? [] }

  /// The marks of an `if`.
  ///
  /// ```swift
  /// let areFew = true
  /// Chart {
  ///   if areFew { Scatter(x: [1, 2], y: [3, 4]) } else { Line(x: [1, 2], y: [3, 4]) }
  /// }  // => Scatter plot (2 points)
  /// ```
  public static func buildEither(first marks: [any Mark]) -> [any Mark] { marks }

  /// The marks of an `else`.
  ///
  /// ```swift
  /// let areFew = false
  /// Chart {
  ///   if areFew { Scatter(x: [1, 2], y: [3, 4]) } else { Line(x: [1, 2], y: [3, 4]) }
  /// }  // => Line chart (2 points)
  /// ```
  public static func buildEither(second marks: [any Mark]) -> [any Mark] { marks }
}
