import Foundation
import ResultStore
import Synchronization

/// Everything that one call of `render clean` does.
struct CleanJob: Sendable {
  /// Documents, or folders of them, whose results are forgotten.
  var paths: [String]
  /// The folder of the results, if it was named.
  var storePath: String?
  /// How long a result was not used; `nil` for all results.
  var age: Duration?
  var terminal: Terminal

  func run() -> ExitStatus {
    let missing = paths.filter { !FileManager.default.fileExists(atPath: $0) }
    for path in missing { terminal.report(InputFault.missing(path).message) }
    guard missing.isEmpty else { return .noInput }
    let folder = StorePlace.folder(named: storePath, for: paths)
    guard FileManager.default.fileExists(atPath: folder) else {
      terminal.say("there are no results in \(folder)")
      return .success
    }
    let hasTrouble = Atomic(false)
    let store = ResultStore(folder: folder, limit: StorePlace.limit) { [terminal] trouble in
      hasTrouble.store(true, ordering: .relaxed)
      terminal.report("error: \(trouble.message)")
    }
    let removal = store.clean(olderThan: age)
    let status: ExitStatus = hasTrouble.load(ordering: .relaxed) ? .inputOutput : .success
    guard status == .success || removal.count > 0 else { return status }
    let noun = removal.count == 1 ? "result" : "results"
    let megabytes = String(format: "%.1f", Double(removal.bytes) / 1e6)
    terminal.say("forgot \(removal.count) \(noun), \(megabytes) MB, in \(folder)")
    return status
  }
}
