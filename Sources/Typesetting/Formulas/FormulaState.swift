/// What is known of a page's formulas before any is set: which of them stand for themselves.
struct FormulaState {
  /// For each formula all that may have given names a meaning before it; `nil` for a formula that
  /// does not stand for itself, because it counts, refers or defines.
  private(set) var contexts: [[String]?] = []
  /// Whether a formula may define something.
  private(set) var mayDefine: [Bool] = []

  init(_ page: FormulaPage) {
    var context = page.macros.map(\.definition)
    for request in page.requests {
      let defines = Self.contains(Self.defining, request.tex)
      let counts = Self.contains(Self.counting, request.tex)
      let isNumbered = request.firstNumber != nil || request.tag != nil || request.label != nil
      contexts.append(defines || counts || isNumbered ? nil : context)
      mayDefine.append(defines)
      if defines { context.append(request.tex) }
    }
  }

  /// Commands that define, and those that may: better to set a formula again than to take a wrong one.
  private static let defining = [
    "new", "renew", "provide", "def", "gdef", "edef", "xdef", "let", "Declare", "mathtoolsset",
    "require", "New", "Renew", "define", "use", "tagform", "set",
  ]
  private static let counting = [
    "label", "tag", "ref", "eqref", "begin", "notag", "nonumber", "cssId", "href", "class", "style",
  ]

  /// Whether one of some words begins a command.
  private static func contains(_ words: [String], _ tex: String) -> Bool {
    tex.split(separator: "\\", omittingEmptySubsequences: false).dropFirst().contains { command in
      words.contains { command.hasPrefix($0) }
    }
  }
}
