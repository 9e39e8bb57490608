#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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

  /// Makes a folder where there is none, and those that it lies in.
  package static func make(_ path: String) throws(SystemFault) {
    if mkdir(path, 0o777) == 0 { return }
    let fault = SystemFault.last
    if fault.code == EEXIST { return }
    guard fault.code == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw fault
    }
    try make(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
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
    if unlink(path) == 0 { return }
    let fault = SystemFault.last
    if fault.isAbsence { return }
    guard (try? FileStatus(of: path))?.isFolder == true else { throw fault }
    for (name, _) in try content(of: path) { try remove(path + "/" + name) }
    guard rmdir(path) == 0 || SystemFault.last.isAbsence else { throw .last }
  }

  /// Puts a file in another's place.
  package static func move(_ path: String, to place: String) throws(SystemFault) {
    try checked { rename(path, place) }
  }

  /// A path that does not change with the working folder.
  package static func absolute(_ path: String) -> String? {
    if path.hasPrefix("/") { return path }
    guard let buffer = getcwd(nil, 0) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer) + "/" + path
  }
}
