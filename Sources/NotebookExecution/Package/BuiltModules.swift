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
  ///   - buildFolder: the folder of what was built.
  ///   - description: how its Swift modules are compiled.
  ///   - manifest: how the rest of it is.
  init(in buildFolder: String, description: BuildDescription, manifest: BuildManifest) {
    var swift: [String: BuildDescription.Command] = [:]
    for command in description.swiftCommands.values where command.canBeLinked {
      swift[command.moduleName] = command
    }
    let targets = ClangTarget.all(in: buildFolder, manifest)
    let needs = description.targetDependencyMap ?? [:]
    // From what is built, not tests nor what a dependency holds besides, to all that it needs.
    var open = manifest.goals.compactMap { goal in
      description.swiftCommands["C." + goal.dropFirst().dropLast()]?.moduleName
        ?? manifest.files[goal]?.first.flatMap { ClangTarget.name(ofFile: $0, in: buildFolder) }
    }
    while let name = open.popLast() {
      guard modules[name] == nil else { continue }
      if let command = swift[name] {
        modules[name] = NotebookLibraries.Module(
          file: command.moduleOutputPath,
          objects: command.objects,
          dependencies: command.dependencies(in: buildFolder),
          importArguments: ArgumentOptions.forImporting(command.otherArguments)
        )
        modules[name]?.resources = command.resources
        sources[name] = command.inputs.first?.name
      } else if let target = targets[name] {
        modules[name] = target.module(needing: needs[name] ?? [])
        sources[name] = target.sources.first
        for alias in target.moduleNames where alias != name {
          modules[alias] = NotebookLibraries.Module(dependencies: [name])
        }
      }
      open += modules[name]?.dependencies ?? []
    }
    addSystemModules()
    addLinkArguments(from: manifest.links, without: buildFolder)
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
          let text = try? String(contentsOfFile: String(map), encoding: .utf8)
        else { continue }
        for found in ModuleMap.names(in: text) where modules[found] == nil {
          modules[found] = NotebookLibraries.Module(dependencies: [name])
        }
      }
    }
  }

  /// Takes the link arguments of each module from the smallest program that holds it; from tests only
  /// where there is no other, as they need more.
  private mutating func addLinkArguments(
    from links: [BuildManifest.Command],
    without folder: String
  ) {
    let links = links.map { (isTest: $0.name.hasSuffix(".test") ? 1 : 0, Set($0.inputs), $0) }
      .sorted { ($0.isTest, $0.1.count, $0.2.name) < ($1.isTest, $1.1.count, $1.2.name) }
    for (name, module) in modules {
      guard let object = module.objects.first else { continue }
      if let (_, _, link) = links.first(where: { $0.1.contains(object) }) {
        modules[name]?.linkArguments = ArgumentOptions.forLinking(link.arguments, without: folder)
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

  /// The folders of its resources, as the code names them by which it comes to them.
  fileprivate var resources: [String] {
    inputs.map(\.name).filter { $0.hasSuffix("/resource_bundle_accessor.swift") }.flatMap { file in
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      return text.matches(of: /"(\/[^"\n]*\.(?:resources|bundle))"/).map { String($0.output.1) }
    }
  }

  /// The modules that it needs directly: the inputs that are not its own sources.
  fileprivate func dependencies(in buildFolder: String) -> [String] {
    let names = inputs.compactMap { input -> String? in
      let url = URL(filePath: input.name)
      if url.pathExtension == "swiftmodule" { return url.deletingPathExtension().lastPathComponent }
      guard url.pathExtension == "o" else { return nil }
      return ClangTarget.name(ofFile: input.name, in: buildFolder)
    }
    return Set(names).sorted()
  }
}
