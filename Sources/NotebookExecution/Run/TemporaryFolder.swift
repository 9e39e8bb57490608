import Files
import Foundation
import Processes
import Synchronization

/// A folder for the files of one run, gone when the run is over, however it ends. Where it is killed,
/// the next run removes the folder.
package struct TemporaryFolder: Sendable {
  /// The folder.
  let url: URL

  /// Its path.
  package var path: String { url.path }

  private static let prefix = "lectern-run-"
  /// The folders in which killed runs' folders were looked for.
  private static let tidied = Mutex<Set<String>>([])

  /// Gives a body a new folder, and removes it after.
  /// - Parameter parent: where it is made; `nil` is where the system keeps such folders.
  package static func with<Result: Sendable>(
    in parent: String?,
    _ body: (TemporaryFolder) async throws -> Result
  ) async throws -> Result {
    let made = try make(inOneOf: parent.map { [$0] } ?? usual)
    defer {
      try? Folder.remove(made.url.path)
      Leftovers.forget(made.ticket)
      close(made.descriptor)
    }
    return try await body(TemporaryFolder(url: made.url.resolvingSymlinksInPath()))
  }

  /// Where it may lie. The compiler's driver ends at once where the path of its temporary folder holds
  /// other than ASCII letters, and the linker takes each `%` for a digit to be chosen; then the usual
  /// places serve.
  static var usual: [String] {
    let named = Folder.temporary
    let isPlain = named.utf8.allSatisfy { (0x20..<0x7f).contains($0) && $0 != UInt8(ascii: "%") }
    return (isPlain ? [named] : []) + ["/tmp", "/var/tmp"].filter { $0 != named }
  }

  /// A folder that was made.
  private struct Made {
    var url: URL
    /// Holds it.
    var descriptor: Int32
    var ticket: Leftovers.Ticket
  }

  /// Makes it in the first place in which that is possible.
  private static func make(inOneOf parents: [String]) throws -> Made {
    for parent in parents {
      if tidied.withLock({ $0.insert(parent).inserted }) {
        HeldFiles.removeLeftovers(in: parent) { $0.hasPrefix(prefix) }
      }
      if let made = try? make(in: parent) { return made }
    }
    if let full = parents.lazy.compactMap(NoRoom.init).first { throw full }
    throw NoTemporaryFolder(places: parents)
  }

  private static func make(in parent: String) throws -> Made {
    guard let step = UnbrokenStep() else { throw CancellationError() }
    defer { step.end() }
    while true {
      let url = URL(filePath: parent).appending(path: prefix + UUID().uuidString)
      // For its owner only: what a notebook computes is nobody else's business.
      try Folder.makeNew(url.path, permissions: 0o700)
      let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
      if HeldFiles.hold(descriptor) {
        return Made(url: url, descriptor: descriptor, ticket: Leftovers.note(url.path))
      }
      close(descriptor)
    }
  }

  /// The folder that it lies in.
  var parent: String { url.deletingLastPathComponent().path }

  /// The path of a file in the folder.
  subscript(name: String) -> String { url.appending(path: name).path }

  /// Makes a folder in it, unless it is there. One that is being removed is not made anew.
  func makeFolder(_ name: String) throws {
    do throws(SystemFault) {
      try Folder.makeNew(self[name], permissions: 0o700)
    } catch {
      if !error.isPresence { throw CocoaError(.fileWriteUnknown) }
    }
  }

  /// The path of a compiled program.
  func program(_ name: String) -> String { self[name + ".program"] }
}
