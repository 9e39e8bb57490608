import Documents
import Yams

/// `math` and `macros`.
extension FrontMatterParser {
  mutating func typesetting(_ node: Node) -> TypesettingMode? {
    if let word = node.scalar?.string, let mode = TypesettingMode(rawValue: word) { return mode }
    let help =
      "'math: svg', as without it, sets formulas when the page is made, and 'math: browser' when it is read"
    // Elsewhere it says that a page has formulas, as any page may have here.
    if node.scalar?.style == .plain, node.bool == true {
      warn("'math' is svg or browser; formulas are set without it", help: help, range(of: node))
    } else {
      report("'math' is svg or browser", help: help, range(of: node))
    }
    return nil
  }

  mutating func macros(_ node: Node) -> [FrontMatter.Macro] {
    guard let mapping = node.mapping else {
      report("'macros' is a list of names with their TeX", help: Self.example, range(of: node))
      return []
    }
    var macros: [FrontMatter.Macro] = []
    var names: Set<String> = []
    for (keyNode, value) in mapping {
      guard let macro = macro(keyNode, value) else { continue }
      if names.insert(macro.name).inserted {
        macros.append(macro)
      } else {
        report(
          #"the macro '\\#(macro.name)' stands twice"#,
          help: "take one of them out; a backslash before the name does not count",
          range(ofText: keyNode)
        )
      }
    }
    return macros
  }

  /// Adds macros, which stand above those of the same names that hold for all notebooks.
  mutating func add(_ macros: [FrontMatter.Macro]) {
    let own = Set(macros.map(\.name))
    frontMatter.macros = frontMatter.macros.filter { !own.contains($0.name) } + macros
  }

  private static let example = #"write macros: {R: '\mathbb{R}'}"#

  private mutating func macro(_ keyNode: Node, _ node: Node) -> FrontMatter.Macro? {
    let key = keyNode.scalar?.string ?? ""
    let name = key.hasPrefix("\\") ? String(key.dropFirst()) : key
    if name.isEmpty || !name.utf8.allSatisfy(\.isASCIILetter) {
      report(
        "the name of a macro holds only letters from A to Z",
        help: #"such as 'R' or '\R'"#,
        range(ofText: keyNode)
      )
      return nil
    }
    let parts = node.sequence.map(Array.init) ?? [node]
    let most = 9
    guard (1...3).contains(parts.count), let body = parts[0].scalar, parts[0].null == nil,
      let count = argumentCount(parts, most), parts.count < 3 || parts[2].scalar != nil
    else {
      report(
        #"the macro '\\#(name)' is neither TeX nor a list of TeX and a number of arguments"#,
        help: #"write \#(name): '\left\lVert #1 \right\rVert' or \#(name): ['#2_{#1}', 2]"#,
        range(of: node)
      )
      return nil
    }
    let place = range(ofText: parts[0])
    if body.style == .plain { checkComment(behind: place, name) }
    return FrontMatter.Macro(
      name: name,
      body: body.string,
      argumentCount: parts.count > 1 ? count : nil,
      defaultArgument: parts.count > 2 ? parts[2].scalar?.string : nil,
      range: place
    )
  }

  /// The number of arguments, 0 where the list has none; `nil` where it is no such number.
  private func argumentCount(_ parts: [Node], _ most: Int) -> Int? {
    guard parts.count > 1 else { return 0 }
    let count = parts[1].int
    // A default value stands for the first argument, so there must be one.
    return count.flatMap { ((parts.count > 2 ? 1 : 0)...most).contains($0) ? $0 : nil }
  }

  /// Without quotation marks `#1` begins a comment, and the rest of the TeX would be lost unseen.
  private mutating func checkComment(behind place: SourceRange, _ name: String) {
    let line = source.lineRange(source.position(at: place.lowerBound).line)
    let rest = place.upperBound..<max(place.upperBound, line.upperBound)
    guard let mark = source.bytes[rest].firstIndex(where: { !$0.isASCIIWhitespace }),
      source.bytes[mark] == UInt8(ascii: "#"), mark + 1 < line.upperBound,
      source.bytes[mark + 1].isASCIIDigit
    else { return }
    report(
      #"'#' begins a comment here, so the macro '\\#(name)' ends before it"#,
      help: "put the TeX in single quotation marks",
      mark..<mark + 2
    )
  }
}
