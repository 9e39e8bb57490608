/// Collects the marks that a chart's closure lists; `if`, `for` and arrays of marks are allowed.
@resultBuilder
public enum MarkBuilder {
  /// One mark.
  public static func buildExpression(_ mark: some Mark) -> [any Mark] { [mark] }

  /// Marks made before.
  public static func buildExpression(_ marks: [any Mark]) -> [any Mark] { marks }

  /// The marks in the order in which they are listed.
  public static func buildBlock(_ marks: [any Mark]...) -> [any Mark] { Array(marks.joined()) }

  /// The marks of every turn of a loop.
  public static func buildArray(_ marks: [[any Mark]]) -> [any Mark] { Array(marks.joined()) }

  /// The marks of an `if` without `else`.
  public static func buildOptional(_ marks: [any Mark]?) -> [any Mark] { marks ?? [] }

  /// The marks of an `if`.
  public static func buildEither(first marks: [any Mark]) -> [any Mark] { marks }

  /// The marks of an `else`.
  public static func buildEither(second marks: [any Mark]) -> [any Mark] { marks }
}
