import Documents
import NotebookSyntax
import NotebookTranscript

/// Holds a notebook's promises against what came of its cells.
///
/// A promise of a cell that did not come so far, because something else is wrong with the notebook, is
/// not judged: that is told already.
public struct PromiseCheck: Sendable {
  /// Every promise, in the order of the source.
  public private(set) var promises: [Promise] = []
  /// Those of which nobody knows.
  public private(set) var unchecked: Set<Promise> = []
  /// Those that do not hold, in the order of the source.
  public private(set) var findings: [Finding] = []
  /// What the compiler and the run had to say and nobody had promised.
  public private(set) var diagnostics: [Diagnostic]

  let notebook: Notebook
  let transcript: Transcript
  let form: PromisedForm
  /// The same for arrays.
  let arrayForm: PromisedForm

  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - transcript: what came of its cells.
  public init(_ notebook: Notebook, _ transcript: Transcript) {
    self.notebook = notebook
    self.transcript = transcript
    diagnostics = transcript.diagnostics
    form = PromisedForm(hashed: HashedTexts(transcript.unordered))
    arrayForm = PromisedForm(hashed: form.hashed.dictionaries)
    checkOutputs()
    for piece in notebook.pieces {
      guard let record = transcript.records[piece.id] else { continue }
      switch piece {
      case .cell(let cell): check(cell, record)
      case .value(let value): check(value, record)
      }
    }
    faultUnchecked()
    promises.sort { $0.range.lowerBound < $1.range.lowerBound }
    let beginning = SourcePosition.first
    findings.sort { ($0.diagnostic.start ?? beginning) < ($1.diagnostic.start ?? beginning) }
  }

  private mutating func check(_ cell: Cell, _ record: Transcript.Record) {
    guard cell.exemption == nil else { return }
    let comments = transcript.promises[cell.id] ?? []
    guard cell.mode != .ignore else { return tellIgnored(comments) }
    if cell.mode == .compileFail || cell.mode == .shouldCrash {
      guard checkMode(of: cell, record) else {
        for comment in comments { list(Promise(comment)) }
        return
      }
    }
    for comment in comments {
      if let doubt = comment.doubt {
        tell(doubt, of: comment)
        continue
      }
      if comment.isAboutMessage {
        checkMessage(comment, of: cell, record)
      } else {
        check(comment, of: cell, record)
      }
    }
    if cell.mode == .compileFail { checkRest(of: cell, record, comments) }
  }

  /// Nothing passes that nobody looked at: without an error that says why, it is a fault.
  private mutating func faultUnchecked() {
    guard !transcript.hasErrors, !notebook.hasErrors, notebook.rules.running != .none else {
      return
    }
    // A cell that does not fail as it must has an error that says why its comments were not looked at.
    let wrongCells = findings.map(\.promise).filter {
      $0.kind == .compileFail || $0.kind == .shouldCrash
    }
    let cells = notebook.pieces.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    func cell(around promise: Promise) -> SourceRange? {
      let start = promise.range.lowerBound
      let cell = cells[cells.partitioningIndex { $0.upperBound > start }...].first
      return cell.flatMap { $0.contains(start) ? $0 : nil }
    }
    let explained = Set(wrongCells.compactMap(cell))
    for promise in unchecked
    where cell(around: promise).map({ !explained.contains($0) }) ?? true {
      fault(
        promise,
        .promiseNotChecked,
        "this promise was not checked: the program did not tell that it came here",
        help: "look for what ends the program before this line"
      )
    }
  }

  var source: SourceText { notebook.source }

  /// Notes a promise, of which nothing is known yet.
  mutating func list(_ promise: Promise) {
    promises.append(promise)
    unchecked.insert(promise)
  }

  /// Notes that a promise is judged.
  mutating func settle(_ promise: Promise) {
    unchecked.remove(promise)
  }

  /// Notes a promise that does not hold.
  mutating func fault(
    _ promise: Promise,
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String,
    at range: SourceRange? = nil
  ) {
    let diagnostic = Diagnostic(
      .error,
      kind,
      message,
      help: help,
      in: source,
      at: range ?? promise.range
    )
    note(Finding(promise: promise, diagnostic: diagnostic))
  }

  /// Notes what would make the promise true of which the last finding is.
  mutating func accept(_ text: String, by edit: SourceEdit, of promise: Promise) {
    guard let last = findings.indices.last, findings[last].promise == promise else { return }
    findings[last].shown = text
    findings[last].edit = edit
    findings[last].accepted = text
  }

  /// Notes a finding about a promise that is listed.
  mutating func note(_ finding: Finding) {
    settle(finding.promise)
    findings.append(finding)
  }

  /// Tells of something besides the promises.
  mutating func tell(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Takes what was promised away from what is told.
  mutating func removePromised(_ diagnostic: Diagnostic) {
    if let index = diagnostics.firstIndex(of: diagnostic) { diagnostics.remove(at: index) }
  }
}

extension Promise {
  /// The promise of a comment.
  init(_ comment: CommentPromise) {
    self.init(kind: comment.kind, range: comment.range, text: comment.text)
  }
}
