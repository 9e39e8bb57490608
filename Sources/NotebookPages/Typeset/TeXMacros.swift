import Documents

/// The commands that TeX defines, so that they can go with a formula to another page.
///
/// MathJax in the browser knows one set of macros for the whole page: what another page defines gets
/// names of its own there, and takes none of the page's.
struct TeXMacros {
  /// The names without backslash.
  private(set) var names: Set<String> = []
  /// The commands that define them, in their order, without the formulas around.
  private(set) var definitions: [String] = []

  private static let definers: Set = [
    "newcommand", "renewcommand", "providecommand", "def", "gdef", "let", "DeclareMathOperator",
  ]

  /// - Parameter texts: TeX in which macros are defined, among other things.
  init(_ texts: [String]) {
    for text in texts {
      let bytes = Array(text.utf8)
      var at = 0
      while let found = bytes[at...].firstIndex(of: UInt8(ascii: "\\")) {
        let name = bytes[(found + 1)...].prefix(while: \.isASCIILetter)
        at = max(name.endIndex, min(found + 2, bytes.count))
        let definer = String(decoding: name, as: UTF8.self)
        guard Self.definers.contains(definer),
          let end = takeDefinition(by: definer, in: bytes, from: name.endIndex)
        else { continue }
        definitions.append(String(decoding: bytes[found..<end], as: UTF8.self))
        at = end
      }
    }
  }

  /// TeX in which each of the commands has a prefix of letters.
  func renamed(_ tex: String, prefix: String) -> String {
    let bytes = Array(tex.utf8)
    var renamed: [UInt8] = []
    var at = 0
    while let found = bytes[at...].firstIndex(of: UInt8(ascii: "\\")) {
      let name = bytes[(found + 1)...].prefix(while: \.isASCIILetter)
      renamed += bytes[at...found]
      if names.contains(String(decoding: name, as: UTF8.self)) { renamed += Array(prefix.utf8) }
      at = max(name.endIndex, min(found + 2, bytes.count))
      renamed += bytes[(found + 1)..<at]
    }
    return String(decoding: renamed + bytes[at...], as: UTF8.self)
  }

  /// Notes the name that a definition gives.
  /// - Returns: the index behind the definition; `nil` where it is none.
  private mutating func takeDefinition(by definer: String, in bytes: [UInt8], from start: Int)
    -> Int?
  {
    var at = bytes[start...].firstIndex { !" *".utf8.contains($0) } ?? bytes.count
    if at < bytes.count, bytes[at] == UInt8(ascii: "{") { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\\") else { return nil }
    let name = bytes[(at + 1)...].prefix(while: \.isASCIILetter)
    guard !name.isEmpty else { return nil }
    names.insert(String(decoding: name, as: UTF8.self))
    at = name.endIndex
    if at < bytes.count, bytes[at] == UInt8(ascii: "}") { at += 1 }
    if definer == "let" {
      at = bytes[at...].firstIndex { !" =".utf8.contains($0) } ?? bytes.count
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\\") else {
        return min(at + 1, bytes.count)
      }
      let other = bytes[(at + 1)...].prefix(while: \.isASCIILetter)
      return max(other.endIndex, min(at + 2, bytes.count))
    }
    // What stands before the body are the arguments.
    guard let body = bytes[at...].firstIndex(of: UInt8(ascii: "{")) else { return nil }
    return Self.endOfGroup(in: bytes, from: body)
  }

  private static func endOfGroup(in bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }
}
