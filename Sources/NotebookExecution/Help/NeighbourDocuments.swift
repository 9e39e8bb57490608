import Files
import Foundation
import NotebookSyntax

/// The documents beside one, for a name that is declared in another of them.
struct NeighbourDocuments {
  private let files: [URL]

  /// So many are looked through, each up to so many bytes.
  private static let most = 200
  private static let longest = 1 << 20

  /// - Parameter path: the document.
  init(of path: String) {
    let document = URL(filePath: path).standardizedFileURL
    let folder = document.deletingLastPathComponent()
    files = Folder.names(in: folder.path).sorted().filter {
      $0.hasSuffix(".md") && $0 != document.lastPathComponent
    }
    .prefix(Self.most).map { folder.appending(path: $0) }
  }

  /// Where a name is declared in a fence, in a sentence; `nil` where it is not.
  func help(for name: String) -> String? {
    for file in files {
      guard let bytes = WholeFile.bytes(of: file.path), bytes.count <= Self.longest,
        let line = Self.line(declaring: name, in: String(decoding: bytes, as: UTF8.self))
      else { continue }
      return
        "'\(name)' is declared in '\(file.lastPathComponent)', line \(line), and each document is a "
        + "program of its own"
    }
    return nil
  }

  private static func line(declaring name: String, in text: String) -> Int? {
    guard text.contains(name) else { return nil }
    var isInFence = false
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.trimmed.hasPrefix("```") {
        isInFence.toggle()
      } else if isInFence, line.contains(name), declares(name, line) {
        return number + 1
      }
    }
    return nil
  }

  private static func declares(_ name: String, _ line: Substring) -> Bool {
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return zip(words, words.dropFirst()).contains { introducers.contains(String($0)) && $1 == name }
  }

  private static let introducers: Set = [
    "let", "var", "func", "struct", "class", "enum", "actor", "protocol", "typealias",
  ]
}
