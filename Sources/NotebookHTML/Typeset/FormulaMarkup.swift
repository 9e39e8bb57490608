import Foundation
import NotebookLayout
import Typesetting

extension PageFormula {
  /// TeX for the page's script to find: the element holds nothing else, and its text is exactly the
  /// TeX.
  ///
  /// - Parameter order: its place among those that are set; `nil` where that is its place on the page.
  func sourceNode(order: Int?) -> HTMLNode {
    var attributes = [HTMLAttribute.class(className)]
    if let firstNumber { attributes.append(HTMLAttribute("data-number", String(firstNumber))) }
    if let order { attributes.append(HTMLAttribute("data-order", String(order))) }
    let tag = tag.map { "\n\\tag{\($0)}" } ?? ""
    return .element(element, attributes, [.text(tex.text + tag)])
  }

  /// TeX that cannot be set, as its author wrote it.
  var unsetNode: HTMLNode {
    .element(element, [.class(className + " unset")], [.text(tex.text)])
  }

  /// The formula as a picture, with its MathML for those who do not see it.
  func node(_ formula: TypesetFormula) -> HTMLNode {
    let content: [HTMLNode] = [.raw(formula.svg), .raw(formula.mathML)]
    if formula.isWide {
      // Paper does not scroll, so it is set smaller there where its width in em has no room.
      let width = String(format: "%.1f", formula.width * Self.widestEx)
      let style = HTMLAttribute("style", "--least-width: \(width)")
      return .element(element, [.class(className), style], content)
    }
    guard style == .inline, formula.width > Self.widestInline else {
      let isTall = style == .inline && formula.height > Self.tallestInline
      return .element(element, [.class(isTall ? className + " tall" : className)], content)
    }
    // Its box scrolls where the line is too short for it, and still sits on the baseline.
    let depth = HTMLAttribute("style", "vertical-align: \(-formula.depth)ex")
    return .element(element, [.class(className + " wide"), depth], content)
  }

  private var className: String { style == .inline ? "math inline" : "math display" }

  /// How many em an `ex` has at most in fonts for text.
  private static let widestEx = 0.55
  /// The width in `ex` that has room on a telephone.
  private static let widestInline = 28.0
  /// The height in `ex` that has room between the lines above and below.
  private static let tallestInline = 4.6
}
