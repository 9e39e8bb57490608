import Files
import Foundation

/// The build system's manifest (`debug.yaml`), as far as it is needed: what is built, the files of C,
/// and how programs are linked.
///
/// It is YAML that is written in one way only: a key with its value, in JSON, on each line.
struct BuildManifest: Sendable {
  /// One step of the build.
  struct Command: Sendable {
    var name: String
    var inputs: [String] = []
    var outputs: [String] = []
    var arguments: [String] = []
  }

  /// The names of what `swift build` builds, such as `<Name-TRIPLE-debug.module>`.
  var goals: [String] = []
  /// The files that each goal consists of, by its name.
  var files: [String: [String]] = [:]
  /// The compilations of files of C.
  var compilations: [Command] = []
  /// The links of programs and dynamic libraries.
  var links: [Command] = []

  /// - Parameter buildFolder: the folder of what was built.
  init(in buildFolder: String) throws {
    // It stands above the folder of the platform.
    let folder = URL(filePath: buildFolder)
    let file = folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: folder.lastPathComponent + ".yaml").path
    guard let bytes = WholeFile.bytes(of: file) else {
      throw BuildRecordMissing(reason: "there is no '\(file)'")
    }
    self.init(String(decoding: bytes, as: UTF8.self))
    if goals.isEmpty {
      throw BuildRecordMissing(reason: "'\(file)' is in a form that is not known")
    }
  }

  /// - Parameter text: the manifest.
  init(_ text: String) {
    var command = Command(name: "")
    var kind = Kind.other
    for line in text.split(separator: "\n") {
      if line.hasPrefix("  \"") {
        add(command, kind)
        command = Command(name: Self.key(of: line))
        kind = Kind(command.name)
        if command.name == "main" { goals = Self.list(in: line) }
      } else if line == "    tool: clang" {
        kind = .compilation
      } else if kind != .other {
        if line.hasPrefix("    inputs: ") { command.inputs = Self.list(in: line) }
        if line.hasPrefix("    outputs: ") { command.outputs = Self.list(in: line) }
        if line.hasPrefix("    args: ") { command.arguments = Self.list(in: line) }
      }
    }
    add(command, kind)
  }

  private enum Kind {
    case goal, compilation, link, other

    init(_ name: String) {
      if name.hasPrefix("<"), name.hasSuffix(".module>") {
        self = .goal
      } else if name.hasPrefix("C."), [".exe", ".dylib", ".test"].contains(where: name.hasSuffix) {
        self = .link
      } else {
        self = .other
      }
    }
  }

  private mutating func add(_ command: Command, _ kind: Kind) {
    switch kind {
    case .goal: files[command.name] = command.inputs
    case .compilation: compilations.append(command)
    case .link: links.append(command)
    case .other: break
    }
  }

  private static func key(of line: Substring) -> String {
    let rest = line.dropFirst(3)
    return String(rest[..<(rest.range(of: "\":")?.lowerBound ?? rest.endIndex)])
  }

  private static func list(in line: Substring) -> [String] {
    guard let start = line.firstIndex(of: "[") else { return [] }
    return (try? JSONDecoder().decode([String].self, from: Data(line[start...].utf8))) ?? []
  }
}
