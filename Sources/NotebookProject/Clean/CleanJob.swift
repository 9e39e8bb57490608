import Files
import Foundation
import ResultStore
import Synchronization

/// Forgetting earlier results.
package struct CleanJob: Sendable {
  /// Documents, or folders of them, whose results are forgotten.
  package var paths: [String]
  /// The folder of the results, if it was named.
  package var storePath: String?
  /// How long a result was not used; `nil` for all results.
  package var age: Duration?

  package init(paths: [String], storePath: String? = nil, age: Duration? = nil) {
    self.paths = paths
    self.storePath = storePath
    self.age = age
  }

  /// What is told on the way.
  package enum Event: Sendable {
    case fault(InputFault)
    /// Something in the folder could not be removed, or is no store.
    case storeFault(String)
    /// There is no such folder.
    case nothing(folder: String)
    case forgot(count: Int, bytes: Int, folder: String)

    /// What happened, in a sentence.
    package var text: String {
      switch self {
      case .fault(let fault): return fault.message
      case .storeFault(let message): return "error: \(message)"
      case .nothing(let folder): return "there are no results in \(folder)"
      case .forgot(let count, let bytes, let folder):
        let noun = count == 1 ? "result" : "results"
        let megabytes = String(format: "%.1f", Double(bytes) / 1e6)
        return "forgot \(count) \(noun), \(megabytes) MB, in \(folder)"
      }
    }
  }

  /// Forgets the results.
  package func run(telling: @escaping @Sendable (Event) -> Void) -> JobStatus {
    let missing = paths.filter { !FileStatus.isThere($0) }
    for path in missing { telling(.fault(.missing(path))) }
    guard missing.isEmpty else { return .noInput }
    let folder = StorePlace.folder(named: storePath, for: paths)
    guard FileStatus.isThere(folder) else {
      telling(.nothing(folder: folder))
      return .success
    }
    let hasTrouble = Atomic(false)
    let store = ResultStore(folder: folder, limit: StorePlace.limit) { fault in
      hasTrouble.store(true, ordering: .relaxed)
      telling(.storeFault(fault.message))
    }
    let removal = store.clean(olderThan: age)
    let status: JobStatus = hasTrouble.load(ordering: .relaxed) ? .inputOutput : .success
    guard status == .success || removal.count > 0 else { return status }
    telling(.forgot(count: removal.count, bytes: Int(removal.bytes), folder: folder))
    return status
  }
}
