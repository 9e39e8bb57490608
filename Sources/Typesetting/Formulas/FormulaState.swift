import Documents
import ResultStore

/// What is known of a page's formulas before any is set: which of them stand for themselves.
struct FormulaState {
  /// For each formula the key of all that may have given names a meaning before it; `nil` for a formula
  /// that does not stand for itself, because it counts, refers or defines.
  private(set) var contexts: [StoreKey?] = []
  /// Whether a formula may define something.
  private(set) var mayDefine: [Bool] = []
  /// The formulas that must be read so as to know how the display formulas are numbered: those that
  /// may count, and those that may define something.
  private(set) var deciding: [Int] = []

  init(_ page: FormulaPage) {
    var context = Context()
    for macro in page.macros { context.add(macro.definition) }
    for (index, request) in page.requests.enumerated() {
      let defines = Self.mayDefine(request.tex)
      let isNumbered = request.firstNumber != nil || request.tag != nil || request.label != nil
      let isCounted = context.mayCount || Self.mayCount(request.tex)
      contexts.append(defines || isCounted || isNumbered ? nil : context.key)
      mayDefine.append(defines)
      if defines || context.definesFurther || (isCounted && request.isDisplay) {
        deciding.append(index)
      }
      if defines { context.add(request.tex) }
    }
  }

  /// What formulas before one may have defined.
  private struct Context {
    private(set) var key: StoreKey?
    /// Whether a macro or an environment of theirs may count, whatever its name.
    private(set) var mayCount = false
    /// Whether a macro of theirs may define something in its turn.
    private(set) var definesFurther = false

    init() { key = KeyParts(kind: Self.kind).key }

    mutating func add(_ definition: String) {
      var parts = KeyParts(kind: Self.kind)
      if let key { parts.add(.before, key) }
      parts.add(.definition, definition)
      key = parts.key
      mayCount = mayCount || FormulaState.mayCount(definition)
      let count = TeXReader.commands(in: definition).count { FormulaState.isDefining($0.name) }
      definesFurther = definesFurther || count > 1
    }

    private static let kind = ResultKind("definitions", version: 1)
  }

  /// Whether a formula may give a name a meaning: better to set others again than to take wrong ones.
  static func mayDefine(_ tex: String) -> Bool {
    TeXReader.commands(in: tex).contains { isDefining($0.name) }
  }

  private static func isDefining(_ command: String) -> Bool {
    defining.contains { command.hasPrefix($0) }
  }

  /// Whether a formula may count, refer or be referred to.
  private static func mayCount(_ tex: String) -> Bool {
    TeXReader.commands(in: tex).contains { command in
      if command.name == "begin" {
        return command.environment.map { !uncounted.contains($0) } ?? true
      }
      return counting.contains { command.name.hasPrefix($0) }
    }
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
