import Files
import Foundation

/// What came of building a package, for as long as nothing changes that it was built from, and nothing that was made:
/// to ask the package manager takes a second also where it has nothing to do.
struct KnownBuild: Codable {
  private let inputs: [String: String]
  /// What was made, by the stamps of the files.
  private let outputs: [String: String]
  private let modules: [String: NotebookLibraries.Module]

  /// The libraries of a package that is built already.
  /// - Returns: `nil` where that is not known.
  static func libraries(of tool: PackageTool) -> NotebookLibraries? {
    guard let bytes = WholeFile.bytes(of: file(of: tool)),
      let known = try? JSONDecoder().decode(KnownBuild.self, from: Data(bytes)),
      known.outputs.allSatisfy({ FileStamp(of: $0.key)?.text == $0.value }),
      known.inputs == BuildInputs(of: tool).stamps
    else { return nil }
    return NotebookLibraries(modules: known.modules)
  }

  /// Notes what came of a build, where a change of what it was made from would show.
  ///
  /// - Parameters:
  ///   - libraries: what came of it.
  ///   - inputs: what it was made from, before it began.
  ///   - sources: the files that it compiled.
  ///   - records: the files that tell about it.
  static func keep(
    _ libraries: NotebookLibraries,
    of tool: PackageTool,
    from inputs: BuildInputs,
    sources: [String],
    records: [String]
  ) {
    guard inputs.isSettled, inputs.hold(sources), !tool.manifestAsksElsewhere else { return }
    let files = libraries.modules.values.flatMap { module in
      [module.file].compactMap(\.self) + module.objects
        + module.linkArguments.flatMap(\.self).filter { $0.hasPrefix("/") }
    }
    var outputs: [String: String] = [:]
    for file in records + files {
      guard let stamp = FileStamp(of: file) else { return }
      outputs[file] = stamp.text
    }
    let known = KnownBuild(inputs: inputs.stamps, outputs: outputs, modules: libraries.modules)
    guard let data = try? JSONEncoder().encode(known) else { return }
    // Where it cannot be written, the package manager is asked again.
    try? WholeFile.write(Array(data), to: file(of: tool))
  }

  private static func file(of tool: PackageTool) -> String {
    Paths.join(tool.buildPlace, "lectern-build.json")
  }
}

/// What a package is built from, by the stamps of the files in it, as far as they are not hidden.
struct BuildInputs {
  private(set) var stamps: [String: String] = [:]
  /// Whether any later change would show.
  private(set) var isSettled = true
  /// The folders in which all of them lie, and those of other packages that do not change.
  private let folders: [String]

  /// - Parameter tool: builds the package.
  init(of tool: PackageTool) {
    folders = [tool.folder, tool.buildPlace].map { PathKey.realPath($0) + "/" }
    let files = FileTree.content(of: tool.folder, links: true).filter { path, isFolder in
      !isFolder && Self.isInput(path, of: tool)
    }
    isSettled = files.count < FileTree.most
    for path in files.map(\.path) + [tool.program] {
      let stamp = FileStamp(of: path)
      isSettled = isSettled && stamp?.isSettled == true
      stamps[path] = stamp?.text
    }
  }

  /// Beside the manifest stand the README and its like.
  private static func isInput(_ path: String, of tool: PackageTool) -> Bool {
    let inner = path.dropFirst(tool.folder.count).drop { $0 == "/" }
    return (inner.contains("/") || inner.hasPrefix("Package"))
      && !path.hasPrefix(tool.buildPlace + "/")
  }

  /// Whether some files are among them, or belong to what the package manager fetched.
  func hold(_ files: [String]) -> Bool {
    files.filter { $0.hasPrefix("/") }.allSatisfy { file in
      stamps[file] != nil || folders.contains { PathKey.realPath(file).hasPrefix($0) }
    }
  }
}

extension PackageTool {
  /// Whether the manifest asks for more than the package's own files: variables of the environment, or programs that
  /// run before each build.
  fileprivate var manifestAsksElsewhere: Bool {
    let text = WholeFile.text(of: Paths.join(folder, "Package.swift"))?.lowercased() ?? ""
    return ["environment", "plugin", "getenv", "filemanager", "contentsof"].contains {
      text.contains($0)
    }
  }
}
