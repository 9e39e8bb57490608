/// What is being done with one document, of several.
public struct DocumentProgress: Sendable, Equatable {
  /// What is done with documents, such as `rendering`.
  public var verb: String
  /// The document's path, as the user gave it.
  public var path: String
  /// Which document it is, from 1.
  public var number: Int
  /// How many there are.
  public var count: Int
  /// What is being done with it now.
  public var phase: ProgressPhase

  /// - Parameters:
  ///   - verb: what is done with documents, such as `rendering`.
  ///   - path: the document.
  ///   - number: which it is, from 1.
  ///   - count: how many there are.
  ///   - phase: what is being done with it.
  public init(verb: String, path: String, number: Int, count: Int, phase: ProgressPhase) {
    self.verb = verb
    self.path = path
    self.number = number
    self.count = count
    self.phase = phase
  }
}

/// The documents in the works, as a front end shows them, whatever it is. A ``ProgressObserver`` keeps it up
/// to date by what it is told.
public struct ProgressList: Sendable {
  private var verb = ""
  private var count = 0
  private var begun = 0
  private var most = 1
  private var documents: [Int: DocumentProgress] = [:]

  /// Nothing is in the works.
  public init() {}

  /// The documents in the works in the order in which they were begun; no more than at a time.
  public var shown: [DocumentProgress] {
    documents.sorted { $0.key < $1.key }.prefix(most).map(\.value)
  }

  /// Takes note of what is to come: see ``ProgressObserver/expect(_:_:lines:)``.
  public mutating func expect(_ verb: String, _ count: Int, lines: Int) {
    (self.verb, self.count, begun, most) = (verb, count, 0, lines)
  }

  /// Takes note that a document is in the works.
  /// - Returns: its number.
  public mutating func begin(_ path: String) -> Int {
    begun += 1
    documents[begun] = DocumentProgress(
      verb: verb,
      path: path,
      number: begun,
      count: count,
      phase: .reading
    )
    return begun
  }

  /// Takes note of what is being done with a document now.
  public mutating func tell(_ phase: ProgressPhase, of number: Int) {
    documents[number]?.phase = phase
  }

  /// Takes note that nothing more is done with a document.
  public mutating func end(_ number: Int) { documents[number] = nil }

  /// Takes note that nothing is in the works any more.
  public mutating func endAll() { documents = [:] }
}
