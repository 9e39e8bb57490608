import Files

extension ResultStore {
  private static let kind = ResultKind("list of makings", version: 1)

  /// How the results of a subject were last made, in the order in which they were remembered.
  /// - Parameter kinds: the kinds of its results, by which it is known how changes are told.
  public func makings(of subject: Subject, _ kinds: [ResultKind] = []) -> [Making] {
    read(Self.key(of: subject)).flatMap { Making.decoded($0, of: kinds) } ?? []
  }

  /// Remembers that results of a subject were made just now, or used again, so that it can be told
  /// later why. It reads and writes one entry, and so is for when something was made.
  ///
  /// - Parameters:
  ///   - made: all results of the subject; others that it had are forgotten.
  ///   - subject: whose results they are.
  public func remember(_ made: [Made], of subject: Subject) {
    guard !isReadOnly else { return }
    let last = Dictionary(makings(of: subject).map { ($0.name, $0) }) { first, _ in first }
    let now = Moment.now.seconds
    let makings = made.map { $0.making(after: last[$0.name], at: now) }
    write(Making.encoded(makings), for: Self.key(of: subject))
  }

  private static func key(of subject: Subject) -> StoreKey {
    var parts = KeyParts(kind: kind)
    parts.add(.subject, texts: subject.names)
    return parts.key
  }
}

extension PartName {
  fileprivate static let subject = PartName("subject", .sentence("what it is for changed"))
}

/// A result that was made just now, or found.
public struct Made: Hashable, Sendable {
  /// The result's name among those of its subject.
  public var name: String
  /// What determines it.
  public var parts: KeyParts
  /// How it came to be made; whether it was only found.
  public var marks: Making.Marks

  /// - Parameters:
  ///   - parts: what determines it.
  ///   - name: the result's name among those of its subject; empty for the only one.
  ///   - marks: how it came to be made.
  public init(_ parts: KeyParts, named name: String = "", _ marks: Making.Marks = []) {
    self.name = name
    self.parts = parts
    self.marks = marks
  }

  fileprivate func making(after last: Making?, at now: Int) -> Making {
    guard marks.contains(.isReused) else {
      return Making(name: name, parts: parts, earlier: last?.parts, seconds: now, marks: marks)
    }
    guard var making = last else {
      return Making(name: name, parts: parts, earlier: nil, seconds: nil, marks: marks)
    }
    making.marks.insert(.isReused)
    return making
  }
}
