/// Files that lie in memory, in front of those on the disk, and the folders that they lie in.
struct FilesInFront: Sendable {
  private var files: [PathKey: [UInt8]] = [:]

  var isEmpty: Bool { files.isEmpty }

  mutating func put(_ bytes: [UInt8], at path: String) { files[PathKey(real: path)] = bytes }

  mutating func take(at path: String) { files[PathKey(real: path)] = nil }

  func contents(of path: String) -> [UInt8]? { files[PathKey(real: path)] }

  func item(at path: String) -> FileItem? {
    let key = PathKey(real: path)
    if let bytes = files[key] { return FileItem(isFolder: false, size: bytes.count) }
    let isFolder = files.keys.contains { $0.name(below: key) != nil }
    return isFolder ? FileItem(isFolder: true, size: 0) : nil
  }

  /// The names of files and folders in a folder.
  func names(in folder: String) -> Set<PathKey> {
    let key = PathKey(real: folder)
    return Set(files.keys.compactMap { $0.name(below: key) })
  }
}
