import Synchronization

/// What a view of files was asked, each question once, in the order in which it was first asked.
final class FileNotes: Sendable {
  private struct Question: Hashable {
    var path: PathKey
    var use: FileDependency.Use
  }

  private struct State {
    var dependencies: [FileDependency] = []
    var known: Set<Question> = []
    var contents: [(path: String, bytes: [UInt8]?)] = []

    /// - Returns: whether it is new.
    mutating func add(_ path: String, _ use: FileDependency.Use) -> Bool {
      guard known.insert(Question(path: PathKey(path), use: use)).inserted else { return false }
      dependencies.append(FileDependency(path: path, use: use))
      return true
    }
  }

  private let state = Mutex(State())

  var dependencies: [FileDependency] { state.withLock { $0.dependencies } }

  /// What was read as a whole.
  var contents: [(path: String, bytes: [UInt8]?)] { state.withLock { $0.contents } }

  func add(_ path: String, _ use: FileDependency.Use) {
    state.withLock { _ = $0.add(path, use) }
  }

  func add(_ path: String, holding bytes: [UInt8]?) {
    state.withLock { if $0.add(path, .content) { $0.contents.append((path, bytes)) } }
  }
}
