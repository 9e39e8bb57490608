import Foundation

/// What is done with folders; symbolic links in them are never followed.
package enum Folder {
  /// The names in a folder with their status; names that go meanwhile or are no UTF-8 are left out.
  package static func content(
    of path: String,
    where isWanted: (String) -> Bool = { _ in true }
  ) throws(SystemFault) -> [(name: String, status: FileStatus)] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var content: [(name: String, status: FileStatus)] = []
    while let entry = readdir(folder) {
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { break }
      let start = UnsafeRawPointer(entry) + offset
      let letters = start.assumingMemoryBound(to: CChar.self)
      guard let name = String(validatingCString: letters), name != ".", name != "..", isWanted(name)
      else { continue }
      var status = stat()
      guard fstatat(dirfd(folder), letters, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      content.append((name, FileStatus(status)))
    }
    return content
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
    try remove(bytes: path.utf8CString.dropLast())
  }

  /// - Parameter path: any bytes, as names in a folder need not be UTF-8.
  private static func remove(bytes path: ContiguousArray<CChar>.SubSequence) throws(SystemFault) {
    let text = ContiguousArray(path) + [0]
    func call(_ body: (UnsafePointer<CChar>) -> Int32) -> Bool {
      text.withUnsafeBufferPointer { $0.baseAddress.map(body) } == 0
    }
    if call({ unlink($0) }) { return }
    let fault = SystemFault.last
    if fault.isAbsence { return }
    var status = stat()
    guard call({ lstat($0, &status) }), FileStatus(status).isFolder else { throw fault }
    // A process that has outlived the one that made the folder may still write into it.
    for _ in 0..<100 {
      for name in try names(in: text) { try remove(bytes: path + [slash] + name) }
      if call({ rmdir($0) }) || SystemFault.last.isAbsence { return }
      guard [ENOTEMPTY, EEXIST].contains(SystemFault.last.code) else { break }
    }
    throw .last
  }

  private static let slash = CChar(UInt8(ascii: "/"))

  /// The names in a folder, as bytes.
  /// - Parameter path: ends with a zero.
  private static func names(
    in path: ContiguousArray<CChar>
  ) throws(SystemFault) -> [ContiguousArray<CChar>.SubSequence] {
    guard let folder = path.withUnsafeBufferPointer({ $0.baseAddress.flatMap(opendir) }) else {
      if SystemFault.last.isAbsence { return [] }
      throw .last
    }
    defer { closedir(folder) }
    var names: [ContiguousArray<CChar>.SubSequence] = []
    while let entry = readdir(folder) {
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { break }
      let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      let name = ContiguousArray(UnsafeBufferPointer(start: start, count: strlen(start)))
      let dot = CChar(UInt8(ascii: "."))
      if name != [dot], name != [dot, dot] { names.append(name[...]) }
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
