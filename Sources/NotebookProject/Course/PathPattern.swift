import Documents
import Files

/// A file, a folder with all in it, or a pattern of such names, that a project file names.
struct PathPattern: Sendable {
  /// As its author wrote it.
  let text: String
  /// Where that stands.
  let range: SourceRange
  private let names: [String]

  init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
    names = RelativePath.names(text)
  }

  /// Whether a file is meant.
  /// - Parameter inner: its path from the project's folder on.
  func matches(_ inner: String) -> Bool { Self.matches(names[...], RelativePath.names(inner)[...]) }

  /// Whether the names of a path begin as a pattern says: what lies in a folder that is meant is meant, too.
  private static func matches(_ pattern: ArraySlice<String>, _ names: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return true }
    if first == "**" {
      return matches(pattern.dropFirst(), names)
        || !names.isEmpty && matches(pattern, names.dropFirst())
    }
    guard let name = names.first, matches(Array(first.utf8)[...], Array(name.utf8)[...]) else {
      return false
    }
    return matches(pattern.dropFirst(), names.dropFirst())
  }

  /// Whether a name is as a pattern says, in which `*` stands for any letters.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var (pattern, name) = (pattern, name)
    // Where the last star stood, and what it was tried for.
    var star: (pattern: ArraySlice<UInt8>, name: ArraySlice<UInt8>)?
    while !name.isEmpty {
      if pattern.first == UInt8(ascii: "*") {
        pattern = pattern.dropFirst()
        star = (pattern, name)
      } else if let letter = pattern.first, letter == name.first {
        pattern = pattern.dropFirst()
        name = name.dropFirst()
      } else if let last = star {
        star = (last.pattern, last.name.dropFirst())
        (pattern, name) = (last.pattern, last.name.dropFirst())
      } else {
        return false
      }
    }
    return pattern.allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
