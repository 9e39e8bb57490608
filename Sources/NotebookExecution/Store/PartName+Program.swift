import ResultStore

/// What determines what comes of a program.
extension PartName {
  static let role = PartName("role", .sentence("what is done with its cells changed"))
  package static let cell = PartName("cell", .listed { "cell \($0)" }, bringing: [order])
  package static let value = PartName(
    "value",
    .listed { "value \($0) in the text" },
    bringing: [order]
  )
  static let order = PartName("order", .sentence("the order of cells and values changed"))
  /// Where pieces stand, for code that may ask for it.
  static let place = PartName("place", .sentence("its place, for which it may ask, changed"))
  static let limits = PartName("limits", .sentence("the limits changed"))
}

/// What determines how programs are compiled and run.
extension PartName {
  package static let toolchain = PartName("toolchain", .sentence("the toolchain changed"))
  /// A module that is linked.
  package static let module = PartName(
    "module",
    .named { name, change in
      switch change {
      case .changed: "module \(name) changed"
      case .added: "module \(name) is imported now"
      case .removed: "module \(name) is imported no more"
      }
    }
  )
  package static let flags = PartName(
    "flags",
    .sentence("the flags or the language version changed")
  )
  static let filesOfFlags = PartName(
    "files of flags",
    .sentence("a file that the flags lead to changed")
  )
  package static let folder = PartName(
    "folder",
    .sentence("the folder in which programs run changed")
  )
  package static let package = PartName("package", .sentence("--package changed"))
  /// Whether programs run in a sandbox, and what they may write in it.
  package static let sandbox = PartName(
    "sandbox",
    .sentence("the sandbox in which programs run changed")
  )
  package static let isolated = PartName(
    "isolated",
    .sentence("whether cells are isolated changed")
  )
}

/// What programs and pages read.
extension PartName {
  /// A file that was read, by its path.
  package static let file = PartName("file", .named { path, _ in "file \(path) changed" })
  /// A file or folder that a notebook declares, by its path.
  static let input = PartName(
    "input",
    .named { path, _ in "input \(path) changed" },
    bringing: [file]
  )
  /// An environment variable.
  package static let environment = PartName(
    "env",
    .named { name, _ in "environment variable \(name) changed" }
  )
}

extension ResultKind {
  /// What came of a program: raised whenever the same program would give another result, as when the
  /// code around cells, the forms of values or the reading of failures change.
  package static let transcript = ResultKind("transcript", version: 8, parts: programParts)

  private static let programParts: [PartName] = [
    .role, .cell, .value, .order, .place, .limits, .toolchain, .module, .flags, .filesOfFlags,
    .folder, .file, .input, .environment, .sandbox,
  ]
}
