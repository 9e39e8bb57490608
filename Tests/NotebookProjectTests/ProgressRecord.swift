import NotebookProject
import Synchronization

/// Remembers what was done with each document.
final class ProgressRecord: ProgressObserver {
  private let begun = Mutex<[(path: String, phases: [ProgressPhase])]>([])

  var phases: [String: [ProgressPhase]] {
    begun.withLock { Dictionary($0.map { ($0.path, $0.phases) }) { $0 + $1 } }
  }

  func expect(_ verb: String, _ count: Int, lines: Int) {}

  func begin(_ path: String) -> Int {
    begun.withLock { begun in
      begun.append((path, []))
      return begun.count - 1
    }
  }

  func tell(_ phase: ProgressPhase, of number: Int) {
    begun.withLock { $0[number].phases.append(phase) }
  }

  func end(_ number: Int) {}
}
