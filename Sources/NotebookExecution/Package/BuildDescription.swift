import Files
import Foundation

/// What the records of a build lack.
struct BuildRecordMissing: Error {
  var reason: String
}

/// SwiftPM's description of a build (`description.json`), as far as it is needed: how each Swift
/// module is compiled. Its form is not documented, so that much of it may be missing.
struct BuildDescription: Decodable, Sendable {
  /// How one Swift module is compiled.
  struct Command: Decodable, Sendable {
    var moduleName: String
    /// The compiled module.
    var moduleOutputPath: String
    /// The folder of the modules that it imports.
    var importPath: String
    /// Its object files, those of its present sources.
    var objects: [String]
    /// What it is made of: its sources, and what it needs of other targets.
    var inputs: [Input]
    /// The compiler's arguments without the sources.
    var otherArguments: [String]
    /// Whether it is no program.
    var isLibrary: Bool
  }

  struct Input: Decodable, Sendable {
    var name: String
  }

  /// Something else that the build makes; its name is a path.
  struct Product: Decodable, Sendable {}

  /// The commands by their names, such as `C.Name-TRIPLE-debug.module`.
  var swiftCommands: [String: Command]
  /// The names of all targets that a target needs, by its name.
  var targetDependencyMap: [String: [String]]?
  /// The files and folders that are copied, by where to.
  var copyCommands: [String: Product]?
  /// The files that are written, by where to.
  var writeCommands: [String: Product]?

  /// The sources of all Swift modules.
  var sources: [String] {
    swiftCommands.values.flatMap { $0.inputs.map(\.name) }.filter { $0.hasSuffix(".swift") }
  }

  /// Where it stands.
  /// - Parameter buildFolder: the folder of what was built.
  static func file(in buildFolder: String) -> String { "\(buildFolder)/description.json" }

  /// - Parameter buildFolder: the folder of what was built.
  init(in buildFolder: String) throws {
    let file = Self.file(in: buildFolder)
    guard let bytes = WholeFile.bytes(of: file) else {
      throw BuildRecordMissing(reason: "there is no '\(file)'")
    }
    do {
      self = try JSONDecoder().decode(BuildDescription.self, from: Data(bytes))
    } catch {
      throw BuildRecordMissing(reason: "'\(file)' is in a form that is not known")
    }
  }
}
