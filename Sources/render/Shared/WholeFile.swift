import Foundation
import Synchronization

/// Writing a file so that a reader sees the old one or the new one, whole, and never a part.
enum WholeFile {
  /// Why a file could not be written.
  struct Fault: Error {
    var message: String
  }

  /// How many files were begun, so that each has a name of its own while it is written.
  private static let writes = Atomic(0)

  /// Writes bytes beside the path first, and then puts the file in its place.
  /// - Parameter keepsPermissions: whether the new file is for the same users as the old one.
  static func write(
    _ bytes: [UInt8],
    to path: String,
    keepsPermissions: Bool = false
  ) throws(Fault) {
    try replace(path) { (temporary) throws(Fault) in
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw Fault(message: reason()) }
      defer { close(descriptor) }
      if keepsPermissions, let mode = Self.mode(of: path) { fchmod(descriptor, mode) }
      try write(bytes, to: descriptor)
    }
  }

  /// Writes bytes where others are, and leaves a file alone, with its date, that has them already.
  static func update(_ bytes: [UInt8], at path: String) throws(Fault) {
    if let old = FileManager.default.contents(atPath: path), old.elementsEqual(bytes) { return }
    try write(bytes, to: path)
  }

  /// Gives a file today's date.
  /// - Returns: whether that could be done.
  static func touch(_ path: String) -> Bool { utimensat(AT_FDCWD, path, nil, 0) == 0 }

  /// Copies a file, unless what is there has its size already and is no older.
  static func copy(_ source: String, to path: String) throws(Fault) {
    guard let new = status(of: source) else { throw Fault(message: reason()) }
    if let old = status(of: path), old.size == new.size, old.time >= new.time { return }
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: source))
    } catch {
      throw Fault(message: "\(source): \(error.localizedDescription)")
    }
    try write(Array(bytes), to: path)
  }

  private static func replace(
    _ path: String,
    _ write: (_ temporary: String) throws(Fault) -> Void
  ) throws(Fault) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard makeFolder(folder) else { throw Fault(message: reason()) }
    // Notebooks that are made side by side copy the same assets.
    let number = writes.add(1, ordering: .relaxed).newValue
    let temporary = "\(path).\(getpid())-\(number).part"
    do {
      try write(temporary)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let fault = Fault(message: reason())
      unlink(temporary)
      throw fault
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

  private static func status(of path: String) -> (size: Int, time: Duration)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return (Int(status.st_size), .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec))
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
