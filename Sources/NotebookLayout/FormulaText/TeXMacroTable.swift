import Documents
import NotebookSyntax

/// The macros of a notebook, so that what its formulas say can be read without MathJax.
package struct TeXMacroTable: Sendable, Hashable {
  struct Macro: Sendable, Hashable {
    /// What stands for it, with `#1` and so on where its arguments go.
    var body: String
    var argumentCount = 0
    /// What stands for the first argument where there are no brackets; `nil` where it must be there.
    var defaultArgument: String?
    /// Whether it is the name of a function.
    var isOperator = false
  }

  private var macros: [String: Macro] = [:]

  /// No macros.
  package init() {}

  /// - Parameters:
  ///   - known: the macros of the front matter.
  ///   - definitions: TeX in which others are defined, among other things. Of two with a name the later counts.
  package init(_ known: [FrontMatter.Macro] = [], definitions: some Sequence<String>) {
    for macro in known {
      macros[macro.name] = Macro(
        body: macro.body,
        argumentCount: macro.argumentCount ?? 0,
        defaultArgument: macro.defaultArgument
      )
    }
    for tex in definitions where Self.mayDefine(Array(tex.utf8)) { read(tex) }
  }

  subscript(name: String) -> Macro? { macros[name] }

  /// The macros of a notebook, wherever in it they are defined.
  init(of notebook: Notebook) {
    let mayDefine = Self.mayDefine(notebook.source.bytes)
    self.init(
      notebook.frontMatter.macros,
      definitions: mayDefine ? notebook.formulas.map(\.tex.text) : []
    )
  }

  /// Whether TeX may define something.
  private static func mayDefine(_ bytes: [UInt8]) -> Bool {
    var at = 0
    while let found = bytes[at...].firstIndex(of: UInt8(ascii: "\\")) {
      at = found + 1
      guard at < bytes.count, initials.contains(bytes[at]) else { continue }
      if definers.contains(where: { bytes[at...].starts(with: $0.utf8) }) { return true }
    }
    return false
  }

  private static let definers = [
    "newcommand", "renewcommand", "providecommand", "def", "gdef", "let", "DeclareMathOperator",
  ]
  private static let initials = Set(definers.compactMap(\.utf8.first))

  private mutating func read(_ tex: String) {
    var row = TeXRow(tex)
    while let token = row.next() {
      guard case .command(let definer) = token, Self.definers.contains(definer) else { continue }
      if row.peek == .character("*") { row.skip() }
      guard let name = row.argument().onlyCommand else { continue }
      switch definer {
      case "def", "gdef": readPlain(name, &row)
      case "let":
        if row.peek == .character("=") { row.skip() }
        macros[name] = Macro(body: TeXRow.text(row.argument()))
      case "DeclareMathOperator":
        macros[name] = Macro(body: TeXRow.text(row.argument()), isOperator: true)
      default:
        let count = row.option().flatMap { Int($0.trimmed) } ?? 0
        let value = row.option()
        // What is only provided does not take another's place.
        let body = TeXRow.text(row.argument())
        if definer == "providecommand", macros[name] != nil { continue }
        macros[name] = Macro(body: body, argumentCount: count, defaultArgument: value)
      }
    }
  }

  /// `\def\name#1#2{body}`.
  private mutating func readPlain(_ name: String, _ row: inout TeXRow) {
    var count = 0
    while let token = row.peek, token != .character("{") {
      row.skip()
      if case .character(let character) = token, character.isNumber { count += 1 }
    }
    macros[name] = Macro(body: TeXRow.text(row.argument()), argumentCount: count)
  }
}

extension [TeXRow.Token] {
  fileprivate var onlyCommand: String? {
    guard count == 1, case .command(let name) = self[0] else { return nil }
    return name
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
