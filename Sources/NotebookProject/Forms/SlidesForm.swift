import NotebookHTML
import NotebookSlides
import NotebookSyntax
import NotebookTranscript

/// Slides for a browser, which are a page of sections.
struct SlidesForm: BrowserBased {
  let renderer: PageRenderer
  private let level: Int

  /// - Parameters:
  ///   - renderer: makes pages for browsers, with what all pages share.
  ///   - level: the size of the smallest heading that begins a slide.
  init(_ renderer: PageRenderer, level: Int) {
    var site = renderer.site
    site.template = SlideTemplate.site
    self.renderer = PageRenderer(site)
    self.level = level
  }

  func write(
    _ notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions,
    after prepared: PreparedPage?
  ) -> FormPage {
    let page = renderer.page(
      for: notebook,
      transcript: transcript,
      options: own(options),
      after: prepared
    )
    var slides = FormPage(page)
    slides.diagnostics += SlideDeck.diagnostics(of: notebook, level: level)
    return slides
  }

  func own(_ options: PageOptions) -> PageOptions {
    var options = options
    options.sections = { [level] in SlideDeck($0.notebook, level: level).sections }
    return options
  }
}
