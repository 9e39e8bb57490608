import Foundation
import Interruption

/// The least that git takes for a repository: it says what is ignored beside one.
struct EmptyRepository {
  let path: String
  private let ticket: Leftovers.Ticket

  /// Where such folders are made.
  static var place: URL { FileManager.default.temporaryDirectory }

  /// - Returns: `nil` where it cannot be made.
  init?() {
    guard let step = UnbrokenStep() else { return nil }
    defer { step.end() }
    let folder = Self.place.appending(path: "lectern-ignored-\(UUID().uuidString)")
    path = folder.path
    ticket = Leftovers.note(folder.path)
    do {
      for name in ["objects", "refs"] {
        try FileManager.default.createDirectory(
          at: folder.appending(path: name),
          withIntermediateDirectories: true
        )
      }
      try Data("ref: refs/heads/main\n".utf8).write(to: folder.appending(path: "HEAD"))
    } catch {
      remove()
      return nil
    }
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    Leftovers.forget(ticket)
  }
}
