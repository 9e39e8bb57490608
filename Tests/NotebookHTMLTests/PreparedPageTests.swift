import Documents
import Foundation
import NotebookSyntax
import ResultStore
import TestSupport
import Testing
import Typesetting

@testable import NotebookHTML

@Suite("A page that is prepared before its cells have run")
struct PreparedPageTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func use(_ name: String) -> StoreUse {
    StoreUse(ResultStore(folder: folder.path(name), limit: 1 << 24) { Issue.record("\($0)") })
  }

  private func renderer(_ use: StoreUse) -> PageRenderer {
    PageRenderer(SiteOptions(typesetter: Typesetter(store: use), store: use))
  }

  @Test(
    "is the same to the byte as one that is not",
    arguments: ["$x = \\swift{a}$", "$$ x = \\swift{a} $$ {#eq-open}", "See @eq-set."]
  )
  func sameBytes(_ last: String) throws {
    let notebook = NotebookParser.parse(
      SourceText(
        path: "a.md",
        text: """
          ```swift
          let a = 1
          ```

          $\\newcommand{\\v}{\\mathbf{v}}$ Let $\\v = \\frac{1}{2}$.

          $$ \\v + \\swift{a} = 2 $$

          $$ \\begin{align} a &= b \\\\ c &= d \\end{align} $$ {#eq-set}

          \(last) And $\\wrong$.
          """
      )
    )
    let value = [["text/plain": "0.5"]]
    let results = ([0: [], 1: value, 2: value] as Results).transcript(of: notebook)
    let anew = renderer(use("anew")).page(for: notebook, transcript: results)
    let renderer = renderer(use("prepared"))
    let prepared = renderer.prepare(notebook)
    #expect(prepared.formulas != nil)
    let page = renderer.page(for: notebook, transcript: results, after: prepared)
    #expect(page.html == anew.html)
    #expect(page.diagnostics == anew.diagnostics)
  }
}
