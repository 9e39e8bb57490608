extension KeyParts {
  /// The parts that differ from earlier ones, were added, or are gone, by name.
  ///
  /// Where the kind or its version differ, ``PartName/kind`` or ``PartName/version`` stands before them. It
  /// is empty exactly where both have the same key.
  /// - Parameter earlier: the parts as they were before.
  public func changes(since earlier: KeyParts) -> [PartChange] {
    var changes: [PartChange] = []
    if kind.name != earlier.kind.name {
      changes.append(PartChange(name: .kind, kind: .changed, place: 0))
    }
    if kind.version != earlier.kind.version {
      changes.append(PartChange(name: .version, kind: .changed, place: 0))
    }
    let old = earlier.byName
    let new = byName
    let names = Set(old.keys).union(new.keys).sorted { $0.lexicographicallyPrecedes($1) }
    for name in names {
      changes += Self.changes(
        of: kind.part(String(decoding: name, as: UTF8.self)),
        from: old[name] ?? [],
        to: new[name] ?? []
      )
    }
    return changes
  }

  /// The differences of two lists between what both begin and end with, so that a part which is put
  /// in does not make those behind it look changed.
  private static func changes(
    of name: PartName,
    from old: [Fingerprint],
    to new: [Fingerprint]
  ) -> [PartChange] {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed())
      .prefix { $0 == $1 }.count
    let (oldEnd, newEnd) = (old.count - tail, new.count - tail)
    return (head..<max(oldEnd, newEnd)).compactMap { place in
      let kind: PartChange.Kind
      switch (place < oldEnd, place < newEnd) {
      case (true, false): kind = .removed
      case (false, _): kind = .added
      case (true, true):
        if old[place] == new[place] { return nil }
        kind = .changed
      }
      return PartChange(name: name, kind: kind, place: place)
    }
  }

  /// By the names' bytes, as texts are equal to some of other bytes.
  private var byName: [[UInt8]: [Fingerprint]] {
    Dictionary(grouping: parts) { Array($0.name.utf8) }.mapValues { $0.map(\.fingerprint) }
  }
}
