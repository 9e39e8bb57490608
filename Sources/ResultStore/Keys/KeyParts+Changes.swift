extension KeyParts {
  /// The names of the parts that differ from earlier ones, were added, or are gone, sorted.
  ///
  /// Where the kind or its version differ, `kind` or `version` stands before them. It is empty
  /// exactly where both have the same key.
  /// - Parameter earlier: the parts as they were before.
  public func changes(since earlier: KeyParts) -> [String] {
    var changes: [String] = []
    if kind.name != earlier.kind.name { changes.append("kind") }
    if kind.version != earlier.kind.version { changes.append("version") }
    let old = earlier.byName
    let new = byName
    let names = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    return changes + names.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  /// By the names' bytes, as texts are equal to some of other bytes.
  private var byName: [[UInt8]: [Fingerprint]] {
    Dictionary(grouping: parts) { Array($0.name.utf8) }.mapValues { $0.map(\.fingerprint) }
  }
}
