/// The title of an entry, with its subtitle.
struct Title: Sendable {
  /// The words.
  let text: [BibliographyText]
  /// Whether it is the title of something that stands alone, such as a book, and so is set off.
  let standsAlone: Bool

  var isEmpty: Bool { text.isEmpty }

  var plainText: String { text.plainText }

  /// The title as it is set in a list.
  var whole: [BibliographyText] {
    standsAlone && !text.isEmpty ? [.emphasis(text)] : text
  }

  /// The title as it is cited where there is nobody to cite.
  /// - Parameter short: a shorter form; empty where there is none.
  func label(short: [BibliographyText]) -> [BibliographyText] {
    let text = short.isEmpty ? text : short
    return standsAlone ? [.emphasis(text)] : [.text("“")] + text + [.text("”")]
  }

  /// A title and a subtitle in one.
  static func joined(
    _ title: [BibliographyText],
    _ subtitle: [BibliographyText]
  ) -> [BibliographyText] {
    guard !title.isEmpty, !subtitle.isEmpty else { return title.isEmpty ? subtitle : title }
    var whole = title
    let endsSentence = title.lastCharacter.map { "?!:.…".contains($0) } ?? false
    whole.append(endsSentence ? " " : ": ")
    whole.append(subtitle)
    return whole
  }
}
