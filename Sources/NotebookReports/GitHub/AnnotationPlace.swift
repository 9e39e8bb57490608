import Documents

/// Where an annotation belongs, as GitHub counts: lines and columns from 1, the last one included.
struct AnnotationPlace: Sendable, Hashable {
  var line: Int
  var endLine: Int
  /// In Unicode scalars. GitHub takes columns only for what lies within one line.
  var columns: ClosedRange<Int>?
}

extension AnnotationPlace {
  /// - Parameters:
  ///   - diagnostic: what is annotated; there is no place where it is about a document as a whole.
  ///   - source: the document, by which bytes are turned into characters. Without it columns stay
  ///     as they are, which is right for ASCII.
  init?(_ diagnostic: Diagnostic, in source: SourceText?) {
    guard let start = diagnostic.start else { return nil }
    let source = source?.path == diagnostic.path ? source : nil
    var end = diagnostic.end ?? start
    if end.column <= 1, end.line > start.line {
      // What ends where a line begins ends with the line before.
      end.line -= 1
      end.column = .max
    }
    self.init(line: start.line, endLine: max(end.line, start.line))
    guard endLine == line else { return }
    let first = Self.column(of: start, in: source)
    if end.column == .max, source == nil {
      columns = first...first
    } else {
      columns = first...max(Self.column(of: end, in: source) - 1, first)
    }
  }

  /// The properties of a workflow command.
  var properties: [WorkflowCommand.Property] {
    var numbers = [("line", line)]
    if let columns { numbers.append(("col", columns.lowerBound)) }
    numbers.append(("endLine", endLine))
    if let columns { numbers.append(("endColumn", columns.upperBound)) }
    return numbers.map { WorkflowCommand.Property(name: $0.0, value: "\($0.1)") }
  }

  private static func column(of position: SourcePosition, in source: SourceText?) -> Int {
    guard let source else { return position.column }
    let line = source.lineRange(position.line)
    let length = min(position.column - 1, line.count)
    return source[line.lowerBound..<line.lowerBound + length].unicodeScalars.count + 1
  }
}
