import Documents

/// Where in TeX a value stands: in mathematics, in a text, or in what is neither, such as a length. It
/// reads the TeX before the value, part by part.
struct TeXSurroundings {
  /// What TeX makes of what stands at a place.
  enum Kind {
    case mathematics
    case text
    /// A length, a colour, a name: it is read letter by letter.
    case letters
  }

  private enum Opener {
    case brace, bracket, dollar, parenthesis
  }

  private var groups: [(opener: Opener, kind: Kind)] = []
  /// What the arguments are that the last command still waits for.
  private var due: [Kind] = []
  private var isAfterCommand = false

  /// What a value here is.
  var kind: Kind { due.first ?? current }

  /// Whether a value here is an argument by itself, without braces around it.
  var isArgument: Bool { !due.isEmpty }

  private var current: Kind { groups.last?.kind ?? .mathematics }

  /// Goes past a value.
  mutating func readValue() { endArgument() }

  /// Goes past TeX.
  mutating func read(_ tex: String) {
    var reader = TeXReader(tex)
    while let token = reader.next() { read(token, &reader) }
  }

  private mutating func read(_ token: TeXReader.Token, _ reader: inout TeXReader) {
    switch token {
    case .other(UInt8(ascii: " ")), .other(UInt8(ascii: "\n")), .other(UInt8(ascii: "\t")): return
    case .other(UInt8(ascii: "{")): groups.append((.brace, nextKind()))
    case .other(UInt8(ascii: "}")): close(.brace)
    case .other(UInt8(ascii: "[")) where isAfterCommand: groups.append((.bracket, .letters))
    case .other(UInt8(ascii: "]")) where groups.last?.opener == .bracket:
      groups.removeLast()
      // Further brackets and the arguments may follow.
      return
    case .other(UInt8(ascii: "*")) where isAfterCommand: return
    case .other(UInt8(ascii: "$")): toggleDollar()
    case .command("(") where current == .text: groups.append((.parenthesis, .mathematics))
    case .command(")"): close(.parenthesis)
    case .command(let name):
      endArgument()
      due = Self.arguments[name] ?? []
      isAfterCommand = name == "\\" || name == "bbox" || name == "smash" || !due.isEmpty
      if name == "begin" { readEnvironment(&reader) }
      return
    case .other: if due.first != .letters { endArgument() }
    }
    isAfterCommand = false
  }

  /// What `\begin{…}` is followed by.
  private mutating func readEnvironment(_ reader: inout TeXReader) {
    guard let name = reader.argument() else { return }
    due = Self.columned.contains(name) ? [.letters] : []
    isAfterCommand = true
  }

  private mutating func nextKind() -> Kind { due.isEmpty ? current : due.removeFirst() }

  private mutating func endArgument() {
    if !due.isEmpty { due.removeFirst() }
    isAfterCommand = false
  }

  private mutating func close(_ opener: Opener) {
    if groups.last?.opener == opener { groups.removeLast() }
  }

  private mutating func toggleDollar() {
    if groups.last?.opener == .dollar {
      groups.removeLast()
    } else if current == .text {
      groups.append((.dollar, .mathematics))
    }
  }

  /// The environments that say first what columns they have.
  private static let columned: Set = [
    "array", "alignat", "alignat*", "alignedat", "xalignat", "xalignat*", "xxalignat", "subarray",
    "tabular", "empheq",
  ]

  /// The arguments of commands that are not all mathematics.
  private static let arguments: [String: [Kind]] = {
    var arguments: [String: [Kind]] = [
      "parbox": [.letters, .text], "raisebox": [.letters, .text], "colorbox": [.letters, .text],
      "fcolorbox": [.letters, .letters, .text], "textcolor": [.letters, .mathematics],
      "rule": [.letters, .letters], "Rule": [.letters, .letters, .letters],
      "Space": [.letters, .letters, .letters], "href": [.letters, .mathematics],
      "cssId": [.letters, .mathematics], "class": [.letters, .mathematics],
      "style": [.letters, .mathematics], "mmlToken": [.letters, .letters],
      "newcommand": [.letters, .mathematics], "renewcommand": [.letters, .mathematics],
      "providecommand": [.letters, .mathematics], "DeclareMathOperator": [.letters, .mathematics],
    ]
    let texts = [
      "text", "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "textup", "mbox",
      "hbox", "fbox", "makebox", "framebox", "tag", "intertext", "shortintertext", "emph",
    ]
    for name in texts { arguments[name] = [.text] }
    let letters = [
      "hspace", "vspace", "mspace", "hskip", "mskip", "kern", "mkern", "raise", "lower", "moveleft",
      "moveright", "color", "label", "ref", "eqref", "end", "unicode", "ce", "pu", "require",
      "above", "char",
    ]
    for name in letters { arguments[name] = [.letters] }
    return arguments
  }()
}
