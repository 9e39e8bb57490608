import Documents
import NotebookPrograms
import NotebookSyntax

/// A failure as diagnostics about the notebook.
struct FailureReport {
  let diagnostics: [Diagnostic]
  /// What the failing piece had printed on standard error before the runtime's words.
  let printed: String
  /// Whether it is the failure that a `should-crash` cell promises.
  let isCrash: Bool

  /// What happened, in a sentence.
  var message: String { diagnostics.first?.message ?? "" }

  /// - Parameters:
  ///   - recording: a run that did not come to its end.
  ///   - backtrace: where a trap was.
  ///   - program: what was run.
  ///   - limits: what the run was allowed.
  ///   - advice: what to do about a sandbox; `nil` where there is none.
  init(
    _ recording: Recording,
    backtrace: Backtrace?,
    program: ProgramSource,
    limits: ProgramRun.Limits,
    advice: SandboxAdvice?
  ) {
    let last = RuntimeMessage(recording.lastError)
    let isElsewhere = (recording.trap ?? recording.exit).map { !$0.isFirstThread } ?? false
    let runtime =
      isElsewhere && last.message.isEmpty ? RuntimeMessage(recording.errorEnd) : last
    let failure = Failure(recording, runtime: runtime, backtrace: backtrace)
    let place = FailurePlace(
      statement: recording.lastStatement.flatMap { program.statement($0) },
      positions: FailurePlace.positions(runtime, backtrace, in: program.source),
      source: program.source
    )
    printed = recording.isTextKept ? "" : last.printed
    isCrash = failure.isCrash
    var diagnostics = failure.diagnostics(at: place, limits, isElsewhere: isElsewhere)
    if failure.isCrash, let first = diagnostics.first, first.help == nil {
      diagnostics[0].help = advice?.help(on: first.message, in: place.code)
    }
    self.diagnostics = diagnostics
  }
}

extension Failure {
  /// What there is to say of it.
  ///
  /// - Parameters:
  ///   - place: where the program was.
  ///   - limits: what the run was allowed.
  ///   - isElsewhere: whether another thread than the first ended the program.
  fileprivate func diagnostics(
    at place: FailurePlace,
    _ limits: ProgramRun.Limits,
    isElsewhere: Bool
  ) -> [Diagnostic] {
    switch self {
    case .cancelled:
      place.statement(.cancelled, "the run was given up here")
    case .timeout:
      place.statement(
        .timeout,
        "the notebook ran longer than \(Amount.text(limits.time))",
        help:
          "allow more with 'timeout:' in the front matter or '--timeout', or look for a loop that "
          + "does not end"
      )
    case .outputLimit:
      place.statement(
        .outputLimit,
        "the notebook printed more than \(Amount.text(bytes: limits.output))",
        help: "print less, or look for a loop that does not end"
      )
    case .memoryLimit:
      place.statement(
        .memoryLimit,
        "the notebook used more than \(Amount.text(bytes: limits.memory)) of memory",
        help: "look for a collection that grows without end"
      )
    case .processLimit:
      place.statement(
        .processLimit,
        "the notebook had more than \(limits.processes) processes at once",
        help: "wait for those that it starts, or look for a loop that starts more and more"
      )
    case .killed:
      place.statement(
        .killed,
        "the notebook was killed here",
        help: "the system does that where it is out of memory"
      )
    case .earlyExit(let status):
      place.trap(
        .earlyExit,
        "this ends the program, with status \(status), before the notebook's end",
        help: "a cell must not call 'exit'",
        isElsewhere: isElsewhere
      )
    case .lostTouch:
      place.statement(
        .lostTouch,
        "this closes, replaces or writes to a descriptor that the cells did not open, and the notebook "
          + "needs it",
        help: "use only descriptors that the cells open themselves"
      )
    case .contradiction:
      place.statement(
        .contradiction,
        "here the program told what its cells cannot have done, such as to show a value twice",
        help:
          "only the program around the cells calls the functions of 'NotebookDisplay' that tell of them"
      )
    case .uncaughtError(let text):
      place.attempt(
        .uncaughtError,
        "an error was thrown and not caught: \(text)"
      )
    case .trap(let reason):
      place.trap(.trap, reason, isElsewhere: isElsewhere)
    }
  }
}

/// Quantities as an author would write them.
enum Amount {
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
