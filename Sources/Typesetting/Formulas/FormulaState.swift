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
      let defines = Self.mayDefine(request.tex)
      let isNumbered = request.firstNumber != nil || request.tag != nil || request.label != nil
      // An environment that was given another meaning may count.
      let isCounted =
        Self.mayCount(request.tex)
        || context.contains { $0.contains("nvironment") }
          && request.tex.contains("\\begin")
      contexts.append(defines || isCounted || isNumbered ? nil : context)
      mayDefine.append(defines)
      if defines { context.append(request.tex) }
    }
  }

  /// Whether a formula may give a name a meaning: better to set others again than to take wrong ones.
  static func mayDefine(_ tex: String) -> Bool {
    commands(in: tex).contains { command in defining.contains { command.hasPrefix($0) } }
  }

  /// Whether a formula may count, refer or be referred to.
  private static func mayCount(_ tex: String) -> Bool {
    commands(in: tex).contains { command in
      if command.hasPrefix("begin") { return !isUncountedEnvironment(command.dropFirst(5)) }
      return counting.contains { command.hasPrefix($0) }
    }
  }

  private static func isUncountedEnvironment(_ rest: Substring) -> Bool {
    guard rest.hasPrefix("{"), let end = rest.firstIndex(of: "}") else { return false }
    return uncounted.contains(String(rest[..<end].dropFirst()))
  }

  /// What follows each backslash.
  private static func commands(in tex: String) -> [Substring] {
    Array(tex.split(separator: "\\", omittingEmptySubsequences: false).dropFirst())
  }

  private static let defining = [
    "new", "renew", "provide", "def", "gdef", "edef", "xdef", "let", "Declare", "mathtoolsset",
    "require", "New", "Renew", "define", "use", "tagform", "set",
  ]
  private static let counting = [
    "label", "tag", "ref", "eqref", "notag", "nonumber", "cssId", "href", "class", "style",
  ]
  /// Environments that never have numbers.
  private static let uncounted: Set = [
    "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "array",
    "subarray", "cases", "dcases", "rcases", "drcases", "aligned", "alignedat", "gathered",
    "matrix*", "pmatrix*", "bmatrix*", "Bmatrix*", "vmatrix*", "Vmatrix*",
  ]
}

extension FormulaRequest {
  /// Whether it may give a name a meaning that holds for later formulas.
  public var mayDefine: Bool { FormulaState.mayDefine(tex) }
}
