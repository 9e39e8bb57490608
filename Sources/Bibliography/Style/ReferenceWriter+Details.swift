extension ReferenceWriter {
  /// The title, and behind it in brackets which one of several it is and of what kind.
  var titleWithDetails: [BibliographyText] {
    var text = title.whole
    guard !text.isEmpty else { return [] }
    switch record.kind.form {
    case .article, .partOfBook: break
    case .inBook:
      if title.standsAlone { text.appendBracketed(details(withPages: true)) }
    case .book: text.appendBracketed(details(withPages: false))
    case .report: text.appendBracketed(typeAndNumber)
    case .thesis:
      text.appendBracketed(
        [genre, record.firstText(of: .institution, .organization)].commaSeparated,
        "[",
        "]"
      )
    case .manual, .misc, .unpublished: appendOtherDetails(to: &text)
    }
    return text
  }

  private func appendOtherDetails(to text: inout [BibliographyText]) {
    var parts = [edition, version]
    let isNumbered = !record.text(.type).isEmpty && !record.text(.number).isEmpty
    if isNumbered { parts.append(typeAndNumber) }
    text.appendBracketed(parts.commaSeparated)
    let saysItself =
      record.kind.form == .unpublished && !record.firstText(of: .note, .howpublished).isEmpty
    if !isNumbered, !saysItself { text.appendBracketed(genre, "[", "]") }
  }

  /// The edition, series, volume, chapter and pages of a book.
  func details(withPages: Bool, isSeriesShown: Bool = true) -> [BibliographyText] {
    var parts = [edition]
    let series = isSeriesShown ? record.text(.series) : []
    parts.append(series)
    let volume = record.text(.volume)
    if !volume.isEmpty {
      parts.append([.text("Vol. ")] + volume)
    } else if !series.isEmpty, !record.text(.number).isEmpty {
      parts.append([.text("No. ")] + record.text(.number))
    }
    let chapter = record.text(.chapter)
    if !chapter.isEmpty {
      let isNamed = chapter.plainText.lowercased().hasPrefix("ch")
      parts.append((isNamed ? [] : [.text("chap. ")]) + chapter)
    }
    if withPages, let pages = record.plain(.pages) { parts.append([.text(Pages(pages).labelled)]) }
    let translators = record.names(.translator)
    if !translators.isEmpty {
      parts.append([.text(Contributors.natural(translators) + ", Trans.")])
    }
    return parts.commaSeparated
  }

  private var edition: [BibliographyText] {
    record.plain(.edition).map { [.text(Ordinal.edition($0))] } ?? []
  }

  private var version: [BibliographyText] {
    guard let version = record.plain(.version) else { return [] }
    let isNamed = version.lowercased().hasPrefix("v")
    return [.text(isNamed ? version : "Version " + version)]
  }

  /// `Technical report No. 12`
  private var typeAndNumber: [BibliographyText] {
    var text = genre
    let number = record.text(.number)
    guard !number.isEmpty else { return text }
    text.append(text.isEmpty ? "No. " : " No. ")
    text.append(number)
    return text
  }

  /// What the entry is called: `Doctoral dissertation`.
  private var genre: [BibliographyText] {
    let type = record.text(.type)
    if !type.isEmpty { return Self.genres[type.plainText].map { [.text($0)] } ?? type }
    return record.kind.genre.map { [.text($0)] } ?? []
  }

  /// The words that biblatex has names for.
  private static let genres = [
    "phdthesis": "Doctoral dissertation", "mathesis": "Master’s thesis",
    "mastersthesis": "Master’s thesis", "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis", "techreport": "Technical report",
    "resreport": "Research report", "software": "Computer software", "datacd": "Data CD",
    "audiocd": "Audio CD", "patent": "Patent", "patentus": "U.S. Patent",
  ]
}

extension [[BibliographyText]] {
  /// The parts that say something, with commas between them.
  var commaSeparated: [BibliographyText] {
    var text: [BibliographyText] = []
    for part in self where !part.isEmpty {
      if !text.isEmpty { text.append(", ") }
      text.append(part)
    }
    return text
  }
}

extension [BibliographyText] {
  /// Adds text in brackets, and nothing where there is no text.
  mutating func appendBracketed(
    _ inner: [BibliographyText],
    _ open: String = "(",
    _ close: String = ")"
  ) {
    guard !inner.isEmpty else { return }
    append((isEmpty ? "" : " ") + open)
    append(inner)
    append(close)
  }
}

extension Record {
  /// The entry as what its fields show it to be: much that is called `@misc` is an article.
  var takenForWhatItHolds: Record {
    guard kind.form == .misc else { return self }
    var record = self
    if !text(.journal).isEmpty {
      record.kind.form = .article
    } else if !text(.booktitle).isEmpty, !text(.title).isEmpty {
      record.kind.form = .partOfBook
    }
    return record
  }

  /// The title of the entry.
  var title: Title {
    var text = Title.joined(text(.title), text(.subtitle))
    if text.isEmpty, kind.form != .partOfBook {
      text = Title.joined(self.text(.booktitle), self.text(.booksubtitle))
    }
    let standsAlone =
      switch kind.form {
      case .article, .partOfBook: false
      case .inBook: self.text(.booktitle).isEmpty
      default: true
      }
    return Title(text: text, standsAlone: standsAlone)
  }
}
