import Files
import Foundation
import Processes

/// The least that git takes for a repository: it says what is ignored beside one.
struct EmptyRepository {
  let path: String
  private let ticket: Leftovers.Ticket

  /// Where such folders are made.
  static var place: String { Folder.temporary }

  /// - Returns: `nil` where it cannot be made.
  init?() {
    guard let step = UnbrokenStep() else { return nil }
    defer { step.end() }
    path = Paths.join(Self.place, "lectern-ignored-\(UUID().uuidString)")
    ticket = Leftovers.note(path)
    do throws(SystemFault) {
      for name in ["objects", "refs"] { try Folder.make("\(path)/\(name)") }
      let head = try OpenFile(making: path + "/HEAD")
      try head.write(Array("ref: refs/heads/main\n".utf8))
    } catch {
      remove()
      return nil
    }
  }

  func remove() {
    try? Folder.remove(path)
    Leftovers.forget(ticket)
  }
}
