/// Offsets of bytes in a ``SourceText``, the end not included.
public typealias SourceRange = Range<Int>

/// A place in a document, as compilers and editors count it.
public struct SourcePosition: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  /// The line, from 1. A line ends at `\n`, `\r\n` or a lone `\r`.
  public var line: Int
  /// The column, from 1, in UTF-8 code units, as the Swift compiler counts it.
  public var column: Int

  /// - Parameters:
  ///   - line: the line, from 1.
  ///   - column: the column, from 1, in UTF-8 code units.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one place comes before another.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The place as messages write it: `12:1`.
  public var description: String { "\(line):\(column)" }
}
