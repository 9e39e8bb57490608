import Foundation
import NotebookSyntax

/// Why a program did not come to its end, as diagnostics about the notebook.
struct FailureReport {
  var diagnostics: [Diagnostic]
  /// What the failing piece had printed on standard error before the runtime's words.
  var printed: String
  /// What happened, in a sentence.
  var message: String { diagnostics.first?.message ?? "" }
  /// Whether it was a trap or an error that nobody caught.
  var isCrash: Bool

  /// - Parameters:
  ///   - recording: a run that did not come to its end.
  ///   - backtrace: where a trap was.
  ///   - program: what was run.
  ///   - limits: what the run was allowed.
  init(
    _ recording: Recording,
    backtrace: Backtrace?,
    program: ProgramSource,
    limits: ProgramRun.Limits
  ) {
    let runtime = RuntimeMessage(recording.lastError)
    let statement = recording.lastStatement.map { program.statements[$0] }
    let source = program.source
    let whole = statement?.range ?? source.contentStart..<source.contentStart
    printed = ""
    isCrash = false
    func report(_ identifier: String, _ message: String, help: String? = nil) -> [Diagnostic] {
      [Diagnostic(.error, identifier, message, help: help, in: source, at: whole)]
    }
    switch recording.ending {
    case .cancelled:
      diagnostics = report("cancelled", "the run was given up here")
    case .passed(.time):
      diagnostics = report(
        "timeout",
        "the notebook ran longer than \(Self.text(limits.time))",
        help: "allow more with '--timeout', or look for a loop that does not end"
      )
    case .passed(.output):
      diagnostics = report(
        "output-limit",
        "the notebook printed more than \(Self.text(bytes: limits.output))",
        help: "print less, or look for a loop that does not end"
      )
    case .exited(let code) where recording.trap == nil:
      diagnostics = report(
        "early-exit",
        "this ends the program, with status \(code), before the notebook's end",
        help: "a cell must not call 'exit'"
      )
    case .exited, .signalled:
      isCrash = true
      printed = runtime.printed
      if runtime.isOutOfMemory {
        diagnostics = report(
          "memory-limit",
          "the notebook used more than \(Self.text(bytes: limits.memory)) of memory"
        )
      } else if runtime.isUncaughtError {
        let start = statement?.attempt ?? whole.lowerBound
        let end = statement?.attempt.map { SourceToken.end(at: $0, in: source) } ?? whole.upperBound
        diagnostics = [
          Diagnostic(
            .error,
            "uncaught-error",
            "an error was thrown and not caught: \(runtime.message)",
            in: source,
            at: start..<end
          )
        ]
      } else {
        var signal = recording.trap?.signal
        if case .signalled(let last) = recording.ending { signal = signal ?? last }
        let message = Self.message(runtime, signal: signal ?? 0, backtrace: backtrace)
        diagnostics = Self.trap(
          message,
          statement: whole,
          places: Self.places(runtime, backtrace, in: source),
          in: source
        )
      }
    }
  }

  /// Where a trap is in the notebook, innermost first: by the backtrace, else by the runtime's words.
  private static func places(
    _ runtime: RuntimeMessage,
    _ backtrace: Backtrace?,
    in source: SourceText
  ) -> [SourcePosition] {
    if let positions = backtrace?.positions, !positions.isEmpty { return positions }
    let name = source.path.split(separator: "/").last.map(String.init)
    guard let line = runtime.line, runtime.file == name else { return [] }
    let text = source.lineRange(line)
    let indent = source.bytes[text].prefix { $0 == UInt8(ascii: " ") }.count
    return [SourcePosition(line: line, column: indent + 1)]
  }

  /// A trap at its place; where that is not in the statement that ran, a note tells which did.
  private static func trap(
    _ message: String,
    statement: SourceRange,
    places: [SourcePosition],
    in source: SourceText
  ) -> [Diagnostic] {
    guard let place = places.first else {
      return [Diagnostic(.error, "trap", message, in: source, at: statement)]
    }
    let start = source.offset(of: place)
    let range = start..<SourceToken.end(at: start, in: source)
    var diagnostics = [Diagnostic(.error, "trap", message, in: source, at: range)]
    if !statement.contains(start) {
      let call = places.map { source.offset(of: $0) }.first { statement.contains($0) }
      let end = call.map { SourceToken.end(at: $0, in: source) } ?? statement.upperBound
      diagnostics.append(
        Diagnostic(
          .note,
          "trap",
          "it was called here",
          in: source,
          at: (call ?? statement.lowerBound)..<end
        )
      )
    }
    return diagnostics
  }

  private static func message(
    _ runtime: RuntimeMessage,
    signal: Int32,
    backtrace: Backtrace?
  ) -> String {
    if !runtime.message.isEmpty { return runtime.message }
    if let reason = backtrace?.reason { return reason }
    switch signal {
    case SIGSEGV, SIGBUS:
      let isDeep = backtrace.map { Set($0.positions.dropFirst(8).prefix(64)).count < $0.positions.count / 4 }
      return isDeep == true && (backtrace?.positions.count ?? 0) > 40
        ? "the stack is used up: a function calls itself without end"
        : "the program read or wrote memory that is not its own"
    case SIGABRT: return "the program called 'abort'"
    case SIGFPE: return "an arithmetic operation failed"
    case SIGILL, SIGTRAP: return "the program trapped"
    case SIGKILL: return "the program was killed"
    default: return "the program was ended by signal \(signal)"
    }
  }

  static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    guard attoseconds != 0 else { return "\(seconds) s" }
    return "\(Double(seconds) + Double(attoseconds / 1_000_000_000_000_000) / 1000) s"
  }

  static func text(bytes: Int) -> String {
    for (unit, name) in [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
    where bytes >= unit && bytes.isMultiple(of: unit) {
      return "\(bytes / unit) \(name)"
    }
    return "\(bytes) bytes"
  }
}
