import Documents
import NotebookLayout

/// A notebook's formulas as TeX that needs nothing around it: without macros, with numbers as tags, and with
/// what its references say.
struct PortableTeX {
  /// A formula that stands by itself.
  struct Formula {
    /// The TeX; empty where the formula only defines something.
    var tex: String
    /// The commands that who shows it will not set.
    var refused: [String] = []
  }

  private typealias Token = TeXReader.Token

  private let dialect: MarkdownDialect
  private let layout: LaidOutNotebook
  private var macros = TeXMacroTable()
  /// How many display formulas were written.
  private var displayCount = 0
  /// The next number that a row takes by itself.
  private var nextNumber = 1

  /// - Parameters:
  ///   - layout: the notebook. Its formulas are read for what they define, in the order in which they are
  ///     set: a heading's formula is in the contents too, before what it uses is defined.
  ///   - definitions: TeX that defines the macros of the front matter.
  init(_ layout: LaidOutNotebook, _ definitions: [String], _ dialect: MarkdownDialect) {
    self.dialect = dialect
    self.layout = layout
    for definition in definitions { _ = macros.expanded(definition, at: -1) }
    let formulas = layout.formulas
    for index in SettingOrder(formulas.map(\.place)).indices {
      let formula = formulas[index]
      if formula.tex.text.contains("\\") {
        _ = macros.expanded(formula.tex.text, at: formula.place)
      }
    }
    macros.isComplete = true
  }

  /// A formula within a line.
  /// - Parameter foreign: TeX that defines what it uses, for one of another page.
  mutating func inline(_ tex: ComposedTeX, definedBy foreign: [String]? = nil) -> Formula {
    if let foreign {
      var own = TeXMacroTable()
      for definition in foreign { _ = own.expanded(definition, at: 0) }
      return written(own.expanded(tex.text, at: 0), tex)
    }
    return written(macros.expanded(tex.text, at: tex.start ?? 0), tex)
  }

  /// A formula that stands by itself, with its number.
  mutating func display(_ tex: ComposedTeX) -> Formula {
    let equation = layout.equations[displayCount]
    displayCount += 1
    if let first = equation?.firstRow { nextNumber = first }
    guard var tokens = macros.expanded(tex.text, at: tex.start ?? 0) else {
      return written(nil, tex)
    }
    if let number = equation?.number {
      nextNumber += 1
      tokens +=
        [.command("tag"), TeXTokens.open] + TeXTokens.tokens(of: number)
        + [TeXTokens.close]
    } else {
      let rows = NumberedRows(tokens, from: nextNumber, after: layout.numberPrefix)
      tokens = rows.tokens
      nextNumber = rows.next
    }
    return written(tokens, tex)
  }

  /// The labels of the next display formula.
  var labels: [String] { layout.equations[displayCount]?.labels ?? [] }

  private func written(_ tokens: [TeXReader.Token]?, _ tex: ComposedTeX) -> Formula {
    guard let tokens else { return Formula(tex: tex.text, refused: ["newcommand"]) }
    var input = TeXTokens(TeXTokens.text(tokens))
    var output: [Token] = []
    var refused: [String] = []
    while let token = input.next() {
      guard case .command(let name) = token else {
        output.append(token)
        continue
      }
      if let replacement = replacement(of: name, &input) {
        input.put(back: replacement)
        continue
      }
      if let shown = shown(name, &input) {
        output += shown
        continue
      }
      if dialect == .github, Self.refused.contains(name), !refused.contains(name) {
        refused.append(name)
      }
      output.append(token)
    }
    let text = TeXTokens.text(output).split(separator: "\n", omittingEmptySubsequences: true)
      .filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
    return Formula(tex: String(text.trimmingWhiteSpace), refused: refused)
  }

  /// What a label and a reference are outside the notebook.
  private func shown(_ name: String, _ input: inout TeXTokens) -> [Token]? {
    switch name {
    case "label":
      _ = input.argument()
      return []
    case "ref", "eqref":
      let label = TeXTokens.text(input.argument() ?? [])
      let target = layout.target(named: label)
      let number = target?.number ?? label
      let page = target?.page.flatMap { $0.isNamedByNumber ? nil : $0.tex(in: layout.words) } ?? ""
      return TeXTokens.tokens(of: "\\text{\(name == "ref" ? number : "(\(number))")}" + page)
    default: return nil
    }
  }

  /// TeX in place of a command that GitHub does not let pass.
  private func replacement(of name: String, _ input: inout TeXTokens) -> [Token]? {
    guard dialect == .github else { return nil }
    switch name {
    case "operatorname":
      let isStarred = input.take(TeXTokens.star)
      let words = input.argument() ?? []
      return [.command("mathop"), TeXTokens.open, .command("mathrm"), TeXTokens.open] + words
        + [TeXTokens.close, TeXTokens.close, .command(isStarred ? "limits" : "nolimits")]
    case "mbox", "hbox": return [.command("text")]
    case "href", "class", "style", "cssId":
      _ = input.argument()
      return [TeXTokens.open] + (input.argument() ?? []) + [TeXTokens.close]
    default: return nil
    }
  }

  /// The commands that GitHub's page refuses, for they could take a meaning from others or hide text.
  private static let refused: Set = [
    "newcommand", "renewcommand", "providecommand", "def", "gdef", "let", "DeclareMathOperator",
    "newenvironment", "renewenvironment", "require", "phantom", "hphantom", "vphantom", "bbox",
    "colorbox", "fcolorbox", "definecolor", "DeclarePairedDelimiter", "mmlToken",
  ]
}
