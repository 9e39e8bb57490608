import FormulaChecks
import Testing

/// Formulas in groups, each with what its letters mean: lines `# title`, `let SYMBOLS` and `TEX ## WORDS`.
struct FormulaTable {
  struct Group: CustomTestStringConvertible, Sendable {
    var title: String
    var symbols: String
    var claims: [FormulaClaim]

    var testDescription: String { title }
  }

  let groups: [Group]

  init(_ text: String) {
    groups = text.split(separator: "\n\n").map { group in
      let lines = group.split(separator: "\n")
      let formulas = lines.filter { !$0.hasPrefix("# ") && !$0.hasPrefix("let ") }
      return Group(
        title: lines.first.map { String($0.dropFirst(2)) } ?? "",
        symbols: lines.filter { $0.hasPrefix("let ") }.map { $0.dropFirst(4) }.joined(
          separator: "\n"
        ),
        claims: formulas.map { line in
          let parts = line.split(separator: " ## ")
          return FormulaClaim(tex: String(parts[0]), words: parts.count > 1 ? String(parts[1]) : "")
        }
      )
    }
  }

  var count: Int { groups.reduce(0) { $0 + $1.claims.count } }
}
