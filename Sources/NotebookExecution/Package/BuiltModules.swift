import Files
import Foundation

/// The modules of a package that was built, as the records of its build tell.
struct BuiltModules: Sendable {
  /// The modules by their names.
  var modules: [String: NotebookLibraries.Module] = [:]
  /// A source file of each module.
  var sources: [String: String] = [:]
  /// The modules that nothing was linked with, so that their link arguments are not known.
  var unlinked: Set<String> = []

  /// - Parameters:
  ///   - folder: the package's folder, in which the build runs.
  ///   - buildFolder: the folder of what was built.
  ///   - description: how its Swift modules are compiled.
  ///   - manifest: how the rest of it is.
  init(
    of folder: String,
    in buildFolder: String,
    description: BuildDescription,
    manifest: BuildManifest
  ) {
    var swift: [String: BuildDescription.Command] = [:]
    for command in description.swiftCommands.values where command.canBeLinked {
      swift[command.moduleName] = command
    }
    let targets = ClangTarget.all(in: buildFolder, manifest)
    let needs = description.targetDependencyMap ?? [:]
    let libraries = DynamicLibraries(manifest.links, in: buildFolder)
    let resources = ResourceBundles(description, in: buildFolder)
    // From what is built, not tests nor what a dependency holds besides, to all that it needs.
    var open = manifest.goals.flatMap { goal -> [String] in
      let command = "C." + goal.dropFirst().dropLast()
      if let module = description.swiftCommands[command]?.moduleName { return [module] }
      let file = manifest.files[goal]?.first
      return file.flatMap { ClangTarget.name(ofFile: $0, in: buildFolder) }.map { [$0] }
        ?? libraries.modules(of: command)
    }
    while let name = open.popLast() {
      guard modules[name] == nil else { continue }
      if let command = swift[name] {
        modules[name] = NotebookLibraries.Module(
          file: command.moduleOutputPath,
          objects: command.objects,
          dependencies: command.dependencies(in: buildFolder, libraries),
          importArguments: ArgumentOptions.forImporting(command.otherArguments)
            .map { CompilerFlags($0, from: folder).absolute }
        )
        modules[name]?.sources = command.inputs.map(\.name).filter { $0.hasSuffix(".swift") }
        sources[name] = command.inputs.first?.name
      } else if let target = targets[name] {
        modules[name] = target.module(needing: needs[name] ?? [])
        sources[name] = target.sources.first
        for alias in target.moduleNames where alias != name {
          modules[alias] = NotebookLibraries.Module(dependencies: [name])
        }
      }
      modules[name]?.resources = resources.folders(of: name)
      open += modules[name]?.dependencies ?? []
    }
    addSystemModules()
    addLinkArguments(from: manifest.links, of: folder) { option in
      option.last == buildFolder || libraries.isLinked(by: option)
    }
  }

  /// Adds the modules of C that have headers only, such as a system library: their maps stand among
  /// the arguments of the modules that use them, with all else that they need.
  private mutating func addSystemModules() {
    let users = modules.filter { $0.value.file != nil }
      .sorted {
        ($0.value.importArguments.count, $0.key) < ($1.value.importArguments.count, $1.key)
      }
    for (name, module) in users {
      for option in module.importArguments {
        guard let map = option.last?.wholeMatch(of: /-fmodule-map-file=(.+)/)?.output.1,
          let text = WholeFile.text(of: String(map))
        else { continue }
        for found in ModuleMap.names(in: text) where modules[found] == nil {
          modules[found] = NotebookLibraries.Module(dependencies: [name])
        }
      }
    }
  }

  /// Takes the link arguments of each module from the smallest program that holds it; from tests only
  /// where there is no other, as they need more.
  /// - Parameter isUnneeded: tells the options that lead into the build's folder, whose objects are all
  ///   named.
  private mutating func addLinkArguments(
    from links: [BuildManifest.Command],
    of folder: String,
    without isUnneeded: ([String]) -> Bool
  ) {
    let links = links.map { (isTest: $0.name.hasSuffix(".test") ? 1 : 0, Set($0.inputs), $0) }
      .sorted { ($0.isTest, $0.1.count, $0.2.name) < ($1.isTest, $1.1.count, $1.2.name) }
    for (name, module) in modules {
      guard let object = module.objects.first else { continue }
      if let (_, _, link) = links.first(where: { $0.1.contains(object) }) {
        modules[name]?.linkArguments = ArgumentOptions.forLinking(link.arguments)
          .filter { !isUnneeded($0) }
          .map { CompilerFlags($0, from: folder).absolute }
      } else {
        unlinked.insert(name)
      }
    }
  }
}

extension BuildDescription.Command {
  /// Whether a program can hold its objects: not those of a macro, which belongs to the compiler, nor
  /// of a program whose entry point is called `main` as the notebook's is.
  fileprivate var canBeLinked: Bool {
    !importPath.hasSuffix("-tool")
      && (isLibrary || otherArguments.contains("-entry-point-function-name"))
  }

  /// The modules that it needs directly: the inputs that are not its own sources.
  fileprivate func dependencies(
    in buildFolder: String,
    _ libraries: DynamicLibraries
  ) -> [String] {
    let names = inputs.flatMap { input -> [String] in
      let url = URL(filePath: input.name)
      switch url.pathExtension {
      case "swiftmodule": return [url.deletingPathExtension().lastPathComponent]
      case "o": return ClangTarget.name(ofFile: input.name, in: buildFolder).map { [$0] } ?? []
      default: return libraries.modules(of: input.name)
      }
    }
    return Set(names).sorted()
  }
}
