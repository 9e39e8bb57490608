import Foundation
import Interruption
import ResultStore
import Synchronization

/// Writing a file so that a reader sees the old one or the new one, whole, and never a part.
enum WholeFile {
  /// Why a file could not be written.
  struct Fault: Error {
    var message: String

    /// The program is being ended.
    static let interrupted = Fault(message: "the work was interrupted")
  }

  /// The folders in which killed writers' files were looked for.
  private static let tidied = Mutex<Set<String>>([])

  /// Writes bytes aside first, and then puts the file in its place.
  /// - Parameter keepsPermissions: whether the new file is for the same users as the old one.
  static func write(
    _ bytes: [UInt8],
    to path: String,
    keepsPermissions: Bool = false
  ) throws(Fault) {
    try replace(path) { (descriptor) throws(Fault) in
      if keepsPermissions, let mode = status(of: path)?.mode { fchmod(descriptor, mode) }
      try write(bytes, to: descriptor)
    }
  }

  /// Writes bytes where others are, and leaves a file alone, with its date, that has them already.
  static func update(_ bytes: [UInt8], at path: String) throws(Fault) {
    let path = try target(of: path)
    if let old = FileManager.default.contents(atPath: path), old.elementsEqual(bytes) { return }
    try write(bytes, to: path)
  }

  /// Gives a file today's date.
  /// - Returns: whether that could be done.
  static func touch(_ path: String) -> Bool { utimensat(AT_FDCWD, path, nil, 0) == 0 }

  /// Copies a file, unless what is there is its copy already: has its size, and is younger.
  static func copy(_ source: String, to path: String) throws(Fault) {
    guard let new = status(of: source) else { throw Fault(message: reason()) }
    if let old = status(of: path), old.size == new.size, old.written > new.changed { return }
    try replace(path) { (descriptor) throws(Fault) in
      var begun = stat()
      guard fstat(descriptor, &begun) == 0 else { throw Fault(message: reason()) }
      let bytes: Data
      do {
        bytes = try Data(contentsOf: URL(filePath: source))
      } catch {
        throw Fault(message: "\(source): \(error.localizedDescription)")
      }
      try write(Array(bytes), to: descriptor)
      // So that a source which changes while it is read is younger than its copy.
      guard futimens(descriptor, [begun.written, begun.written]) == 0 else {
        throw Fault(message: reason())
      }
    }
  }

  /// Copies a file that must hold something, so that its copy does.
  static func copy(
    _ source: String,
    to path: String,
    holding content: Fingerprint
  ) throws(Fault) {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: source))
    } catch {
      throw Fault(message: "\(source): \(error.localizedDescription)")
    }
    guard Fingerprint(of: Array(bytes)) == content else {
      throw Fault(message: "\(source) changed while the page was made; make it again")
    }
    try write(Array(bytes), to: path)
  }

  /// The regular file that a path leads to, or the place for one. What is anything else, such as a device
  /// or a pipe, is not replaced by a file: others may be using it.
  private static func target(of path: String) throws(Fault) -> String {
    guard !path.isEmpty else { throw Fault(message: "its name is empty") }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw Fault(
        message: isFolder
          ? String(cString: strerror(EISDIR)) : "this is a device or a pipe, and no file"
      )
    }
    // The file that a link leads to is meant, not the link.
    var target = path
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: target) else {
        return target
      }
      target = MarkdownFiles.path(next, beside: target)
    }
    throw Fault(message: String(cString: strerror(ELOOP)))
  }

  private static func replace(
    _ path: String,
    _ write: (_ descriptor: Int32) throws(Fault) -> Void
  ) throws(Fault) {
    let path = try target(of: path)
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard makeFolder(folder) else { throw Fault(message: reason()) }
    if tidied.withLock({ $0.insert(folder).inserted }) {
      HeldFiles.removeLeftovers(in: folder, where: isTemporary)
    }
    let (temporary, descriptor, ticket) = try begin(in: folder)
    defer {
      Leftovers.forget(ticket)
      close(descriptor)
    }
    do throws(Fault) {
      try write(descriptor)
      guard let step = UnbrokenStep() else { throw .interrupted }
      defer { step.end() }
      // A network file system tells at the end of bytes that it could not keep.
      guard close(dup(descriptor)) == 0, rename(temporary, path) == 0 else {
        throw Fault(message: reason())
      }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static let prefix = ".lectern-"

  private static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(prefix) && TemporaryName.isOne(name)
  }

  /// Makes a file that no one reads, and no one else writes or removes.
  private static func begin(
    in folder: String
  ) throws(Fault) -> (path: String, descriptor: Int32, ticket: Leftovers.Ticket) {
    guard let step = UnbrokenStep() else { throw .interrupted }
    defer { step.end() }
    while true {
      let path = "\(folder)/\(prefix)\(TemporaryName.next())"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw Fault(message: reason()) }
      if HeldFiles.hold(descriptor) { return (path, descriptor, Leftovers.note(path)) }
      close(descriptor)
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Fault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Fault(message: reason())
      }
      written += count
    }
  }

  private static func makeFolder(_ path: String) -> Bool {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT else { return false }
    let parent = URL(filePath: path).deletingLastPathComponent().path
    guard parent != path, makeFolder(parent) else { return false }
    return mkdir(path, 0o777) == 0 || errno == EEXIST
  }

  private static func status(of path: String) -> FileStatus? {
    var status = stat()
    return stat(path, &status) == 0 ? FileStatus(status) : nil
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}

/// What the system says of a file.
private struct FileStatus {
  var size: Int
  var mode: mode_t
  /// When its bytes were written.
  var written: Duration
  /// When its bytes were written, or the file was put in its place, whatever its date says.
  var changed: Duration

  init(_ status: stat) {
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    written = Duration(status.written)
    changed = max(written, Duration(status.changed))
  }
}

extension stat {
  #if canImport(Darwin)
    fileprivate var written: timespec { st_mtimespec }
    fileprivate var changed: timespec { st_ctimespec }
  #else
    fileprivate var written: timespec { st_mtim }
    fileprivate var changed: timespec { st_ctim }
  #endif
}

extension Duration {
  fileprivate init(_ time: timespec) {
    self = .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
