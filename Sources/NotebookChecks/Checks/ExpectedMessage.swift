import Documents
import NotebookSyntax
import NotebookTranscript

/// What a comment such as `// error: TEXT` expects.
struct ExpectedMessage {
  private let comment: CommentPromise

  init(_ comment: CommentPromise) { self.comment = comment }

  /// An error, a warning or a crash.
  var kind: PromiseKind { comment.kind }

  /// The mode of a cell in which such a message can be due; `nil` where that is any.
  var mode: Cell.Mode? {
    switch kind {
    case .error: .compileFail
    case .crash: .shouldCrash
    default: nil
    }
  }

  var severities: Set<Diagnostic.Severity> { kind == .warning ? [.warning] : [.error] }

  var noun: String { kind.rawValue }

  /// What it is where something else came.
  var diagnosticKind: Diagnostic.Kind {
    switch kind {
    case .crash: .otherCrash
    case .warning: .otherCompileWarning
    default: .otherCompileError
    }
  }

  /// Why such a message cannot be due in a cell of another mode.
  var contradiction: String {
    kind == .error
      ? "an error is promised here, but the cell is to compile"
      : "a crash is promised here, but the cell is to run to its end"
  }

  /// Whether a message says what is expected; `[...]` stands for anything.
  func names(_ diagnostic: Diagnostic) -> Bool {
    comment.isSaid(in: diagnostic.message)
  }

  /// Whether it is about messages of this kind.
  func isFor(_ diagnostic: Diagnostic) -> Bool { severities.contains(diagnostic.severity) }

  /// What came instead.
  func help(_ said: [Diagnostic], line: Int) -> String {
    let speaker = kind == .crash ? "the program" : "the compiler"
    if let here = said.first(where: { $0.start?.line == line }) {
      return "\(speaker) says: \(here.message)"
    }
    if let other = said.first, let start = other.start {
      return "\(speaker) says at line \(start.line): \(other.message)"
    }
    return "\(speaker) says nothing here"
  }
}
