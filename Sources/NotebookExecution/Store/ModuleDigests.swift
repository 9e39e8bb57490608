import ResultStore
import Synchronization

/// The keys of modules' contents, each read once.
final class ModuleDigests: Sendable {
  private let known = Mutex<[[String]: StoreKey]>([:])

  /// The key of what a module holds, whatever its files are called.
  func key(of module: NotebookLibraries.Module) -> StoreKey {
    let files = (module.file.map { [$0] } ?? []) + module.objects
    if let key = known.withLock({ $0[files] }) { return key }
    var parts = KeyParts(kind: ResultKind("module", version: 1))
    for file in files { parts.add("file", file: file) }
    parts.add("link", texts: module.linkArguments.flatMap { $0 })
    known.withLock { $0[files] = parts.key }
    return parts.key
  }
}
