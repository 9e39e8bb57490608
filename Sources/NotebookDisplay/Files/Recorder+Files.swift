#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Recorder {
  /// Lets a file that is about to be read be noted.
  func note(_ path: String) {
    // A cell may have gone to another folder; the other end has not.
    var path = path
    if !path.hasPrefix("/"), let folder = Self.currentFolder, folder != startFolder {
      path = folder + "/" + path
    }
    _ = ask(.reading(path: path))
  }

  static var currentFolder: String? {
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return String(cString: folder)
  }
}
