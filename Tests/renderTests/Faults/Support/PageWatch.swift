import Foundation
import Synchronization

/// A reader who looks at pages again and again while others write them.
final class PageWatch: Sendable {
  /// What a reader has seen.
  struct Seen {
    /// The pages that were wrong at some moment.
    var faults: Set<String> = []
    /// How often it looked.
    var looks = 0
  }

  private let seen = Mutex(Seen())
  private let isOver = Mutex(false)

  /// Begins to look.
  /// - Parameters:
  ///   - folder: where the pages are.
  ///   - before: what they were.
  ///   - pages: what they are to become.
  init(_ folder: String, from before: Snapshot, to pages: Snapshot) {
    // On a thread of its own, as other tests may keep all others busy.
    Thread.detachNewThread { [self] in
      while !isOver.withLock({ $0 }) {
        let faults = Snapshot(of: folder).faults(since: before, until: pages)
        seen.withLock {
          $0.faults.formUnion(faults)
          $0.looks += 1
        }
        usleep(500)
      }
    }
  }

  /// Ends it.
  func end() -> Seen {
    isOver.withLock { $0 = true }
    return seen.withLock { $0 }
  }
}
