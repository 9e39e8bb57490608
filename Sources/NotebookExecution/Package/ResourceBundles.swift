import Files
import Foundation

/// The folders in which a build puts the resources of targets.
struct ResourceBundles: Sendable {
  /// What belongs into each folder, by the folder.
  private var contents: [String: Set<String>] = [:]

  /// - Parameters:
  ///   - description: what the build makes.
  ///   - buildFolder: the folder of what was built.
  init(_ description: BuildDescription, in buildFolder: String) {
    let made = [description.copyCommands, description.writeCommands].flatMap {
      $0?.keys ?? [:].keys
    }
    for path in made where path.hasPrefix(buildFolder + "/") {
      let name = path.dropFirst(buildFolder.count + 1).prefix { $0 != "/" }
      guard name.hasSuffix(".resources") || name.hasSuffix(".bundle") else { continue }
      contents["\(buildFolder)/\(name)", default: []].insert(path)
    }
  }

  /// The folders that belong to a module, by their names: `PACKAGE_TARGET.resources`.
  func folders(of module: String) -> [String] {
    contents.keys.filter { folder in
      let name = URL(filePath: folder).deletingPathExtension().lastPathComponent
      return ModuleName.of(target: name).hasSuffix("_" + module)
    }
    .sorted()
  }

  /// Removes what was a resource once: the build leaves it there, and a program would still find it.
  func removeStale() {
    for (folder, wanted) in contents {
      var kept = wanted
      for path in wanted {
        var parent = URL(filePath: path).deletingLastPathComponent().path
        while parent.count > folder.count {
          kept.insert(parent)
          parent = URL(filePath: parent).deletingLastPathComponent().path
        }
      }
      removeStale(in: folder, wanted: wanted, kept: kept)
    }
  }

  private func removeStale(in folder: String, wanted: Set<String>, kept: Set<String>) {
    for name in Folder.names(in: folder) {
      let path = "\(folder)/\(name)"
      if wanted.contains(path) { continue }
      if kept.contains(path) {
        removeStale(in: path, wanted: wanted, kept: kept)
      } else {
        try? Folder.remove(path)
      }
    }
  }
}
