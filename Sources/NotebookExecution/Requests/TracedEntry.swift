import ResultStore

/// What is kept for a key: a result, or, where files were opened on the way to it, their paths, whose
/// contents then lead to the result.
enum TracedEntry<Value> {
  case result(Value)
  case opened([String])
}

extension TracedEntry: Codable where Value: Codable {}

extension TracedEntry {
  /// Finds the result of some parts.
  ///
  /// - Parameters:
  ///   - parts: what determines it, without the files.
  ///   - folder: where the files' paths begin.
  ///   - read: gives what is kept for a key.
  /// - Returns: the result, and the files as they are now, which are among its parts.
  static func find(
    _ parts: KeyParts,
    in folder: String,
    _ read: (StoreKey) -> TracedEntry?
  ) -> (value: Value, files: [OpenedFiles.File], parts: KeyParts)? {
    switch read(parts.key) {
    case .result(let value): return (value, [], parts)
    case .opened(let paths):
      let files = paths.map { OpenedFiles.File($0, in: folder) }
      var parts = parts
      parts.add(files)
      guard case .result(let value) = read(parts.key) else { return nil }
      return (value, files, parts)
    case nil: return nil
    }
  }

  /// Keeps the result of some parts.
  ///
  /// - Parameters:
  ///   - value: the result.
  ///   - parts: what determines it, without the files.
  ///   - files: those that were opened.
  ///   - write: keeps an entry for a key.
  static func keep(
    _ value: Value,
    for parts: KeyParts,
    opened files: OpenedFiles,
    _ write: (TracedEntry, StoreKey) -> Void
  ) {
    var parts = parts
    if !files.files.isEmpty {
      write(.opened(files.paths), parts.key)
      parts.add(files.files)
    }
    write(.result(value), parts.key)
  }
}
