import NotebookPrograms
import NotebookSyntax

extension Notebook {
  /// The environment variables that its cells may read: those that it declares, and those that its code
  /// names. In code that reads variables at all, each text that may be the name of one counts.
  public var environmentNames: [String] {
    let code = pieces.map(\.code.text)
    var names = Set(frontMatter.environment)
    if code.contains(where: { $0.contains("environment") || $0.contains("getenv") }) {
      for text in code {
        names.formUnion(text.matches(of: /"([A-Za-z_][A-Za-z0-9_]*)"/).map { String($0.output.1) })
      }
    }
    return names.sorted()
  }
}
