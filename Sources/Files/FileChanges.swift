/// What changed on the disk, as somebody who watches folders tells it, by absolute paths.
package struct FileChanges: Sendable, Equatable {
  /// The files whose content changed.
  private var contents: Set<String> = []
  /// What came, went or was put in another's place.
  private var entries: Set<String> = []
  /// The folders in which something came or went.
  private var folders: Set<String> = []
  /// The folders above all that changed.
  private var above: Set<String> = []
  /// Whether more changed than could be told.
  package private(set) var isEverything = false

  /// Nothing.
  package init() {}

  /// More than can be told.
  package static var everything: FileChanges {
    var changes = FileChanges()
    changes.isEverything = true
    return changes
  }

  package var isEmpty: Bool { !isEverything && contents.isEmpty && entries.isEmpty }

  /// All that is told of.
  package var paths: Set<String> { contents.union(entries) }

  /// What came, went or was put in another's place.
  package var comings: Set<String> { entries }

  /// Adds that a file's content changed.
  package mutating func add(content path: String) {
    contents.insert(path)
    above.formUnion(Self.folders(above: path))
  }

  /// Adds that something came, went or was put in another's place.
  package mutating func add(entry path: String) {
    entries.insert(path)
    let outer = Self.folders(above: path)
    if let folder = outer.first { folders.insert(folder) }
    above.formUnion(outer)
  }

  package mutating func formUnion(_ other: FileChanges) {
    contents.formUnion(other.contents)
    entries.formUnion(other.entries)
    folders.formUnion(other.folders)
    above.formUnion(other.above)
    isEverything = isEverything || other.isEverything
  }

  /// Whether something that depends on a file is to be made anew.
  package func concern(_ file: WatchedFile) -> Bool {
    if isEverything { return true }
    return file.places.contains { place in
      switch file.use {
      case .content: contents.contains(place) || above.contains(place) || hasMoved(place)
      case .excerpt: contents.contains(place) || hasMoved(place)
      case .names: folders.contains(place) || hasMoved(place)
      case .presence: hasMoved(place)
      }
    }
  }

  /// Whether a path, or a folder that it lies in, came or went.
  private func hasMoved(_ place: String) -> Bool {
    !entries.isEmpty
      && (entries.contains(place) || Self.folders(above: place).contains(where: entries.contains))
  }

  /// The folders that something lies in, the nearest first.
  package static func folders(above path: String) -> [String] {
    var folders: [String] = []
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      folders.append(rest.isEmpty ? "/" : String(rest))
    }
    return folders
  }
}
