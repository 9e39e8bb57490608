import Files
import Foundation

/// A target of C, C++ or Objective-C in a package that was built.
struct ClangTarget: Sendable {
  /// Its source files.
  var sources: [String] = []
  /// The objects of its present sources.
  var objects: [String] = []
  /// The folder of its headers.
  var headers: String?
  /// Its module map, its own or the one that the build makes for it.
  var map: String?

  /// The targets by their names as modules.
  static func all(in buildFolder: String, _ manifest: BuildManifest) -> [String: ClangTarget] {
    var targets: [String: ClangTarget] = [:]
    for command in manifest.compilations {
      guard let object = command.outputs.first, let name = name(ofFile: object, in: buildFolder)
      else { continue }
      var target = targets[name] ?? ClangTarget(arguments: command.arguments)
      target.sources += command.inputs.prefix(1)
      target.objects.append(object)
      targets[name] = target
    }
    for name in targets.keys where targets[name]?.map == nil {
      let made = "\(buildFolder)/\(name).build/module.modulemap"
      if FileStatus.isThere(made) { targets[name]?.map = made }
    }
    return targets
  }

  /// The target that a file in the build's folder belongs to, by its name as a module; none for what
  /// is built for the compiler's own use.
  static func name(ofFile path: String, in buildFolder: String) -> String? {
    guard path.hasPrefix(buildFolder + "/") else { return nil }
    let folder = path.dropFirst(buildFolder.count + 1).prefix { $0 != "/" }
    guard folder.hasSuffix(".build"), !folder.hasSuffix("-tool.build") else { return nil }
    return String(folder.dropLast(".build".count))
  }

  /// - Parameter arguments: how one of its files is compiled; its own headers come first.
  private init(arguments: [String]) {
    guard let option = arguments.firstIndex(of: "-I"), option + 1 < arguments.count else { return }
    let folder = arguments[option + 1]
    headers = folder
    let own = "\(folder)/module.modulemap"
    if FileStatus.isThere(own) { map = own }
  }

  /// The modules that its map defines.
  var moduleNames: [String] {
    guard let map, let text = WholeFile.text(of: map) else { return [] }
    return ModuleMap.names(in: text)
  }

  /// The target as a module.
  /// - Parameter dependencies: the targets that it needs.
  func module(needing dependencies: [String]) -> NotebookLibraries.Module {
    let mapping = map.map { ["-Xcc", "-fmodule-map-file=\($0)"] }
    let searching = headers.map { ["-Xcc", "-I", "-Xcc", $0] }
    return NotebookLibraries.Module(
      objects: objects,
      dependencies: dependencies.sorted(),
      importArguments: [mapping, searching].compactMap { $0 },
      isImportable: map != nil
    )
  }
}
