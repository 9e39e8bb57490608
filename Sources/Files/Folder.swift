import Foundation

/// What is done with folders; symbolic links in them are never followed.
package enum Folder {
  /// The names in a folder with their status; names that go meanwhile or are no UTF-8 are left out.
  package static func content(
    of path: String,
    where isWanted: (String) -> Bool = { _ in true }
  ) throws(SystemFault) -> [(name: String, status: FileStatus)] {
    var content: [(name: String, status: FileStatus)] = []
    try entries(in: Array(path.utf8CString)) { letters, _, descriptor in
      guard let name = String(validatingCString: letters), isWanted(name) else { return }
      var status = stat()
      guard fstatat(descriptor, letters, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
      content.append((name, FileStatus(status)))
    }
    return content
  }

  /// Visits what lies in a folder, in no order.
  ///
  /// - Parameters:
  ///   - path: ends with a zero.
  ///   - visit: is given the name of each, which need not be UTF-8, what the folder says of its type, and
  ///     the descriptor of the folder.
  /// - Throws: why the folder cannot be looked into.
  static func entries(
    in path: [CChar],
    _ visit: (_ name: UnsafePointer<CChar>, _ type: UInt8, _ descriptor: Int32) -> Void
  ) throws(SystemFault) {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { break }
      let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { continue }
      visit(name, entry.pointee.d_type, dirfd(folder))
    }
  }

  /// The names in a folder; none where it cannot be looked into.
  package static func names(in path: String) -> [String] {
    (try? FolderNames(of: path).names) ?? []
  }

  /// Makes a folder where nothing is.
  /// - Parameter permissions: who may do what with it, as far as the user's mask lets that be.
  package static func makeNew(
    _ path: String,
    permissions: FileStatus.Permissions = 0o777
  ) throws(SystemFault) {
    try checked { mkdir(path, permissions) }
  }

  /// Makes a folder where there is none, and those that it lies in.
  /// - Parameter permissions: who may do what with those that are made.
  package static func make(
    _ path: String,
    permissions: FileStatus.Permissions = 0o777
  ) throws(SystemFault) {
    if mkdir(path, permissions) == 0 { return }
    let fault = SystemFault.last
    if fault.code == EEXIST { return }
    guard fault.code == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw fault
    }
    try make(String(path[..<slash]), permissions: permissions)
    guard mkdir(path, permissions) == 0 || errno == EEXIST else { throw .last }
  }

  /// Makes a folder in place of anything else that has its name.
  package static func makeInPlace(_ path: String) throws(SystemFault) {
    if mkdir(path, 0o777) == 0 { return }
    let fault = SystemFault.last
    guard fault.code == EEXIST else { throw fault }
    if (try? FileStatus(of: path, followingLinks: true))?.isFolder == true { return }
    // Never removes a folder.
    unlink(path)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
  }

  /// Removes a file, a link, or a folder with all that is in it; what is gone already is removed.
  package static func remove(_ path: String) throws(SystemFault) {
    try remove(bytes: Array(path.utf8CString).dropLast())
  }

  /// - Parameter path: any bytes, as names in a folder need not be UTF-8.
  private static func remove(bytes path: ArraySlice<CChar>) throws(SystemFault) {
    let text = Array(path) + [0]
    if unlink(text) == 0 { return }
    let fault = SystemFault.last
    if fault.isAbsence { return }
    var status = stat()
    guard lstat(text, &status) == 0, FileStatus(status).isFolder else { throw fault }
    // A process that has outlived the one that made the folder may still write into it.
    for _ in 0..<100 {
      for name in try bytes(ofNamesIn: text) { try remove(bytes: path + [slash] + name) }
      if rmdir(text) == 0 || SystemFault.last.isAbsence { return }
      guard [ENOTEMPTY, EEXIST].contains(SystemFault.last.code) else { break }
    }
    throw .last
  }

  private static let slash = CChar(UInt8(ascii: "/"))

  /// The names in a folder; none where it is gone.
  private static func bytes(ofNamesIn path: [CChar]) throws(SystemFault) -> [[CChar]] {
    var names: [[CChar]] = []
    do throws(SystemFault) {
      try entries(in: path) { name, _, _ in
        names.append(Array(UnsafeBufferPointer(start: name, count: strlen(name))))
      }
    } catch {
      if !error.isAbsence { throw error }
    }
    return names
  }

  /// Puts a file in another's place.
  package static func move(_ path: String, to place: String) throws(SystemFault) {
    try checked { rename(path, place) }
  }

  /// Makes a symbolic link.
  package static func link(_ path: String, to target: String) throws(SystemFault) {
    try checked { symlink(target, path) }
  }

  /// Where a symbolic link leads, as it says; `nil` for anything else.
  package static func target(ofLink path: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: path)
  }

  /// Whether files can be put into a folder.
  package static func isUsable(_ path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

  /// Where the system keeps what is needed for a while.
  package static var temporary: String { FileManager.default.temporaryDirectory.path }

  /// The folder that relative paths begin at; `nil` where it is gone.
  package static var current: String? {
    guard let buffer = getcwd(nil, 0) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// A path that does not change with the working folder.
  package static func absolute(_ path: String) -> String? {
    path.hasPrefix("/") ? path : current.map { $0 + "/" + path }
  }
}
