#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the system says of a file.
package struct FileStatus {
  /// Who may do what with a file, as the system counts it.
  package typealias Permissions = mode_t

  package var isRegular: Bool
  package var isFolder: Bool
  /// What it is where it is neither a file nor a folder, in words; `nil` for those.
  package var otherKind: String?
  package var size: Int
  /// Whose it is, by the number of the user.
  package var owner: UInt32
  /// Who may do what with it.
  package var permissions: Permissions
  /// When it was last changed or touched.
  package var time: Moment
  /// When it, its names or its owner last changed, which nobody can set.
  package var changeTime: Moment
  /// What the system knows it by.
  package var number: UInt64

  package init(_ status: stat) {
    isRegular = status.st_mode & S_IFMT == S_IFREG
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR: otherKind = nil
    case S_IFIFO: otherKind = "a pipe"
    case S_IFSOCK: otherKind = "a socket"
    default: otherKind = "a device"
    }
    size = Int(status.st_size)
    owner = status.st_uid
    permissions = status.st_mode & 0o7777
    number = UInt64(status.st_ino)
    #if canImport(Darwin)
      time = Moment(status.st_mtimespec)
      changeTime = Moment(status.st_ctimespec)
    #else
      time = Moment(status.st_mtim)
      changeTime = Moment(status.st_ctim)
    #endif
  }

  /// What stands at a path.
  package init(of path: String, followingLinks: Bool = false) throws(SystemFault) {
    var status = stat()
    try checked { followingLinks ? stat(path, &status) : lstat(path, &status) }
    self.init(status)
  }

  /// Whether anything stands at a path. A link counts as what it leads to.
  package static func isThere(_ path: String) -> Bool {
    (try? FileStatus(of: path, followingLinks: true)) != nil
  }

  /// Whether what stands at a path can be read.
  package static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Whether what stands at a path can be written.
  package static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Whether what stands at a path can be run.
  package static func isProgram(_ path: String) -> Bool { access(path, X_OK) == 0 }

  /// The room that it takes on a disk, in whole blocks of 4 KiB.
  package var room: Int { Self.room(for: size) }

  package static func room(for size: Int) -> Int { (size + 4095) / 4096 * 4096 }
}
