import Foundation

/// SVG in a file of its own, where no page lends it colours.
package enum StandaloneSVG {
  /// The picture with what it needs outside a page.
  package static func text(_ image: String) -> String {
    guard let root = image.range(of: "<svg"),
      let end = image[root.upperBound...].firstIndex(of: ">")
    else { return image }
    var text = image
    if adaptsColours(image), text[..<end].last != "/" {
      text.insert(contentsOf: "<style>\(style)</style>", at: text.index(after: end))
    }
    if !image[root.upperBound..<end].contains("xmlns=") {
      text.insert(contentsOf: " xmlns=\"http://www.w3.org/2000/svg\"", at: root.upperBound)
    }
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  /// Whether a picture takes its colours from what is around it.
  private static func adaptsColours(_ image: String) -> Bool {
    image.contains("currentColor") || image.contains("var(--")
  }

  /// The colours that a page would lend it, by day and in the dark.
  private static let style =
    ":root{color:#22262b;--ink:#22262b;--muted:#5b626c;--rule:#dfdbd2;--paper:#fefdfb;"
    + "--sans:system-ui,-apple-system,\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif}"
    + "@media (prefers-color-scheme:dark){:root{color:#dadde1;--ink:#dadde1;--muted:#9da5b0;"
    + "--rule:#353a41;--paper:#16181b}}"
}
