import Files

extension KeyParts {
  /// Adds files by their paths and stamps, which takes less time than reading them.
  /// - Returns: whether all of them are there and have been left alone for long enough.
  public mutating func add(_ name: PartName, stampsOf paths: [String]) -> Bool {
    let stamps = paths.map { FileStamp(of: $0) }
    add(name, texts: zip(paths, stamps).flatMap { [$0, $1?.text ?? ""] })
    return stamps.allSatisfy { $0?.isSettled ?? false }
  }
}
