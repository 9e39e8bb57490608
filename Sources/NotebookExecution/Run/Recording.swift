import Documents
import NotebookDisplay
import NotebookPrograms
import NotebookSyntax
import NotebookTranscript
import ResultStore

/// A run put in order: what each piece printed and showed, and how far the program came.
struct Recording: Sendable {
  /// What one piece did.
  struct Piece: Sendable {
    var id: Int
    var output: [Transcript.Output] = []
    var marks: [Transcript.Mark] = []
    var began: Event.Nanoseconds
    var ended: Event.Nanoseconds?

    /// How long it ran, in seconds, up to its end or to that of the program.
    func seconds(until end: Event.Nanoseconds) -> Double {
      let end = ended ?? end
      return end > began ? Double(end - began) / 1e9 : 0
    }
  }

  /// Where the program was ended.
  struct Trap: Sendable {
    var signal: Int32
    var frames: [UInt64]
    var isFirstThread: Bool
  }

  /// The pieces that began, in order.
  private(set) var pieces: [Piece] = []
  /// What each statement printed since the last promise, and what the last one showed.
  private var printed = [""]
  private var shown: [String] = []
  /// The last statement that was reached, by its number.
  private(set) var lastStatement: Int?
  /// Whether the program came to its end, and so each of its pieces to its own.
  var isFinished: Bool { isEndTold && ending != .contradictory }
  private var isEndTold = false
  /// A trap: its signal, its frames, and whether it was in the program's first thread.
  private(set) var trap: Trap?
  /// A call of `exit`, which is no trap.
  private(set) var exit: Trap?
  /// What was printed on standard error after the last event that cuts: where a failure is, the
  /// runtime's message about it.
  private(set) var lastError = ""
  /// The end of all that was printed on standard error, for the words about a trap in another thread,
  /// which any event may follow.
  private(set) var errorEnd = ""
  private(set) var ending: ProgramRun.Ending
  /// The files that the program opened by way of the recorder.
  let files: OpenedFiles
  /// The stored values that it asked for.
  let values: [Made]
  /// The calls whose values printed something that may be another's.
  let mixed: Set<SourcePosition>
  /// The collections that it wrote and whose order means nothing.
  let unordered: Set<[String]>
  /// When the program ended.
  let ended: Event.Nanoseconds

  /// - Parameters:
  ///   - run: the run.
  ///   - program: what was run.
  init(_ run: ProgramRun, of program: ProgramSource) {
    ending = run.ending
    ended = run.ended
    files = run.files
    values = run.values
    mixed = run.mixed
    unordered = run.unordered
    var possible = EventOrder(of: program)
    var order = PrintedOrder(run)
    var cuts = 0
    var storedValues = 0
    for event in run.events {
      guard possible.accepts(event) else {
        ending = .contradictory
        break
      }
      if event.cutsOutput {
        // What is kept with a value is printed again one stream after the other.
        for part in order.parts(before: cuts, isMixed: storedValues == 0) { print(part) }
        cuts += 1
      }
      if case .storedBegan = event { storedValues += 1 }
      if case .storedEnded = event { storedValues -= 1 }
      record(event)
    }
    let last = order.parts(after: cuts)
    lastError = PrintedText.text(last.flatMap { $0.stream == .standardError ? $0.bytes : [] })
    if let trap, !trap.isFirstThread { errorEnd = PrintedText.text(order.endOfError(1 << 16)) }
    for part in last where part.stream == .standardOutput || isTextKept { print(part) }
  }

  /// Whether the last words on standard error are the cell's, and not the runtime's.
  var isTextKept: Bool {
    if isFinished { return true }
    return switch ending {
    case .exited, .passed, .garbled, .contradictory, .cancelled: trap == nil
    case .signalled: false
    }
  }

  /// Whether the `main` of a program's last piece ended it by `exit(0)`, as that of any program may.
  func isEndedByMain(of program: ProgramSource) -> Bool {
    guard case .exited(0) = ending, exit != nil, let last = pieces.last, last.ended == nil,
      let piece = program.pieces.last(where: { !$0.isNotRun })
    else { return false }
    return piece.id == last.id && piece.callsEntry
  }

  private mutating func record(_ event: Event) {
    switch event {
    case .pieceBegan(let id, let time):
      pieces.append(Piece(id: id, began: time))
      (printed, shown) = ([""], [])
    case .statementReached(let statement):
      lastStatement = statement
      printed.append("")
      shown = []
    case .valueShown(let value):
      let bundle = value.withoutControls
      shown = bundle.texts
      change { $0.output.append(.value(bundle)) }
    case .promiseReached(let id, let bundle):
      let texts = bundle?.withoutControls.texts ?? shown
      let mark = Transcript.Mark(
        promise: id,
        printed: printed,
        value: texts.first,
        otherTexts: texts.count > 1 ? Array(texts.dropFirst()) : nil
      )
      change { $0.marks.append(mark) }
      printed = [""]
    case .pieceEnded(_, let time):
      change { $0.ended = time }
    case .storedBegan, .storedEnded, .request, .errorWatched: break
    case .finished:
      isEndTold = true
    case .trapped(let signal, let isFirstThread, let frames):
      let place = Trap(signal: signal, frames: frames, isFirstThread: isFirstThread)
      if signal == Event.noSignal { exit = place } else { trap = place }
    }
  }

  private mutating func print(_ part: PrintedOrder.Part) {
    guard !part.bytes.isEmpty else { return }
    let (stream, text) = (part.stream, PrintedText.text(part.bytes))
    if stream == .standardOutput { printed[printed.count - 1] += text }
    change { piece in
      if case .text(let before, stream)? = piece.output.last {
        piece.output[piece.output.count - 1] = .text(before + text, stream)
      } else {
        piece.output.append(.text(text, stream))
      }
    }
  }

  /// Changes the piece that runs.
  private mutating func change(_ body: (inout Piece) -> Void) {
    guard !pieces.isEmpty else { return }
    body(&pieces[pieces.count - 1])
  }
}

extension DisplayBundle {
  /// The same with a plain text that can stand on paper.
  fileprivate var withoutControls: DisplayBundle {
    let text = TerminalText.plain(plain)
    return text == plain ? self : DisplayBundle(plain: text, forms, prefersPlain: prefersPlain)
  }
}
