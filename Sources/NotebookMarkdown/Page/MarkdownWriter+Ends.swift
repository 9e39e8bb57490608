import Documents
import NotebookLayout
import NotebookSyntax

// What a page has besides its author's blocks.
extension MarkdownWriter {
  /// Writes what stands above the notebook's text: title, authors, abstract, contents.
  package mutating func writeHead() {
    let frontMatter = context.layout.notebook.frontMatter
    let place = frontMatter.range ?? 0..<0
    writeTitle(from: place)
    if let subtitle = frontMatter.subtitleText {
      let words = inFragment(from: place, knowsValues: true) { $0.parts(subtitle) }
      let inner = InlineMarkdown(words, isAtLineStart: false).text
      writeParagraph(line([.marked(mark: "**", tag: "strong", inner)]))
    }
    let made = [frontMatter.authors.joined(separator: ", "), context.layout.date ?? ""]
      .filter { !$0.isEmpty }
    if !made.isEmpty { writeParagraph(line([.words(made.joined(separator: " · "))])) }
    if let abstract = frontMatter.abstractBlocks {
      quote { writer in
        writer.inFragment(from: place, knowsValues: true) { $0.write(abstract) }
      }
    }
    writeContents()
  }

  private mutating func writeTitle(from place: SourceRange) {
    let block = context.layout.title
    let head: [InlineMarkdown.Part] =
      context.layout.chapter.map { [.words("\($0) ")] } ?? []
    let title =
      block.headingOffset != nil
      ? parts(block.title)
      : inFragment(from: place, knowsValues: true) { $0.parts(block.title) }
    guard !title.isEmpty else { return }
    writeHeading(
      1,
      line(head + title),
      anchor: block.anchor,
      isNamedByWords: head.isEmpty && block.label == nil
        && (block.headingOffset != nil || !isLinkedTo(block.anchor))
    )
  }

  /// Whether the notebook may have a link to a name.
  private func isLinkedTo(_ name: String) -> Bool {
    context.layout.notebook.source.bytes.contains(text: "#" + name)
  }

  private mutating func writeContents() {
    let sections = context.layout.contents
    guard let top = sections.lazy.map(\.level).min() else { return }
    writeParagraph("**\(context.words[.contents])**")
    var lines: [String] = []
    for section in sections {
      var words = parts(context.withoutLinks(section.inlines))
      if let number = section.number { words.insert(.words(number + " "), at: 0) }
      let text = line([.markup(""), .markup(InlineMarkdown(words, isAtLineStart: false).text)])
      let indent = section.level == top || lines.isEmpty ? "" : "  "
      lines.append("\(indent)- [\(text)](\(MarkdownSyntax.destination("#" + section.anchor)))")
    }
    buffer.write(lines.joined(separator: "\n"))
  }

  /// Writes what stands below the notebook's text: literature and footnotes.
  package mutating func writeFoot() {
    writeReferences()
    writeFootnotes()
  }

  private mutating func writeReferences() {
    let entries = context.layout.references.entries
    guard !entries.isEmpty else { return }
    if let section = context.layout.referencesSection {
      writeHeading(2, context.words[.references], anchor: section.anchor, isNamedByWords: true)
    }
    let lines = entries.map { entry in
      let anchor = anchor(ReferenceAnchor.entry(entry.key))
      let place = context.layout.firstCitation(of: entry.key)
      return "- " + line([.markup(anchor)] + parts(entry.text, citedAt: place))
    }
    buffer.write(lines.joined(separator: "\n"))
  }

  private mutating func writeFootnotes() {
    let notes = context.layout.notebook.footnotes
    guard !notes.isEmpty else { return }
    if options.dialect.hasFootnotes {
      for note in notes { write(note, mark: "[^\(note.number)]: ") }
    } else {
      buffer.write("***")
      for note in notes { write(note, mark: "\(note.number). ") }
    }
  }

  private mutating func write(_ note: Footnote, mark: String) {
    // A note goes on behind four spaces.
    let isOwn = options.dialect.hasFootnotes
    let anchor = isOwn ? "" : anchor(FootnoteAnchor.note(note.number))
    item(mark, indent: isOwn ? 4 : mark.count) { writer in
      var blocks = note.blocks[...]
      if case .paragraph(let inlines)? = blocks.first?.content {
        blocks.removeFirst()
        writer.writeParagraph(writer.text(inlines, after: [.markup(anchor)]))
      } else if !anchor.isEmpty {
        writer.writeParagraph(anchor)
      }
      writer.write(Array(blocks))
    }
  }
}
