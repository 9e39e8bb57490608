#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Temporary files and folders that go with the process which made them: if not by its own hand, then
/// by that of a later one.
///
/// A process holds a lock on what it has made, which ends with the process, however that ends. A lock
/// that nobody holds therefore tells, on any machine, that a file is left over.
package enum HeldFiles {
  /// Holds an open file or folder until it is closed.
  /// - Returns: whether that came before somebody else took it for left over and removed it.
  package static func hold(_ descriptor: Int32) -> Bool {
    // A file system without locks holds everything.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// The processes that hold a file, as far as the system tells.
  package static func holders(of path: String) -> [pid_t] {
    guard let status = try? FileStatus(of: path, followingLinks: true),
      let locks = WholeFile.text(of: "/proc/locks")
    else { return [] }
    return locks.split(separator: "\n").compactMap { line in
      // Such as `23: FLOCK  ADVISORY  WRITE 6185 fe:00:1081369 0 EOF`; who waits has an arrow before it.
      let words = line.split(separator: " ")
      guard words.count > 5, words[1] == "FLOCK", words[5].hasSuffix(":\(status.number)") else {
        return nil
      }
      return pid_t(words[4])
    }
  }

  /// Removes what nobody holds.
  /// - Parameters:
  ///   - folder: where it lies.
  ///   - isOne: whether a name is that of a temporary file or folder.
  package static func removeLeftovers(in folder: String, where isOne: (String) -> Bool) {
    for (name, _) in (try? Folder.content(of: folder, where: isOne)) ?? [] {
      let path = folder + "/" + name
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? Folder.remove(path) }
      close(descriptor)
    }
  }
}
