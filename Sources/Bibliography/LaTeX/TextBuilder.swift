/// Gathers the pieces of a text, with runs of white space as one space.
struct TextBuilder {
  private var pieces: [BibliographyText] = []
  private var pending = ""

  mutating func append(_ text: String) {
    pending += text
  }

  mutating func appendSpace() {
    if pending.utf8.last != UInt8(ascii: " ") { pending += " " }
  }

  mutating func append(_ more: [BibliographyText]) {
    for piece in more {
      guard case .text(let text) = piece else {
        append(piece)
        continue
      }
      let isDoubled = text.hasPrefix(" ") && pending.utf8.last == UInt8(ascii: " ")
      pending += isDoubled ? String(text.dropFirst()) : text
    }
  }

  mutating func append(_ piece: BibliographyText) {
    flush()
    pieces.append(piece)
  }

  mutating func finish() -> [BibliographyText] {
    flush()
    return pieces
  }

  private mutating func flush() {
    if !pending.isEmpty { pieces.append(.text(pending)) }
    pending = ""
  }
}
