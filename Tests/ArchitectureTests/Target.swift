import Foundation

/// A target as the package's manifest tells of it.
struct Target {
  var name: String
  /// The targets of this package that it depends on.
  var dependencies: Set<String>

  /// The package's folder.
  static let package = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  /// The folder of its sources; `nil` where it is none of the program's own.
  var folder: URL? {
    [Self.package.appending(path: "Sources/\(name)"), Self.package.appending(path: name)]
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// The targets that the program is made of.
  static func all() throws -> [Target] {
    let manifest = try String(contentsOf: package.appending(path: "Package.swift"), encoding: .utf8)
    return manifest.matches(of: /\.(?:target|executableTarget|systemLibrary)\(\s*name: "(\w+)"/).map
    {
      let rest = manifest[$0.range.lowerBound...]
      // Ours are named by their names alone.
      let list = bracketed(rest, "(", ")").replacing(/\.(product|plugin)\([^)]*\)/, with: "")
        .firstMatch(of: /dependencies: \[([^\]]*)\]/)?.1
      let names = list?.matches(of: /"(\w+)"/).map { String($0.1) }
      return Target(name: String($0.1), dependencies: Set(names ?? []))
    }
    .filter { $0.folder != nil }
  }

  /// What stands in a text from its first opening bracket to the one that closes it.
  private static func bracketed(_ text: Substring, _ open: Character, _ close: Character) -> String
  {
    var depth = 0
    var found = ""
    for character in text {
      if character == open { depth += 1 }
      if depth > 0 { found.append(character) }
      if character == close {
        depth -= 1
        if depth == 0 { break }
      }
    }
    return found
  }

  /// The modules that its files import.
  func imports() throws -> Set<String> {
    guard let folder else { return [] }
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".swift") }.reduce(into: []) { found, name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let line = /^ *(?:@\w+ |public |package )*import (?:(?:struct|class|enum|func) )?(\w+)/
      found.formUnion(text.matches(of: line.anchorsMatchLineEndings()).map { String($0.1) })
    }
  }
}
