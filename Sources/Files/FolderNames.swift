#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The names in a folder, byte by byte in their order.
package struct FolderNames: Sendable {
  package private(set) var names: [String] = []
  /// Those that are no UTF-8, as well as they can be shown, and whether each may be a folder.
  package private(set) var unreadable: [(name: String, isFolder: Bool)] = []

  /// - Throws: why the folder cannot be looked into.
  package init(of folder: String) throws(SystemFault) {
    var names: [String] = []
    var unreadable: [(name: String, isFolder: Bool)] = []
    try Folder.entries(in: Array(folder.utf8CString)) { letters, type, _ in
      if let name = String(validatingCString: letters) {
        names.append(name)
      } else {
        unreadable.append((String(cString: letters), type != UInt8(DT_REG)))
      }
    }
    self.names = names.sorted { PathKey($0) < PathKey($1) }
    self.unreadable = unreadable.sorted { PathKey($0.name) < PathKey($1.name) }
  }

  init(_ names: Set<PathKey>) { self.names = names.sorted().map(\.text) }

  /// These names and others.
  func adding(_ others: Set<PathKey>) -> FolderNames {
    var all = self
    all.names = others.union(names.map { PathKey($0) }).sorted().map(\.text)
    return all
  }
}
