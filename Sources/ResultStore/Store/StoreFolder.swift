import Files
import Synchronization

/// The store's folder: whether it is ours, and its making before the first result is written.
final class StoreFolder: Sendable {
  let layout: Layout

  private enum State: Equatable {
    /// Missing or empty; made when there is something to write.
    case absent
    /// Marked as a store.
    case ours
    /// Ours, and all that a writer needs is there.
    case ready
    /// To be left alone.
    case refused
  }

  private let state: Mutex<State>
  private let faults: FaultLog

  init(_ path: String, _ faults: FaultLog) {
    let root = path.isEmpty || path.utf8.contains(0) ? nil : Folder.absolute(path)
    layout = Layout(root: root ?? path)
    self.faults = faults
    let first: State
    if root == nil {
      first = .refused
      Self.report("is not a name for a folder", layout.root, faults)
    } else {
      first = Self.inspect(layout, faults)
    }
    state = Mutex(first)
  }

  /// Whether results may be looked for.
  var isReadable: Bool { state.withLock { $0 != .refused } }

  /// Whether files in it may be removed.
  var isOurs: Bool { state.withLock { $0 == .ours || $0 == .ready } }

  /// Makes what a writer needs.
  /// - Parameter again: whether to look anew, as something was missing that had been there.
  /// - Returns: whether the folder may be written into.
  func prepare(again: Bool = false) throws(SystemFault) -> Bool {
    let layout = layout
    let faults = faults
    return try state.withLock { (state) throws(SystemFault) in
      if state == .ready, !again { return true }
      // Another process may have made it, or something else of its name, since the last look.
      if state != .refused { state = Self.inspect(layout, faults) }
      guard state != .refused else { return false }
      try Self.make(layout)
      state = .ready
      return true
    }
  }

  private static func make(_ layout: Layout) throws(SystemFault) {
    try Folder.make(layout.root)
    // The mark comes first: a folder with anything else and no mark is not ours.
    try make(layout.mark, Layout.markText)
    try make(layout.ignore, "*\n")
    try make(layout.tag, Layout.tagText)
    try Folder.makeInPlace(layout.objects)
    try Folder.makeInPlace(layout.parts)
  }

  private static func make(_ path: String, _ text: String) throws(SystemFault) {
    let file: OpenFile
    do throws(SystemFault) {
      file = try OpenFile(making: path)
    } catch {
      if error.isPresence { return }
      throw error
    }
    try file.write(Array(text.utf8))
    try file.finish()
  }

  private static func inspect(_ layout: Layout, _ faults: FaultLog) -> State {
    do throws(SystemFault) {
      if let state = try readMark(layout, faults) { return state }
      let names = try Folder.content(of: layout.root).map(\.name)
      if names.isEmpty { return .absent }
      // Another process may have made its mark in between.
      if let state = try readMark(layout, faults) { return state }
      report("is not empty and has no mark of a store", layout.root, faults)
    } catch {
      if error.isAbsence { return .absent }
      report("cannot be used (\(error.reason))", layout.root, faults)
    }
    return .refused
  }

  /// - Returns: `nil` where there is no mark.
  private static func readMark(
    _ layout: Layout,
    _ faults: FaultLog
  ) throws(SystemFault) -> State? {
    let text: String
    do throws(SystemFault) {
      let file = try OpenFile(reading: layout.mark)
      text = String(decoding: try file.read(Layout.markText.utf8.count), as: UTF8.self)
    } catch {
      if error.isAbsence { return nil }
      throw error
    }
    // A mark that another process is writing, or that a full disk has cut off.
    if text.hasPrefix(Layout.format) || Layout.format.hasPrefix(text) { return .ours }
    let fault =
      text.hasPrefix(Layout.anyFormat)
      ? "was made by another version of Lectern" : "has no mark of a store"
    report(fault, layout.root, faults)
    return .refused
  }

  private static func report(_ fault: String, _ root: String, _ faults: FaultLog) {
    faults.report(
      .unusableFolder,
      root,
      about: root,
      "The folder for earlier results, \(root), \(fault). It is left alone, and nothing is kept."
    )
  }
}
