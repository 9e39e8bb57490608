import Documents
import NotebookDisplay
import NotebookSyntax
import ResultStore

/// Answers what a running program asks for.
struct RequestService: Sendable {
  /// The program's stored values; `nil` where it has none or nothing is kept.
  let values: StoredValues?
  /// The folder in which the program runs.
  let folder: String

  /// What is known of a run up to now.
  struct Session: Sendable {
    /// The files that the program opened, also those of values that were kept.
    var files = OpenedFiles()
    /// The collections whose order means nothing, also those of values that were kept.
    fileprivate(set) var unordered: Set<[String]> = []
    fileprivate var statement: Int?
    fileprivate var filesByStatement: [Int: OpenedFiles] = [:]
    fileprivate var memory = StoredValues.Memory()
    /// The stored values that were asked for, each when it was there.
    fileprivate(set) var values: [Made] = []
    /// The calls whose values printed something that may be another's.
    fileprivate(set) var mixed: Set<SourcePosition> = []
    fileprivate var count: UInt32 = 0
    fileprivate var asked: [UInt32: StoredValues.Asked] = [:]
    /// The values that are being computed, the innermost last.
    fileprivate var computing: [Computation] = []
    fileprivate var computed: [UInt32: Computation] = [:]

    /// A number for a question. Questions that were settled long ago are forgotten.
    fileprivate mutating func next() -> UInt32 {
      count += 1
      if asked.count + computed.count > 4096 {
        let open = Set(computing.map(\.number))
        let recent = count - 256
        asked = asked.filter { $0.key >= recent || open.contains($0.key) }
        computed = computed.filter { $0.key >= recent }
      }
      return count
    }

    /// Notes what became of a value. Of very many the first tell enough.
    fileprivate mutating func note(_ made: Made) {
      if values.count < 100 { values.append(made) }
    }

    fileprivate mutating func add(_ file: OpenedFiles.File) {
      files.add(file)
      if let statement { filesByStatement[statement, default: OpenedFiles()].add(file) }
      // It cannot be told which of several threads reads it.
      for index in computing.indices { computing[index].files.add(file) }
    }

    fileprivate mutating func add(unordered elements: [String]) {
      unordered.insert(elements)
      for index in computing.indices { computing[index].unordered.insert(elements) }
    }
  }

  /// A value that is being computed, or was.
  fileprivate struct Computation: Sendable {
    var number: UInt32
    var files = OpenedFiles()
    var unordered: Set<[String]> = []
    /// Whether another value was begun in it and not ended, as it is where threads compute side by side.
    var isEntangled = false
    /// Whether something was shown or promised that a later run would miss.
    var isWatched = false
    var output: [UInt8] = []
    var error: [UInt8] = []

    var hasPrinted: Bool { !output.isEmpty || !error.isEmpty }
  }

  /// Notes an event that is not a request.
  ///
  /// - Parameter printed: what was printed on both streams since the value was begun.
  func note(
    _ event: Event,
    _ session: inout Session,
    printed: (output: [UInt8], error: [UInt8])
  ) {
    switch event {
    case .statementReached(let statement): session.statement = statement
    case .storedBegan(let number):
      session.computing.append(Computation(number: number))
    case .storedEnded(let number):
      guard let index = session.computing.firstIndex(where: { $0.number == number }) else { return }
      for inner in session.computing.indices[index...].dropFirst() {
        session.computing[index].isEntangled = true
        session.computing[inner].isEntangled = true
      }
      var computation = session.computing.remove(at: index)
      (computation.output, computation.error) = printed
      session.computed[number] = computation
    case .valueShown, .promiseReached:
      for index in session.computing.indices { session.computing[index].isWatched = true }
    case .pieceBegan, .pieceEnded, .finished, .trapped, .request, .errorWatched: break
    }
  }

  /// The answer to a request, if it waits for one.
  func answer(_ request: Request, _ session: inout Session) -> Reply? {
    switch request {
    case .reading(let path):
      session.add(OpenedFiles.File(path, in: folder))
      return .noted
    case .unordered(let elements):
      session.add(unordered: elements)
      return nil
    case .value(let question):
      let number = session.next()
      guard let values,
        let asked = values.asked(
          question,
          during: session.statement,
          isInside: !session.computing.isEmpty,
          opened: session.filesByStatement,
          &session.memory
        )
      else { return .missing(number: number, most: nil) }
      session.asked[number] = asked
      guard let (kept, files, made) = values.value(asked) else {
        return .missing(number: number, most: values.most)
      }
      session.note(made)
      for file in files { session.add(file) }
      for elements in kept.unordered { session.add(unordered: elements) }
      return .kept(
        number: number,
        most: values.most,
        output: kept.output,
        error: kept.error,
        value: kept.value
      )
    case .keep(let number, let value):
      guard let values, let asked = session.asked.removeValue(forKey: number),
        let computed = session.computed.removeValue(forKey: number)
      else { return nil }
      let stored = StoredValue(
        output: computed.output,
        error: computed.error,
        unordered: computed.unordered.sorted { $0.lexicographicallyPrecedes($1) },
        value: value[...]
      )
      // Of what several print side by side nobody could tell whose it is.
      let isMixed = computed.hasPrinted && (asked.hasCompany || computed.isEntangled)
      if isMixed { session.mixed.insert(asked.position) }
      let isWhole = !isMixed && !computed.isWatched
      session.note(
        values.keep(isWhole ? stored : nil, for: asked, opened: computed.files)
      )
      return nil
    }
  }
}
