import ResultStore
import Synchronization

/// The keys of modules' contents, each worked out once.
final class ModuleDigests: Sendable {
  private let known = Mutex<[NotebookLibraries.Module: StoreKey]>([:])
  private let use: StoreUse?

  /// - Parameter use: where keys are kept for files that have not changed.
  init(_ use: StoreUse?) { self.use = use }

  /// The key of what a module holds, whatever its files are called.
  func key(of module: NotebookLibraries.Module) -> StoreKey {
    if let key = known.withLock({ $0[module] }) { return key }
    let key = kept(module.files, module.linkArguments)
    known.withLock { $0[module] = key }
    return key
  }

  /// The key for unchanged files as it is kept, so that they need not be read.
  private func kept(_ files: [String], _ linkArguments: [[String]]) -> StoreKey {
    var stamps = KeyParts(kind: ResultKind("module key", version: 1))
    stamps.add("link", texts: linkArguments.flatMap { $0 })
    let isSettled = stamps.add("files", stampsOf: files)
    if isSettled, let key: StoreKey = use?.value(for: stamps.key) { return key }
    var parts = KeyParts(kind: ResultKind("module", version: 1))
    for file in files { parts.add("file", file: file) }
    parts.add("link", texts: linkArguments.flatMap { $0 })
    if isSettled { use?.keep(parts.key, for: stamps.key) }
    return parts.key
  }
}
