import Files
import Synchronization

/// What notebooks add to the index of a search, as far as it was made beside their pages: so nobody reads them once
/// more for that.
final class SearchEntries: Sendable {
  private let entries = Mutex<[PathKey: SearchEntry]>([:])

  /// - Parameter page: the notebook's page, below the output folder.
  subscript(page: String) -> SearchEntry? {
    get { entries.withLock { $0[PathKey(page)] } }
    set { entries.withLock { $0[PathKey(page)] = newValue } }
  }
}
