import Foundation
import ResultStore
import StoreSamples
import Synchronization

/// What the tests of the store need another process for.
///
///     storeworker write FOLDER WRITER COUNT ROUNDS   writes and reads; 0 rounds have no end
///     storeworker fill FOLDER COUNT                  writes until nothing can be written
@main
struct Worker {
  static func main() {
    // Past a limit on a file's size a write is to fail as on a full disk, and not to end the run.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = CommandLine.arguments.dropFirst()
    let numbers = arguments.dropFirst(2).compactMap { Int($0) }
    switch (arguments.first, arguments.dropFirst().first, numbers.count) {
    case ("write", let folder?, 3):
      Writing(folder, UInt8(clamping: numbers[0]), numbers[1]).run(rounds: numbers[2])
    case ("fill", let folder?, 1): Filling(folder).run(count: numbers[0])
    default:
      print("wrong use")
      exit(64)
    }
  }
}

/// The troubles that were reported.
final class Troubles: Sendable {
  private let list = Mutex<[StoreFault]>([])

  var all: [StoreFault] { list.withLock { $0 } }

  func add(_ trouble: StoreFault) { list.withLock { $0.append(trouble) } }
}
