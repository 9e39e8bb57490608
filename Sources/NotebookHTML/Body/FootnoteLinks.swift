import NotebookLayout
import NotebookSyntax

/// The links from the text to footnotes and back.
struct FootnoteLinks {
  /// The references that were written so far, so that notes link back only to those.
  private var written: Set<String> = []

  /// A reference to a note.
  ///
  /// - Parameters:
  ///   - anchors: gives it its name.
  ///   - words: the words that the page adds.
  mutating func node(
    _ reference: FootnoteReference,
    _ anchors: inout PageAnchors,
    _ words: Words
  ) -> HTMLNode {
    let number = "\(reference.number)"
    let name = FootnoteAnchor.reference(reference.number, occurrence: reference.occurrence)
    written.insert(name)
    let link = HTMLNode.element(
      "a",
      anchors.attribute(name) + [
        .href("#" + FootnoteAnchor.note(reference.number)), .label(words[.footnote, number]),
      ],
      [.text(number)]
    )
    return .element("sup", [.class("footnote-ref")], [link])
  }

  /// The ways back from a note.
  func backLinks(of footnote: Footnote, _ words: Words) -> [HTMLNode] {
    (0..<footnote.referenceCount).compactMap { index -> HTMLNode? in
      let name = FootnoteAnchor.reference(footnote.number, occurrence: index + 1)
      guard written.contains(name) else { return nil }
      let which = index == 0 ? "\(footnote.number)" : "\(footnote.number)-\(index + 1)"
      let content: [HTMLNode] =
        index == 0 ? [.text("↩")] : [.text("↩"), .element("sup", [], [.text("\(index + 1)")])]
      return .element(
        "a",
        [.href("#" + name), .class("back"), .label(words[.back, which])],
        content
      )
    }
  }
}
