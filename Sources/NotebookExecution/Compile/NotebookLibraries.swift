import Foundation

/// The compiled libraries that a notebook can import, as a build of this package leaves them.
public struct NotebookLibraries: Sendable {
  /// The folder of the compiled modules (`.swiftmodule`).
  public var modulesFolder: String
  /// The object files of each module. Only those of modules that a notebook imports are linked.
  public var objects: [String: [String]]
  /// What each module imports itself.
  public var dependencies: [String: [String]]

  /// - Parameters:
  ///   - modulesFolder: the folder of the compiled modules.
  ///   - objects: the object files of each module.
  ///   - dependencies: what each module imports itself.
  public init(
    modulesFolder: String,
    objects: [String: [String]],
    dependencies: [String: [String]] = [:]
  ) {
    self.modulesFolder = modulesFolder
    self.objects = objects
    self.dependencies = dependencies
  }

  /// The libraries in a folder that `swift build` made, such as `.build/debug`, or `nil` where they
  /// are not all there.
  public init?(buildFolder: String) {
    let folder = URL(filePath: buildFolder, directoryHint: .isDirectory)
    let modules = folder.appending(path: "Modules")
    guard
      FileManager.default.fileExists(
        atPath: modules.appending(path: "NotebookDisplay.swiftmodule").path
      )
    else { return nil }
    var objects: [String: [String]] = [:]
    for name in Self.names {
      objects[name] = Self.objects(in: folder.appending(path: "\(name).build"))
    }
    guard objects["NotebookDisplay"] != nil else { return nil }
    self.init(
      modulesFolder: modules.path,
      objects: objects,
      dependencies: Self.names.dropFirst().reduce(into: [:]) { $0[$1] = ["NotebookDisplay"] }
    )
  }

  /// The libraries that belong to the running program: those that the environment variable
  /// `LECTERN_LIBRARIES` names, else those beside the program's file.
  public static func ofThisProgram() -> NotebookLibraries? {
    if let named = ProcessInfo.processInfo.environment["LECTERN_LIBRARIES"], !named.isEmpty {
      return NotebookLibraries(buildFolder: named)
    }
    var folder = programFile.resolvingSymlinksInPath().deletingLastPathComponent()
    // A test bundle of macOS holds the program a few folders down.
    for _ in 0..<4 {
      if let libraries = NotebookLibraries(buildFolder: folder.path) { return libraries }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  private static var programFile: URL {
    #if os(Linux)
      URL(filePath: "/proc/self/exe")
    #else
      Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments.first ?? "")
    #endif
  }

  /// The arguments that let a program import some modules.
  func arguments(importing imported: Set<String>) -> [String] {
    var needed: Set<String> = []
    var open = imported.union(["NotebookDisplay"])
    while let name = open.popFirst() {
      if needed.insert(name).inserted { open.formUnion(dependencies[name] ?? []) }
    }
    return ["-I", modulesFolder] + needed.sorted().flatMap { objects[$0] ?? [] }
  }

  private static let names = ["NotebookDisplay", "LayerCalculus", "Plotting"]

  /// The objects that the build's own list names: the folder may hold older ones, of source files
  /// that are gone.
  private static func objects(in folder: URL) -> [String]? {
    struct Outputs: Decodable {
      var object: String?
    }
    guard let data = try? Data(contentsOf: folder.appending(path: "output-file-map.json")),
      let files = try? JSONDecoder().decode([String: Outputs].self, from: data)
    else { return nil }
    // By name in this folder, so that a build that was moved still serves.
    let objects = files.values.compactMap(\.object).map {
      folder.appending(path: URL(filePath: $0).lastPathComponent).path
    }
    return objects.sorted().filter { FileManager.default.fileExists(atPath: $0) }
  }
}
