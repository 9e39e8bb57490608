import Foundation

extension NotebookLibraries {
  /// The libraries in a folder that `swift build` made of this package, such as `.build/debug`, or
  /// `nil` where they are not all there.
  public init?(buildFolder: String) {
    let folder = URL(filePath: buildFolder, directoryHint: .isDirectory)
    self.init(modules: [:])
    for name in Self.ownNames {
      let file = folder.appending(path: "Modules/\(name).swiftmodule").path
      guard FileManager.default.fileExists(atPath: file),
        let objects = Self.objects(in: folder.appending(path: "\(name).build"))
      else { continue }
      modules[name] = Module(
        file: file,
        objects: objects,
        dependencies: name == Self.ownNames[0] ? [] : [Self.ownNames[0]]
      )
    }
    guard modules[Self.ownNames[0]] != nil else { return nil }
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

  /// Whether there are others than those for notebooks, which are a package's.
  var hasOthers: Bool { !names.isSubset(of: Self.ownNames) }

  /// What a notebook can import, in a sentence's words: the own libraries first.
  var listing: String {
    let own = Self.ownNames.filter(names.contains)
    let others = names.subtracting(own).filter { !$0.hasPrefix("_") }.sorted()
    let shown = own + others.prefix(12) + (others.count > 12 ? ["…"] : [])
    return shown.joined(separator: ", ")
  }

  private static var programFile: URL {
    #if os(Linux)
      URL(filePath: "/proc/self/exe")
    #else
      Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments.first ?? "")
    #endif
  }

  private static let ownNames = ["NotebookDisplay", "LayerCalculus", "Plotting"]

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
