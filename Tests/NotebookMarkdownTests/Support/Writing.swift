import Bibliography
import Documents
import NotebookHTML
import NotebookLayout
import NotebookMarkdown
import NotebookSyntax
import TestSupport
import Typesetting

/// A notebook as Markdown.
func markdown(
  _ source: SourceText,
  _ results: Results = [:],
  for dialect: MarkdownDialect = .github,
  bibliography: Bibliography = Bibliography([])
) -> MarkdownPage {
  let notebook = NotebookParser.parse(source)
  let tex = TypesetterTeX(.shared)
  let layout = LaidOutNotebook(
    notebook,
    results.transcript(of: notebook),
    LayoutSettings(bibliography: bibliography, tex: tex)
  )
  return MarkdownWriter.page(
    layout,
    MarkdownOptions(
      dialect: dialect,
      pictureFolder: "notebook_files/",
      definitions: notebook.frontMatter.macros.map(tex.definition)
    )
  )
}

func markdown(_ text: String, _ results: Results = [:], for dialect: MarkdownDialect = .github)
  -> MarkdownPage
{
  markdown(SourceText(path: "notebook.md", text: text), results, for: dialect)
}

extension Typesetter {
  /// The typesetter of all tests, which knows how formulas are numbered.
  static let shared = Typesetter()
}
