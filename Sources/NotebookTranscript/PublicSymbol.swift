/// Something that a library offers to those who import it.
public struct PublicSymbol: Sendable, Hashable {
  /// The compiler's identifier (USR), which tells it from any other.
  public var identifier: String
  /// Its name, behind those of the types that it belongs to: `Point.init(x:)`.
  public var name: String
  /// The module.
  public var module: String
  /// What it is, in a word: `struct`, `method`, `init`.
  public var kind: String
  /// The path of its source.
  public var path: String
  /// The line of its declaration, from 1.
  public var line: Int
  /// The column of its declaration, from 1, in bytes.
  public var column: Int

  /// - Parameters:
  ///   - identifier: the compiler's identifier.
  ///   - name: its name, behind those of the types that it belongs to.
  ///   - module: the module.
  ///   - kind: what it is, in a word.
  ///   - path: the path of its source.
  ///   - line: the line of its declaration, from 1.
  ///   - column: the column of its declaration, from 1, in bytes.
  public init(
    identifier: String,
    name: String,
    module: String,
    kind: String,
    path: String,
    line: Int,
    column: Int
  ) {
    self.identifier = identifier
    self.name = name
    self.module = module
    self.kind = kind
    self.path = path
    self.line = line
    self.column = column
  }
}
