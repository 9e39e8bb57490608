import NotebookHTML
import Templates

/// What stands around slides.
package enum SlideTemplate {
  /// The template, with its own style and script.
  package static var site: SiteOptions.Template {
    SiteOptions.Template(
      text: Templates.slides.replacing("/* slides.css */", with: Templates.slideStyles)
        .replacing("/* slides.js */", with: Templates.slideScript),
      path: "slides.mustache"
    )
  }
}
