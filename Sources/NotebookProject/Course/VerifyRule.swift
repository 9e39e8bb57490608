import Documents
import NotebookSyntax

/// What a project file says of how some documents are checked. What is `nil` it does not say.
struct VerifyRule: Sendable {
  /// Which programs the cells of a document are.
  enum Scope: String, Sendable, CaseIterable {
    /// All one, or one for each `reset`.
    case document
    /// Each its own.
    case fence
    /// One, from which a cell drops out that fails in it and not alone.
    case auto
  }

  /// Something that is named, and where.
  struct Name: Sendable {
    var text: String
    var range: SourceRange
  }

  /// The documents that are meant; all where there is no pattern.
  var paths: [PathPattern] = []
  /// The modules that each program imports.
  var imports: [Name]?
  /// The file that each program begins with, from the project's folder on.
  var prelude: Name?
  var scope: Scope?
  var running: CheckRules.Running?
  /// The ways in which comments promise results.
  var results: Set<CheckRules.ResultForm>?
  /// Whether code for other platforms is checked as well.
  var checksPlatforms: Bool?
  /// The file of findings that are known, from the project's folder on.
  var baseline: Name?
  /// Whether the documents are checked.
  var isChecked: Bool?
}

extension ProjectFile {
  /// How a document is checked.
  func verifyRule(forFile path: String) -> VerifyRule {
    guard !verifyRules.isEmpty, let inner = inner(of: path) else { return VerifyRule() }
    return verifyRules.reduce(into: VerifyRule()) { all, rule in
      guard rule.paths.isEmpty || rule.paths.contains(where: { $0.matches(inner) }) else { return }
      all.imports = rule.imports ?? all.imports
      all.prelude = rule.prelude ?? all.prelude
      all.scope = rule.scope ?? all.scope
      all.running = rule.running ?? all.running
      all.results = rule.results ?? all.results
      all.checksPlatforms = rule.checksPlatforms ?? all.checksPlatforms
      all.baseline = rule.baseline ?? all.baseline
      all.isChecked = rule.isChecked ?? all.isChecked
    }
  }

  /// The patterns of rules that mean none of some documents, each with what is to be said.
  /// - Parameter inner: the paths of all documents from the project's folder on.
  func unmatchedPaths(among inner: [String]) -> [Diagnostic] {
    verifyRules.flatMap(\.paths).filter { pattern in !inner.contains(where: pattern.matches) }
      .map { pattern in
        Diagnostic(
          .warning,
          .projectFile,
          "no document has a path like '\(pattern.text)'",
          help:
            "paths begin at the folder of \(ProjectFile.name); '*' stands for any letters of a name, "
            + "'**' for any folders",
          in: source,
          at: pattern.range
        )
      }
  }
}
