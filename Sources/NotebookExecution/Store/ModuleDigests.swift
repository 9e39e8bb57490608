import Files
import NotebookPrograms
import ResultStore
import Synchronization

/// What is known of modules and files by their contents, each worked out once.
final class ModuleDigests: Sendable {
  private let known = Mutex<[NotebookLibraries.Module: StoreKey]>([:])
  private let placed = Mutex<[NotebookLibraries.Module: Bool]>([:])
  private let use: StoreUse?

  /// - Parameter use: where keys are kept for files that have not changed.
  init(_ use: StoreUse?) { self.use = use }

  /// The key of what a module holds, whatever its files are called.
  func key(of module: NotebookLibraries.Module) -> StoreKey {
    if let key = module.key { return key }
    if let key = known.withLock({ $0[module] }) { return key }
    let key = kept(module.files, module.linkArguments.flatMap { $0 } + module.resourceNames)
    known.withLock { $0[module] = key }
    return key
  }

  /// The key of what some files hold.
  /// - Parameter names: what they are called, as far as that counts.
  func key(ofFiles files: [String], names: [String]) -> StoreKey { kept(files, names) }

  /// Whether a module asks for the places of its calls.
  func asksForPlace(_ module: NotebookLibraries.Module) -> Bool {
    if let asks = placed.withLock({ $0[module] }) { return asks }
    let asks = module.hasMacros || keptPlaceWords(in: module.sources)
    placed.withLock { $0[module] = asks }
    return asks
  }

  private func keptPlaceWords(in sources: [String]) -> Bool {
    let kind = ResultKind("place words", version: 1)
    let memo = Memo<Bool>(kind, in: use, .json) {
      var stamps = KeyParts(kind: kind)
      return stamps.add(.sources, stampsOf: sources) ? stamps : nil
    }
    return memo.resultWithoutTools {
      sources.contains { WholeFile.text(of: $0)?.takesPlaceByDefault ?? false }
    }
  }

  /// The key for unchanged files as it is kept, so that they need not be read.
  /// - Parameter words: what counts besides.
  private func kept(_ files: [String], _ words: [String]) -> StoreKey {
    let kind = ResultKind("module key", version: 1)
    let memo = Memo<StoreKey>(kind, in: use, .json) {
      var stamps = KeyParts(kind: kind)
      stamps.add(.link, texts: words)
      return stamps.add(.files, stampsOf: files) ? stamps : nil
    }
    return memo.resultWithoutTools {
      var parts = KeyParts(kind: ResultKind("module", version: 1))
      for file in files { parts.add(.moduleFile, file: file) }
      parts.add(.link, texts: words)
      return parts.key
    }
  }
}
