import Documents
import NotebookHTML
import NotebookSyntax
import TestSupport
import Typesetting

/// The whole page of a notebook.
func page(
  _ markdown: String,
  _ results: Results = [:],
  site: SiteOptions = SiteOptions(),
  options: PageOptions = PageOptions()
) -> String {
  let notebook = NotebookParser.parse(SourceText(path: "notebook.md", text: markdown))
  let transcript = results.transcript(of: notebook)
  let page = PageRenderer(site).page(for: notebook, transcript: transcript, options: options)
  return String(decoding: page.html, as: UTF8.self)
}

/// The page's body alone: what stands for the notebook's blocks.
func body(_ markdown: String, _ results: Results = [:]) -> String {
  let template = SiteOptions.Template(text: "{{{content}}}", path: "content.mustache")
  return page(
    markdown,
    results,
    site: SiteOptions(template: template, typesetting: .browser, typesetter: .shared)
  )
}

extension Typesetter {
  /// The typesetter of all tests, which knows how formulas are numbered.
  static let shared = Typesetter()
}
