import Documents
import NotebookPages
import NotebookSyntax
import Typesetting

/// The whole page of a notebook.
func page(
  _ markdown: String,
  _ results: Results = [:],
  options: PageOptions = PageOptions()
) -> String {
  let notebook = NotebookParser.parse(SourceText(path: "notebook.md", text: markdown))
  let renderer = PageRenderer(options: options)
  let page = renderer.page(for: notebook, transcript: results.transcript(of: notebook))
  return String(decoding: page.html, as: UTF8.self)
}

/// The page's body alone: what stands for the notebook's blocks.
func body(_ markdown: String, _ results: Results = [:]) -> String {
  let template = PageOptions.Template(text: "{{{content}}}", path: "content.mustache")
  return page(
    markdown,
    results,
    options: PageOptions(template: template, typesetting: .browser, typesetter: .shared)
  )
}

extension Typesetter {
  /// The typesetter of all tests, which knows how formulas are numbered.
  static let shared = Typesetter()
}
