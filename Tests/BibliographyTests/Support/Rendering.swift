import Bibliography
import Documents

extension [BibliographyText] {
  /// The text as Markdown would write it, so that a table can hold it.
  var markdown: String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .emphasis(let inner): "*" + inner.markdown + "*"
      case .math(let tex): "$" + tex + "$"
      case .link(let address, let inner): "[" + inner.markdown + "](" + address + ")"
      }
    }.joined()
  }
}

extension Bibliography {
  /// A bibliography of one file that is named `a.bib`.
  init(_ text: String) {
    self.init([SourceText(path: "a.bib", text: text)])
  }

  /// Every diagnostic as `line:column severity identifier`.
  var findings: [String] {
    diagnostics.map { "\($0.start?.description ?? "-") \($0.severity) \($0.identifier)" }
  }

  /// The references of all entries, as Markdown.
  var references: [String] {
    references(citing: keys).entries.map(\.text.markdown)
  }

  /// What each of some keys is cited by, as `authors, year`.
  func labels(_ keys: String...) -> [String] {
    let list = references(citing: keys)
    return keys.map { key in
      guard let label = list.label(for: key) else { return "-" }
      return label.authors.markdown + ", " + label.year
    }
  }
}
