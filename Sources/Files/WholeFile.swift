import Foundation
import Processes
import Synchronization

/// Writing a file so that a reader sees the old one or the new one, whole, and never a part.
package enum WholeFile {
  /// Why a file could not be written.
  package struct Fault: Error {
    package var message: String

    package init(message: String) { self.message = message }

    init(_ fault: SystemFault) {
      message = fault == .interrupted ? "the work was interrupted" : fault.reason
    }
  }

  /// The folders in which killed writers' files were looked for.
  private static let tidied = Mutex<Set<String>>([])

  /// Writes bytes aside first, and then puts the file in its place.
  /// - Parameter keepsPermissions: whether the new file is for the same users as the old one.
  package static func write(
    _ bytes: [UInt8],
    to path: String,
    keepsPermissions: Bool = false
  ) throws(Fault) {
    try replace(path) { (file) throws(Fault) in
      if keepsPermissions, let old = try? FileStatus(of: path, followingLinks: true) {
        try? file.setPermissions(old.permissions)
      }
      try told { () throws(SystemFault) in try file.write(bytes) }
    }
  }

  /// Writes bytes where others are, and leaves a file alone, with its date, that has them already.
  package static func update(_ bytes: [UInt8], at path: String) throws(Fault) {
    let path = try target(of: path)
    if Self.bytes(of: path) == bytes { return }
    try write(bytes, to: path)
  }

  /// Gives a file today's date.
  /// - Returns: whether that could be done.
  package static func touch(_ path: String) -> Bool { utimensat(AT_FDCWD, path, nil, 0) == 0 }

  /// Copies a file, unless what is there is its copy already: has its size, and is younger.
  package static func copy(_ source: String, to path: String) throws(Fault) {
    let new = try told { () throws(SystemFault) in try FileStatus(of: source, followingLinks: true)
    }
    if let old = try? FileStatus(of: path, followingLinks: true), old.size == new.size,
      old.time > max(new.time, new.changeTime)
    {
      return
    }
    try replace(path) { (file) throws(Fault) in
      let begun = try told { () throws(SystemFault) in try file.status().time }
      let bytes = try read(source)
      try told { () throws(SystemFault) in
        try file.write(bytes)
        // So that a source which changes while it is read is younger than its copy.
        try file.setTime(begun)
      }
    }
  }

  /// What a file holds; `nil` where it cannot be read.
  package static func bytes(of path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// What a file holds; `nil` where it cannot be read, or is no text in UTF-8.
  package static func text(of path: String) -> String? {
    bytes(of: path).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// Reads a file that is to be written elsewhere.
  package static func read(_ source: String) throws(Fault) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: source)))
    } catch {
      throw Fault(message: "\(source): \(error.localizedDescription)")
    }
  }

  /// The regular file that a path leads to, or the place for one. What is anything else, such as a device
  /// or a pipe, is not replaced by a file: others may be using it.
  private static func target(of path: String) throws(Fault) -> String {
    guard !path.isEmpty else { throw Fault(message: "its name is empty") }
    if let status = try? FileStatus(of: path, followingLinks: true), !status.isRegular {
      throw Fault(
        message: status.isFolder
          ? SystemFault(code: EISDIR).reason : "this is a device or a pipe, and no file"
      )
    }
    // The file that a link leads to is meant, not the link.
    var target = path
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: target) else {
        return target
      }
      target = Paths.path(next, beside: target)
    }
    throw Fault(SystemFault(code: ELOOP))
  }

  private static func replace(
    _ path: String,
    _ write: (PartialFile) throws(Fault) -> Void
  ) throws(Fault) {
    let path = try target(of: path)
    let folder = URL(filePath: path).deletingLastPathComponent().path
    try told { () throws(SystemFault) in try Folder.make(folder) }
    if tidied.withLock({ $0.insert(folder).inserted }) {
      HeldFiles.removeLeftovers(in: folder, where: isTemporary)
    }
    let file = try told { () throws(SystemFault) in try begin(in: folder) }
    try write(file)
    try told { () throws(SystemFault) in try file.place(at: path) }
  }

  private static let prefix = ".lectern-"

  private static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(prefix) && TemporaryName.isOne(name)
  }

  /// Begins a file that no one reads, and no one else writes or removes.
  private static func begin(in folder: String) throws(SystemFault) -> PartialFile {
    while true {
      let file = try PartialFile(at: "\(folder)/\(prefix)\(TemporaryName.next())")
      if file.hold() { return file }
    }
  }

  /// What the system gives; what it refuses in the words of a fault.
  static func told<Value>(_ body: () throws(SystemFault) -> Value) throws(Fault) -> Value {
    do throws(SystemFault) {
      return try body()
    } catch {
      throw Fault(error)
    }
  }
}
