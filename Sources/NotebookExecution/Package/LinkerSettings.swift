import Files
import Foundation

/// The linker settings of a package's targets, as its manifest states them.
///
/// How a program that holds a module is linked says more; this is for modules that no program holds.
struct LinkerSettings: Decodable, Sendable {
  struct Target: Decodable, Sendable {
    var name: String
    var settings: [Setting]
  }

  struct Setting: Decodable, Sendable {
    var tool: String
    var kind: [String: Value]
    var condition: Condition?
  }

  struct Condition: Decodable, Sendable {
    var platformNames: [String]?
    var config: String?
  }

  /// What stands behind the setting's name: a library, or several arguments.
  struct Value: Decodable, Sendable {
    var words: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      words =
        if let word = try? container.decode(String.self, forKey: ._0) { [word] } else {
          (try? container.decode([String].self, forKey: ._0)) ?? []
        }
    }

    private enum Key: String, CodingKey {
      case _0
    }
  }

  var targets: [Target]

  /// The modules with the link arguments that are known from their manifests only.
  static func adding(
    to built: BuiltModules,
    with tool: PackageTool
  ) async throws -> [String: NotebookLibraries.Module] {
    var modules = built.modules
    var manifests: [String: LinkerSettings] = [:]
    for name in built.unlinked.sorted() {
      guard let source = built.sources[name], let folder = SwiftPackage.around(source) else {
        continue
      }
      if manifests[folder] == nil {
        manifests[folder] = try await LinkerSettings(of: folder, with: tool)
      }
      // The linker runs in the folder of the package that is built, whichever package says this.
      modules[name]?.linkArguments += (manifests[folder]?.arguments(ofModule: name) ?? [])
        .map { CompilerFlags($0, from: tool.folder).absolute }
      let isCPlusPlus = modules[name]?.objects.contains { object in
        [".cpp.o", ".cc.o", ".cxx.o", ".mm.o"].contains(where: object.hasSuffix)
      }
      if isCPlusPlus == true { modules[name]?.linkArguments.append([standardLibraryOfCPlusPlus]) }
    }
    return modules
  }

  /// Asks for a manifest's content only where its text mentions the linker at all.
  private init(of folder: String, with tool: PackageTool) async throws {
    targets = []
    let mentionsLinker = Folder.names(in: folder).contains { name in
      guard name.hasPrefix("Package"), name.hasSuffix(".swift") else { return false }
      let text = WholeFile.text(of: "\(folder)/\(name)")
      return text?.contains("linked") == true || text?.contains("linkerSettings") == true
    }
    guard mentionsLinker else { return }
    let output = try await tool.manifest(in: folder)
    guard output.isSuccess else { return }
    targets = try JSONDecoder().decode(LinkerSettings.self, from: Data(output.text.utf8)).targets
  }

  private func arguments(ofModule name: String) -> [[String]] {
    let target = targets.first { ModuleName.of(target: $0.name) == name }
    return target?.settings.filter(\.isMeant).flatMap(\.arguments) ?? []
  }

  #if os(Linux)
    fileprivate static let platform = "linux"
    private static let standardLibraryOfCPlusPlus = "-lstdc++"
  #else
    fileprivate static let platform = "macos"
    private static let standardLibraryOfCPlusPlus = "-lc++"
  #endif
}

extension LinkerSettings.Setting {
  /// Whether it holds for this build.
  fileprivate var isMeant: Bool {
    tool == "linker"
      && condition?.platformNames.map { $0.isEmpty || $0.contains(LinkerSettings.platform) }
        != false
      && condition?.config.map { $0 == "debug" } != false
  }

  fileprivate var arguments: [[String]] {
    kind.sorted { $0.key < $1.key }.flatMap { name, value -> [[String]] in
      switch name {
      case "linkedLibrary": value.words.map { ["-l\($0)"] }
      case "linkedFramework": value.words.map { ["-framework", $0] }
      case "unsafeFlags": [value.words]
      default: []
      }
    }
  }
}
