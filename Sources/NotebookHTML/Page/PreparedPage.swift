import NotebookSyntax
import NotebookTranscript
import Timing
import Typesetting

/// What of a page does not depend on what its cells give, made while these are compiled.
public struct PreparedPage: Sendable {
  let code: ColouredCode
  let formulas: EarlyFormulas?
}

extension PageRenderer {
  /// Makes what of a page does not depend on what its cells give. What is wrong is told with the page.
  public func prepare(
    _ notebook: Notebook,
    options: PageOptions = PageOptions()
  ) -> PreparedPage {
    let code = colouredCode(of: notebook, options)
    let draft = PageDraft(
      notebook,
      Transcript(),
      options,
      setBy: site.typesetter,
      code: code
    )
    return PreparedPage(
      code: code,
      formulas: measured(.formulas) {
        typesetter(for: notebook)?.setEarly(draft.late.formulaPage)
      }
    )
  }

  func colouredCode(of notebook: Notebook, _ options: PageOptions) -> ColouredCode {
    measured(.highlighting) { ColouredCode(of: notebook, site.store, linking: options.course) }
  }
}
