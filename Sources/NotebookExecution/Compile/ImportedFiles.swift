import Files

extension NotebookLibraries.Module {
  /// All files that it is made of, those that the compiler reads where it is imported, which are headers
  /// and module maps of C, and macros, and its resources.
  var files: [String] {
    (file.map { [$0] } ?? []) + objects
      + importArguments.compactMap(\.last).flatMap(ImportedFiles.named)
      + resources.flatMap {
        FileTree.content(of: $0, hidden: true, links: true).filter { !$0.isFolder }.map(\.path)
      }
  }

  /// Whether the compiler runs macros for it, which can be told the places of their calls.
  var hasMacros: Bool {
    importArguments.joined().contains { ArgumentOptions.pluginOptions.contains($0) }
  }

  /// What is in its resources by name, as it may ask for one by its name or list them.
  var resourceNames: [String] {
    resources.flatMap { folder in
      FileTree.content(of: folder, hidden: true, links: true).map {
        String($0.path.dropFirst(folder.count))
      }
    }
  }
}

/// The files that an argument for importing a module names.
private enum ImportedFiles {
  /// - Parameter argument: an option's value, or an option with it.
  static func named(by argument: String) -> [String] {
    // Macros are named as `tool#Module`.
    let path = argument.drop { $0 != "/" }.prefix { $0 != "#" }
    // What belongs to the system comes and goes with the toolchain.
    guard path.hasPrefix("/"), !path.hasPrefix("/usr/") else { return [] }
    let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    let isMap = argument.hasPrefix("-fmodule-map-file=")
    // A map that the build makes names headers of another folder, which is an argument too.
    let place = isMap && !folder.hasSuffix(".build") ? folder : String(path)
    return FileTree.content(of: place, links: true).filter { !$0.isFolder }.map(\.path)
  }
}
