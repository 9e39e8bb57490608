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
        let name = TeXSyntax.commandName(in: bytes, at: found)
        at = name.upperBound
        let definer = String(decoding: bytes[name], as: UTF8.self)
        guard Self.definers.contains(definer),
          let end = takeDefinition(by: definer, in: bytes, from: at)
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
      let name = TeXSyntax.commandName(in: bytes, at: found)
      renamed += bytes[at...found]
      if names.contains(String(decoding: bytes[name], as: UTF8.self)) {
        renamed += Array(prefix.utf8)
      }
      renamed += bytes[name]
      at = name.upperBound
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
    let name = TeXSyntax.commandName(in: bytes, at: at)
    guard bytes[name].first?.isASCIILetter == true else { return nil }
    names.insert(String(decoding: bytes[name], as: UTF8.self))
    at = name.upperBound
    if at < bytes.count, bytes[at] == UInt8(ascii: "}") { at += 1 }
    if definer == "let" {
      at = bytes[at...].firstIndex { !" =".utf8.contains($0) } ?? bytes.count
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\\") else {
        return min(at + 1, bytes.count)
      }
      return TeXSyntax.commandName(in: bytes, at: at).upperBound
    }
    // What stands before the body are the arguments.
    guard let body = bytes[at...].firstIndex(of: UInt8(ascii: "{")) else { return nil }
    return TeXSyntax.group(in: bytes, at: body).map { $0.upperBound + 1 }
  }
}
