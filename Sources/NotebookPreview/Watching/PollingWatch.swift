import Dispatch
import Files
import Synchronization

/// Finds out what changes in folders by looking at them again and again, where no system tells of it.
final class PollingWatch: FolderWatch {
  private typealias Stamps = [String: [String: FileStamp]]

  private let stamps = Mutex<Stamps>([:])
  nonisolated(unsafe) private let timer: any DispatchSourceTimer

  /// - Parameters:
  ///   - pause: how long nothing is done between two looks.
  ///   - hear: takes what changed.
  init(
    every pause: DispatchTimeInterval = .milliseconds(200),
    hearing hear: @escaping @Sendable ([WatchedChange]) -> Void
  ) {
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "Watch"))
    timer.schedule(deadline: .now() + pause, repeating: pause)
    timer.setEventHandler { [weak self] in
      if let changes = self?.look(), !changes.isEmpty { hear(changes) }
    }
    timer.activate()
  }

  deinit { timer.cancel() }

  @discardableResult
  func watch(_ folders: Set<String>) -> (new: Set<String>, fault: WatchFault?) {
    stamps.withLock { stamps in
      let new = folders.subtracting(stamps.keys)
      stamps = Dictionary(
        uniqueKeysWithValues: folders.map { ($0, stamps[$0] ?? Self.stamps(in: $0)) }
      )
      return (new, nil)
    }
  }

  /// What changed since the last look.
  private func look() -> [WatchedChange] {
    var changes: [WatchedChange] = []
    stamps.withLock { stamps in
      for (folder, old) in stamps {
        let new = Self.stamps(in: folder)
        for name in Set(old.keys).union(new.keys) where old[name]?.text != new[name]?.text {
          changes.append(
            WatchedChange(
              path: Paths.join(folder, name),
              isEntry: old[name] == nil || new[name] == nil,
              isContent: true
            )
          )
        }
        stamps[folder] = new
      }
    }
    return changes
  }

  private static func stamps(in folder: String) -> [String: FileStamp] {
    let names = Folder.names(in: folder)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileStamp(of: Paths.join(folder, name)).map { (name, $0) }
      }
    )
  }
}
