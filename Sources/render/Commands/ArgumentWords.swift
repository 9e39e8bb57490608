// Options as the words that they are given by, for a command line that means the same. The number of
// jobs is not among them: who starts the commands decides how many run at once.

extension PageArguments {
  /// All but `--root`, which depends on what is named besides, and `--to`, which each page has for itself.
  var words: [String] {
    ["--output=" + output] + looks.words
  }
}

extension LookArguments {
  var words: [String] {
    (noRun ? ["--no-run"] : [])
      + (math.map { ["--math=" + $0.rawValue] } ?? [])
      + (images.map { ["--images=" + $0.rawValue] } ?? [])
      + (variant.map { ["--variant=" + $0] } ?? [])
      + (template.map { ["--template=" + $0] } ?? [])
  }
}

extension StoreArguments {
  var words: [String] {
    (store.map { ["--store=" + $0] } ?? []) + (fresh ? ["--fresh"] : [])
      + (frozen ? ["--frozen"] : []) + (storeReadOnly ? ["--store-read-only"] : [])
      + (verbose ? ["--verbose"] : [])
  }
}

extension StrictArguments {
  var words: [String] { strict ? ["--strict"] : [] }
}

extension RunArguments {
  var words: [String] {
    (timeout.map { ["--timeout=\($0)"] } ?? [])
      + (swiftVersion.map { ["--swift-version=" + $0] } ?? [])
      + (isOptimized ? ["-O"] : []) + swiftFlags.map { "--swift-flag=" + $0 }
      + (package.map { ["--package=" + $0] } ?? [])
      + (scratchPath.map { ["--scratch-path=" + $0] } ?? []) + (isolated ? ["--isolated"] : [])
      + (sandbox.map { ["--sandbox=" + $0.rawValue] } ?? [])
  }
}
