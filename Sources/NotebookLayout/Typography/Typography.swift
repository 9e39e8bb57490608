import NotebookSyntax

/// Gives texts the typographic signs of their language, where their author wrote straight marks, hyphens and
/// dots: “so”, „so“, « so ».
///
/// Code, formulas, values, references, addresses and raw markup stay as they are, and so does what the author
/// has escaped. The text becomes the page's in whatever form; the notebook's source keeps what was written.
package struct Typography: Sendable {
  /// The language's signs; `nil` where none are wanted, or none are known.
  private let punctuation: Punctuation?

  /// - Parameter frontMatter: that of the notebook.
  package init(_ frontMatter: FrontMatter) {
    punctuation = frontMatter.isSmart ? Punctuation(in: frontMatter.language) : nil
  }

  /// A notebook as its pages show it.
  func set(_ notebook: Notebook) -> Notebook {
    var set = notebook
    if let title = notebook.frontMatter.titleText { set.frontMatter.titleText = self.set(title) }
    if let subtitle = notebook.frontMatter.subtitleText {
      set.frontMatter.subtitleText = self.set(subtitle)
    }
    if let abstract = notebook.frontMatter.abstractBlocks {
      set.frontMatter.abstractBlocks = self.set(abstract)
    }
    if let blocks = notebook.blocks.changingText(changed) { set.blocks = blocks }
    for index in notebook.footnotes.indices {
      if let blocks = notebook.footnotes[index].blocks.changingText(changed) {
        set.footnotes[index].blocks = blocks
      }
    }
    return set
  }

  /// Blocks as a page shows them.
  package func set(_ blocks: [Block]) -> [Block] { blocks.changingText(changed) ?? blocks }

  /// A line without markup as a page shows it.
  package func set(_ line: String) -> String { set([.text(line)]).plainText }

  /// Running text as a page shows it.
  package func set(_ inlines: [Inline]) -> [Inline] { changed(inlines) ?? inlines }

  /// - Returns: `nil` where nothing changes.
  private func changed(_ inlines: [Inline]) -> [Inline]? {
    guard mayChange(inlines) else { return nil }
    var scalars: [Unicode.Scalar] = []
    var reading = TextWalk { piece in
      switch piece {
      case .text(let text):
        scalars += text.unicodeScalars
        return text
      // To its neighbours it is a sign like any other.
      case .escaped(let sign):
        scalars += Array(repeating: "·", count: sign.unicodeScalars.count)
        return sign
      case .other(let scalar):
        scalars.append(scalar)
        return ""
      }
    }
    let plain = reading.visit(inlines)
    guard let punctuation else { return plain }
    let replacements = SignReader(scalars, punctuation).replacements
    var index = 0
    var writing = TextWalk { piece in
      switch piece {
      case .text(let text):
        defer { index += text.unicodeScalars.count }
        return Self.text(text, from: index, replacements)
      case .escaped(let sign):
        index += sign.unicodeScalars.count
        return sign
      case .other:
        index += 1
        return ""
      }
    } inside: {
      set($0)
    }
    return writing.visit(inlines)
  }

  private static func text(
    _ text: String,
    from start: Int,
    _ replacements: [Int: String]
  ) -> String {
    var result = ""
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if let replacement = replacements[start + offset] {
        result += replacement
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

// MARK: - What need not be looked at

extension Typography {
  private func mayChange(_ inlines: [Inline]) -> Bool {
    inlines.contains { inline in
      switch inline {
      case .text(let text): mayChange(text)
      case .escaped: true
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .unknown(_, let inner):
        mayChange(inner)
      case .link(let link): mayChange(link.inlines)
      case .image(let image): mayChange(image.inlines)
      case .reference(let reference): mayChange(reference.prefix ?? [])
      case .citation(let citation):
        citation.items.contains { mayChange($0.prefix) || mayChange($0.suffix) }
      case .softBreak, .lineBreak, .code, .html, .footnoteReference, .formula, .value: false
      }
    }
  }

  private func mayChange(_ text: String) -> Bool {
    guard let punctuation else { return false }
    if !punctuation.spaces.isEmpty || punctuation.holdsDashes { return true }
    var before: UInt8 = 0
    return text.utf8.contains { byte in
      defer { before = byte }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return true
      case UInt8(ascii: "-"), UInt8(ascii: "."): return before == byte
      default: return false
      }
    }
  }
}
