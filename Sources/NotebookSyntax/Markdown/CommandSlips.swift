import Documents

/// Commands of TeX that look like `\swift`, and may be slips.
struct CommandSlips {
  /// Warns of each, unless it is a macro.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - slips: where they stand.
  ///   - source: the document.
  ///   - macros: the macros of its front matter.
  init(_ slips: [SourceRange], in source: SourceText, macros: [FrontMatter.Macro]) {
    var definitions: [String: Bool] = [:]
    for slip in slips {
      let name = String(source[slip].dropFirst())
      let isDefined =
        definitions[name]
        ?? (macros.contains { $0.name == name }
          || Self.defines(Array(source.bytes[slip]), in: source.bytes))
      definitions[name] = isDefined
      if isDefined { continue }
      diagnostics.append(
        Diagnostic(
          .warning,
          .unknownValueWord,
          #"'\#(name)' is no value, and stands in no definition of a macro"#,
          help: #"did you mean '\swift{…}'?"#,
          in: source,
          at: slip
        )
      )
    }
  }

  /// Whether the document defines a command, as `\newcommand{\Swift}` or `\def\Swift` does.
  private static func defines(_ command: [UInt8], in bytes: [UInt8]) -> Bool {
    var at = bytes.startIndex
    while let found = bytes[at...].firstIndex(of: UInt8(ascii: "\\")) {
      at = found + 1
      guard bytes[found...].starts(with: command) else { continue }
      let next = bytes[(found + command.count)...].first
      if next.map(\.isASCIILetter) == true { continue }
      // A command that another one stands right before is its argument.
      if next == UInt8(ascii: "}") || (found > 0 && bytes[found - 1].isASCIILetter) { return true }
    }
    return false
  }
}
