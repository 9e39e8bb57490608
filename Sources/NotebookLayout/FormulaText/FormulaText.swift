import NotebookSyntax

/// What a formula says in plain Unicode, for where no markup may stand: `∑ᵢ₌₁ⁿ xᵢ²`, `(a + b)/2`, `‖x‖ → 0`.
///
/// 1. The TeX is read token by token; macros are replaced by what they stand for (`TeXRow`, `TeXMacroTable`).
/// 2. Signs and letters become those of Unicode (`FormulaSigns`), powers and indices small ones where there are
///    such (`FormulaScripts`).
/// 3. What has two dimensions is put into one line, with brackets where they are needed.
///
/// A command that is not known says its name.
package struct FormulaText {
  /// - Parameters:
  ///   - tex: the TeX.
  ///   - macros: what it may use.
  package static func text(of tex: String, _ macros: TeXMacroTable = TeXMacroTable()) -> String {
    var reader = FormulaText(TeXRow(tex), macros)
    reader.read()
    return reader.line.whole
  }

  private var row: TeXRow
  private let macros: TeXMacroTable
  private var line = FormulaLine()
  /// How many macros may still be replaced: one may stand for itself.
  private var budget: Int
  private let depth: Int

  private static let mostReplaced = 100
  private static let deepest = 40

  private init(_ row: TeXRow, _ macros: TeXMacroTable, budget: Int = mostReplaced, depth: Int = 0) {
    self.row = row
    self.macros = macros
    self.budget = budget
    self.depth = depth
  }

  private mutating func read() {
    while let token = row.next() { read(token) }
  }

  private mutating func read(_ token: TeXRow.Token) {
    switch token {
    case .command(let name): read(command: name)
    case .character("{"): line.add(.inner(inner(row.group())))
    case .character("}"): break
    case .character("^"): line.add(raised: inner(row.argument()))
    case .character("_"): line.add(lowered: inner(row.argument()))
    case .character("'"): line.add(.close("′"))
    case .character("~"): line.add(.space)
    case .character("&"): line.add(.sign(", "))
    case .character("-"): line.add(.binary("−"))
    case .character("*"): line.add(.binary("∗"))
    case .character("+"): line.add(.binary("+"))
    case .character(let sign) where "=<>:".contains(sign): line.add(.relation(String(sign)))
    case .character(let sign) where ",;".contains(sign): line.add(.sign("\(sign) "))
    case .character(let sign) where "([".contains(sign): line.add(.open(String(sign)))
    case .character(let sign) where ")]!".contains(sign): line.add(.close(String(sign)))
    case .character(let sign): line.add(.letter(String(sign)))
    }
  }

  /// What an argument says.
  private mutating func inner(_ tokens: [TeXRow.Token]) -> String {
    guard depth < Self.deepest else { return TeXRow.text(tokens) }
    var reader = FormulaText(TeXRow(tokens), macros, budget: budget, depth: depth + 1)
    reader.read()
    budget = reader.budget
    return reader.line.whole
  }

  private mutating func argument() -> String { inner(row.argument()) }

  /// An argument that is a text, with its spaces.
  private mutating func words() -> String {
    var row = TeXRow(row.argument())
    var text = ""
    while true {
      if row.takeSpace() { text += " " }
      guard let token = row.next() else { return text }
      switch token {
      case .character("{"), .character("}"), .character("$"): break
      case .character("~"), .command(" "): text += " "
      case .character(let character): text.append(character)
      case .command(let name): text += FormulaSigns.letters[name] ?? name
      }
    }
  }

  private mutating func read(command name: String) {
    if let macro = macros[name], budget > 0 { return replace(macro) }
    if let sign = FormulaSigns.sign(name) { return line.add(sign) }
    if let accent = FormulaSigns.accents[name] {
      return line.add(.inner(marked(argument(), accent)))
    }
    if let alphabet = FormulaAlphabet(command: name) {
      return line.add(.inner(alphabet.text(of: argument())))
    }
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac":
      let (upper, lower) = (argument(), argument())
      line.add(.inner("\(FormulaLine.one(upper))/\(FormulaLine.one(lower))"))
    case "binom", "dbinom", "tbinom": line.add(.inner("C(\(argument()), \(argument()))"))
    case "sqrt":
      let order = row.option().map { FormulaText.text(of: $0, macros) } ?? ""
      line.add(.inner(FormulaScripts.root(order) + FormulaLine.one(argument())))
    case "text", "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "mbox", "hbox":
      line.add(.words(words()))
    case "operatorname":
      if row.peek == .character("*") { row.skip() }
      line.add(.function(argument()))
    case "pmod": line.add(.sign(" (mod \(argument()))"))
    case "begin": readEnvironment()
    case "\\", "cr": line.add(.sign("; "))
    case "not": readNegation()
    default: readOther(name)
    }
  }

  /// Commands that say nothing themselves, or only with one of their arguments.
  private mutating func readOther(_ name: String) {
    switch name {
    case "left", "right", "middle":
      if row.peek == .character(".") { row.skip() }
    case "overset", "underset", "stackrel", "textcolor", "href", "cssId", "class", "style",
      "enclose":
      _ = row.argument()
      line.add(.inner(argument()))
    case "label", "phantom", "hphantom", "vphantom", "color", "hspace", "vspace", "mspace", "kern":
      _ = row.argument()
    case "end": _ = row.argument()
    case "tag": line.add(.sign(" (\(words()))"))
    case let silent where FormulaSigns.silent.contains(silent): break
    case let function where FormulaSigns.functions.contains(function): line.add(.function(function))
    default: line.add(name.first?.isLetter == true ? .function(name) : .letter(name))
    }
  }

  private mutating func replace(_ macro: TeXMacroTable.Macro) {
    budget -= 1
    var values: [[TeXRow.Token]] = []
    if let value = macro.defaultArgument, macro.argumentCount > 0 {
      values.append(TeXRow.tokens(of: row.option() ?? value))
    }
    while values.count < min(macro.argumentCount, 9) { values.append(row.argument()) }
    if macro.isOperator { return line.add(.function(inner(TeXRow.tokens(of: macro.body)))) }
    var tokens: [TeXRow.Token] = []
    var isNumber = false
    for token in TeXRow.tokens(of: macro.body) {
      if isNumber, case .character(let digit) = token, let number = digit.wholeNumberValue,
        values.indices.contains(number - 1)
      {
        tokens += values[number - 1]
      } else if token != .character("#") {
        tokens.append(token)
      }
      isNumber = token == .character("#")
    }
    // Macros that stand for longer and longer ones could grow without bounds.
    budget -= tokens.count / 20
    row.prepend(tokens)
  }

  private mutating func readNegation() {
    let sign = argument()
    line.add(.relation(FormulaSigns.negations[sign] ?? sign + "\u{338}"))
  }

  /// A matrix or its like, row by row.
  private mutating func readEnvironment() {
    let name = TeXRow.text(row.argument())
    if name.hasPrefix("array") || name.hasPrefix("alignat") { _ = row.argument() }
    var tokens: [TeXRow.Token] = []
    var open = 0
    while let token = row.next() {
      if token == .command("begin") { open += 1 }
      if token == .command("end") {
        if open == 0 {
          _ = row.argument()
          break
        }
        open -= 1
      }
      tokens.append(token)
    }
    let brackets = FormulaSigns.environments[name] ?? ("", "")
    let text = inner(tokens)
    line.add(.inner(brackets.0 + text.trimmingSpaces + brackets.1))
  }

  private func marked(_ text: String, _ accent: String) -> String {
    // A mark stands over one letter.
    text.count == 1 ? text + accent : text
  }
}

extension String {
  /// The text without spaces and semicolons at its ends, as of a last row.
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while let last = text.last, last == " " || last == ";" { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    return String(text)
  }
}
