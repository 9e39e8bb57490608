import Documents
import NotebookPrograms
import NotebookSyntax

/// Where in the notebook a failure is: the statement that ran, and for a trap the places of its calls.
struct FailurePlace {
  /// The statement that was reached last.
  let statement: ProgramSource.Statement?
  /// The places of the calls, innermost first.
  let positions: [SourcePosition]
  let source: SourceText

  /// A failure of the whole statement.
  func statement(_ kind: Diagnostic.Kind, _ message: String, help: String? = nil) -> [Diagnostic] {
    [Diagnostic(.error, kind, message, help: help, in: source, at: range)]
  }

  /// A failure at the statement's `try`.
  func attempt(_ kind: Diagnostic.Kind, _ message: String) -> [Diagnostic] {
    guard let attempt = statement?.attempt else { return statement(kind, message) }
    return [Diagnostic(.error, kind, message, in: source, at: token(at: attempt))]
  }

  /// A failure at the innermost place; where that is not in the statement that ran, a note tells
  /// which did.
  ///
  /// - Parameter isElsewhere: whether it is in another thread than that of the statements.
  func trap(
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String? = nil,
    isElsewhere: Bool
  ) -> [Diagnostic] {
    let offsets = positions.map { source.offset(of: $0) }
    guard let first = offsets.first else {
      let elsewhere =
        "it is in another thread or task, which the cells began and which was running here"
      return statement(kind, message, help: isElsewhere ? elsewhere : help)
    }
    var diagnostics = [
      Diagnostic(.error, kind, message, help: help, in: source, at: token(at: first))
    ]
    if !range.contains(first), statement != nil {
      let call = isElsewhere ? nil : offsets.first { range.contains($0) }
      diagnostics.append(
        Diagnostic(
          .note,
          kind,
          isElsewhere
            ? "it is in another thread or task; the program itself was here" : "it was called here",
          in: source,
          at: call.map { token(at: $0) } ?? range
        )
      )
    }
    return diagnostics
  }

  /// The places of a trap, by the runtime's words and the backtrace.
  static func positions(
    _ runtime: RuntimeMessage,
    _ backtrace: Backtrace?,
    in source: SourceText
  ) -> [SourcePosition] {
    let positions = backtrace?.positions ?? []
    let name = source.path.split(separator: "/").last.map(String.init)
    guard let line = runtime.line, runtime.file == name else { return positions }
    // A check may name its caller's line, which is the one that matters.
    if let named = positions.firstIndex(where: { $0.line == line }) {
      return Array(positions[named...])
    }
    let indent = source.bytes[source.lineRange(line)].prefix { $0 == UInt8(ascii: " ") }.count
    return [SourcePosition(line: line, column: indent + 1)]
  }

  /// The statement's code.
  var code: String { source[range] }

  private var range: SourceRange {
    statement?.range ?? source.contentStart..<source.contentStart
  }

  private func token(at offset: Int) -> SourceRange {
    offset..<SourceToken.end(at: offset, in: source)
  }
}
