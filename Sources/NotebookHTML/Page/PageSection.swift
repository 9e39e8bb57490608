import Documents
import NotebookLayout
import NotebookSyntax

/// A part of a page that is an element of its own: a slide.
package struct PageSection: Sendable {
  /// What stands in it.
  package enum Part: Sendable {
    case blocks([Block])
    /// What is shown when the reader goes on.
    case step([Block])
    /// A list whose items are shown one after the other.
    case steps(Block)
  }

  package var parts: [Part] = []
  /// What is for the speaker alone.
  package var notes: [Block] = []
  /// Where the notes stand.
  package var notesPlace: SourceRange?

  package init() {}

  /// Whether nothing stands in it.
  package var isEmpty: Bool { parts.isEmpty && notes.isEmpty }
}

extension BodyWriter {
  /// Writes a page part by part.
  mutating func write(_ sections: [PageSection]) {
    for section in sections {
      element("section", [.class("slide")]) { body in
        body.html.endLine()
        for part in section.parts { body.write(part) }
        guard !section.notes.isEmpty else { return }
        let notes = body.fragment(section.notes, from: section.notesPlace ?? 0..<0)
        body.writeLine(.element("aside", [.class("notes"), .flag("hidden")], [notes]))
      }
    }
  }

  private mutating func write(_ part: PageSection.Part) {
    switch part {
    case .blocks(let blocks): write(blocks)
    case .step(let blocks): writeContainer("div", [.class("step")], blocks)
    case .steps(let block): writeContainer("div", [.class("steps")], [block])
    }
  }

  /// Writes what a page has at its foot, as a section of its own where it has sections.
  mutating func writeFoot(isSection: Bool, _ write: (inout BodyWriter) -> Void) {
    guard isSection else { return writeSection(write) }
    element("section", [.class("slide")]) { body in
      body.html.endLine()
      write(&body)
    }
  }
}
