import Processes

/// A file that is written aside, and put in its place when it is whole: who reads there sees the old one
/// or the new one, and never a part.
///
/// One that is not put in its place is removed, also where the program is ended meanwhile.
package final class PartialFile {
  private let path: String
  private let file: OpenFile
  private let ticket: Leftovers.Ticket
  private var isPlaced = false

  /// Begins a file.
  /// - Parameter path: where it is until it is whole. Nothing may be there.
  package init(at path: String) throws(SystemFault) {
    guard let step = UnbrokenStep() else { throw .interrupted }
    defer { step.end() }
    file = try OpenFile(making: path)
    self.path = path
    ticket = Leftovers.note(path)
  }

  deinit {
    if !isPlaced { try? Folder.remove(path) }
    Leftovers.forget(ticket)
  }

  /// Holds it as long as this is here, so that no other process takes it for left over.
  /// - Returns: whether that came before another one did.
  func hold() -> Bool { file.hold() }

  package func write(_ bytes: [UInt8]) throws(SystemFault) { try file.write(bytes) }

  /// What the system says of it.
  func status() throws(SystemFault) -> FileStatus { try file.status() }

  /// Sets who may do what with it.
  func setPermissions(_ permissions: FileStatus.Permissions) throws(SystemFault) {
    try file.setPermissions(permissions)
  }

  /// Sets the time of its last change.
  func setTime(_ time: Moment) throws(SystemFault) { try file.setTime(time) }

  /// Puts it in its place, and in that of another file there.
  ///
  /// The disk is not waited for.
  /// - Parameters:
  ///   - place: its path from now on.
  ///   - clearWay: what is done before a second try where the first one fails; `nil` for none.
  package func place(
    at place: String,
    clearingWay clearWay: (() throws(SystemFault) -> Void)? = nil
  ) throws(SystemFault) {
    try file.flush()
    guard let step = UnbrokenStep() else { throw .interrupted }
    defer { step.end() }
    do throws(SystemFault) {
      try Folder.move(path, to: place)
    } catch {
      guard let clearWay else { throw error }
      try clearWay()
      try Folder.move(path, to: place)
    }
    isPlaced = true
  }
}
