import Documents
import Foundation
import NotebookSyntax

/// A folder that holds a notebook and what is expected of it.
///
/// `LECTERN_UPDATE_CASES=1 swift test` writes the expected files anew instead of comparing them,
/// though never where `CI` is set, because nobody would look at the difference there.
public struct GoldenCase: Sendable, CustomStringConvertible {
  /// The folder.
  public let folder: URL

  /// The folder's name, which says what the case is about.
  public var description: String { folder.lastPathComponent }

  /// The notebook.
  public var source: SourceText {
    get throws {
      let data = try Data(contentsOf: folder.appending(path: "notebook.md"))
      return SourceText(path: "notebook.md", bytes: Array(data))
    }
  }

  /// The cases in a folder beside a test file, by name.
  public static func all(
    beside file: String = #filePath,
    in folder: String = "Cases"
  ) -> [GoldenCase] {
    let root = URL(filePath: file).deletingLastPathComponent().appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
      .map { GoldenCase(folder: root.appending(path: $0)) }
  }

  /// Whether expected files are written instead of compared.
  public static var updates: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["LECTERN_UPDATE_CASES"] == "1" && environment["CI"] == nil
  }

  /// Compares a result with an expected file.
  /// - Returns: the first line that differs, or `nil` where nothing does.
  public func difference(of actual: String, from name: String) throws -> String? {
    let file = folder.appending(path: name)
    if Self.updates {
      try Data(actual.utf8).write(to: file)
      return nil
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    if actual == expected { return nil }
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let got = actual.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(wanted.count, got.count) {
      let left = line < wanted.count ? String(wanted[line]) : "(no line)"
      let right = line < got.count ? String(got[line]) : "(no line)"
      if left != right {
        return "\(description)/\(name):\(line + 1)\n  expected: \(left)\n  actual:   \(right)"
      }
    }
    return "\(description)/\(name): the line ends differ"
  }

  /// The names of files in the folder that no test looks at.
  public func strayFiles(besides known: Set<String>) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !known.contains($0) }
  }
}
