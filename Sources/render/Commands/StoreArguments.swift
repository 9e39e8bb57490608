import ArgumentParser
import Foundation
import NotebookExecution
import NotebookProject
import ResultStore

/// Where earlier results are kept, and whether they are used.
struct StoreArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where earlier results are kept. If not given: LECTERN_STORE, or the folder .lectern beside the "
        + "documents or above them.",
      valueName: "folder"
    )
  )
  var store: String?

  @Flag(help: "Use no earlier results; make all anew, and keep it.")
  var fresh = false

  @Flag(help: "Use earlier results alone, and fail where one is missing; no compiler is needed.")
  var frozen = false

  @Flag(help: "Use earlier results and change nothing where they are kept.")
  var storeReadOnly = false

  @Flag(help: "Tell what is wrong with the store, too.")
  var verbose = false

  func validate() throws {
    try NamedPath.check(store, "--store", takes: "a folder")
    if fresh, frozen { throw ValidationError("--fresh and --frozen exclude each other.") }
    if case .tooShort(let count) = StoreSecret.given {
      throw ValidationError(
        "\(StoreSecret.variable) has \(count) characters, and \(StoreSigner.leastSecret) are the least that "
          + "nobody guesses; 'openssl rand -hex 32' makes a good one."
      )
    }
  }

  /// The store for some documents.
  ///
  /// - Parameter isReadOnly: whether nothing in it is changed, though results may be made.
  func use(
    for paths: [String],
    isReadOnly: Bool = false,
    terminal: Terminal
  ) -> StoreUse {
    let isVerbose = verbose
    let store = ResultStore(
      folder: StorePlace.folder(named: store, for: paths),
      limit: StorePlace.limit,
      isReadOnly: frozen || storeReadOnly || isReadOnly,
      signer: StoreSecret.signer
    ) { fault in
      // Where nothing can be kept, every run takes as long as the first.
      if fault.reason == .unusableFolder {
        terminal.warn(fault.message)
      } else if isVerbose {
        terminal.report("store: \(fault.message)")
      }
    }
    return StoreUse(store, reads: !fresh, isFrozen: frozen)
  }

  /// Leaves the store, and tells of results that could not be trusted.
  func leave(_ use: StoreUse?, terminal: Terminal) {
    guard let store = use?.store else { return }
    store.prune()
    let count = store.strangeCount
    guard count > 0, !terminal.isQuiet else { return }
    terminal.report(
      "note: \(count == 1 ? "1 kept result was" : "\(count) kept results were") not used, being not signed with "
        + "this \(StoreSecret.variable): '\(store.path)'"
    )
  }
}
