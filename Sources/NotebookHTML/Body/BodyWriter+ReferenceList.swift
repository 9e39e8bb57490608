import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  /// The list of references; call it when all other text is written.
  mutating func writeReferences() {
    let entries = context.layout.references.entries
    guard !entries.isEmpty else { return }
    let section = context.layout.referencesSection
    let attributes: [HTMLAttribute] = [
      .class("references"), HTMLAttribute("aria-label", context.words[.references]),
    ]
    element("section", attributes) { body in
      body.html.endLine()
      if let section {
        body.writeLine(
          .element("h2", body.anchor(section.anchor), [.text(body.context.words[.references])])
        )
      }
      body.element("ul") { body in
        body.html.endLine()
        for entry in entries {
          let attributes = body.anchor(ReferenceAnchor.entry(entry.key))
          let place = body.context.layout.firstCitation(of: entry.key)
          body.writeLine(.element("li", attributes, body.nodes(entry.text, citedAt: place)))
        }
      }
    }
  }
}
