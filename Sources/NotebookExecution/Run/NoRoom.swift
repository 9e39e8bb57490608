import Documents
import Foundation
import NotebookSyntax

/// A disk on which programs cannot be made, as it has hardly any room left. Compilers and linkers tell
/// of that in many words or none, and some crash.
struct NoRoom: Error {
  let folder: String
  /// In bytes.
  private let room: Int

  /// What a program needs at most.
  private static let need = 8 << 20

  /// - Returns: `nil` where there is room.
  init?(in folder: String) {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    room = Int(status.f_bavail) * Int(status.f_frsize)
    // A file system that does not count files has room for any number.
    guard room < Self.need || status.f_files > 0 && status.f_favail == 0 else { return nil }
    self.folder = folder
  }

  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      .error,
      .noRoom,
      "the disk is full on which cells are compiled, that of '\(folder)'",
      help: "make room there, or set TMPDIR to a folder on another disk",
      path: path
    )
  }
}
