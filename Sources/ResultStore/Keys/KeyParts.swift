/// All that determines a result, part by part: the code, the toolchain, the flags, …
///
/// Of each part the name and a digest are kept, so that two collections can be compared later and
/// the part that changed be named. Parts of different names may be added in any order; parts of one
/// name form a list, whose order counts.
public struct KeyParts: Hashable, Sendable {
  /// What sort of result they determine.
  public let kind: ResultKind

  /// Sorted by name; parts of one name stand as they were added.
  private(set) var parts: [Part] = []

  struct Part: Hashable, Sendable {
    var name: String
    var fingerprint: Fingerprint
  }

  /// - Parameter kind: what sort of result they determine.
  public init(kind: ResultKind) { self.kind = kind }

  /// The parts' names, sorted; a name that was added twice stands twice.
  public var names: [PartName] { parts.map { kind.part($0.name) } }

  /// Whether there is a part of a name.
  public func contains(_ name: PartName) -> Bool {
    let text = name.text
    return parts.contains { $0.name.utf8.elementsEqual(text.utf8) }
  }

  /// The key of the result, over the kind, its version, and each part's name and content.
  public var key: StoreKey { StoreKey(kind: kind, fingerprint: Fingerprint(of: encoded)) }

  /// Adds a text, by its UTF-8.
  public mutating func add(_ name: PartName, _ text: String) {
    insert(Part(name: name.text, fingerprint: Fingerprint(of: text)))
  }

  /// Adds bytes.
  public mutating func add(_ name: PartName, bytes: [UInt8]) {
    insert(Part(name: name.text, fingerprint: Fingerprint(of: bytes)))
  }

  /// Adds several texts as one part; how they are split counts.
  public mutating func add(_ name: PartName, texts: [String]) {
    insert(Part(name: name.text, texts: texts))
  }

  /// Adds many parts of several texts each, which takes less time than one by one.
  public mutating func add(_ list: some Sequence<(PartName, [String])>) {
    parts += list.map { name, texts in Part(name: name.text, texts: texts) }
    // The sort is stable, so that parts of one name keep their order.
    parts.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Adds another result's key, on which this one builds.
  public mutating func add(_ name: PartName, _ key: StoreKey) {
    insert(Part(name: name.text, fingerprint: key.fingerprint))
  }

  /// Adds the content of a file, or of a folder with all that is not hidden in it; its own name and
  /// times do not count.
  ///
  /// A file that is missing or cannot be read is a part too, unlike any content. Where a file may
  /// change while the result is made, take the key again afterwards and keep the result only if
  /// both agree.
  /// - Returns: whether the file could be read.
  @discardableResult
  public mutating func add(_ name: PartName, file path: String) -> Bool {
    let fingerprint = Fingerprint(at: path)
    add(name, content: fingerprint)
    return fingerprint != nil
  }

  /// Adds the content of a file that was read before; `nil` for one that could not be read.
  public mutating func add(_ name: PartName, content: Fingerprint?) {
    insert(Part(name: name.text, fingerprint: content ?? .unreadable))
  }

  /// Adds parts of another result, with what determines it, by their names.
  public mutating func add(
    partsOf other: KeyParts,
    where isWanted: ((_ name: PartName) -> Bool)? = nil
  ) {
    for part in other.parts where isWanted?(other.kind.part(part.name)) ?? true { insert(part) }
  }

  private mutating func insert(_ part: Part) {
    // A place after all parts that do not follow it, so that equal names keep their order.
    var (start, end) = (parts.startIndex, parts.endIndex)
    while start < end {
      let middle = start + (end - start) / 2
      if part.name.utf8.lexicographicallyPrecedes(parts[middle].name.utf8) {
        end = middle
      } else {
        start = middle + 1
      }
    }
    parts.insert(part, at: start)
  }

  /// Takes parts as they were encoded, and refuses those that are not sorted.
  init?(kind: ResultKind, parts: [Part]) {
    for (part, next) in zip(parts, parts.dropFirst())
    where next.name.utf8.lexicographicallyPrecedes(part.name.utf8) {
      return nil
    }
    self.kind = kind
    self.parts = parts
  }
}

extension KeyParts.Part {
  /// How the texts are split counts.
  fileprivate init(name: String, texts: [String]) {
    var list: [UInt8] = []
    for text in texts { list.append(text: text) }
    self.init(name: name, fingerprint: Fingerprint(of: list))
  }
}
