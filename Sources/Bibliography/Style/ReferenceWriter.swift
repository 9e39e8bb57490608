/// Writes one reference in the author–year style: who, when, what, where, and a link.
///
/// Titles of what stands alone are set off, titles of parts are not; missing fields leave no trace.
struct ReferenceWriter {
  let record: Record
  let title: Title
  let lead: Lead
  let date: PublicationDate

  /// - Parameter record: the entry.
  init(_ record: Record) {
    self.record = record.takenForWhatItHolds
    title = self.record.title
    lead = Lead(of: self.record, title: title)
    date = PublicationDate(of: self.record)
  }

  /// What the list is ordered by.
  var sortKey: SortKey {
    SortKey(
      names: lead.sortKeys,
      year: date.sortNumber,
      title: SortKey.foldTitle(title.plainText),
      key: record.key
    )
  }

  /// The whole reference.
  /// - Parameter suffix: the letter that tells its year from others'; empty where none is needed.
  func text(suffix: String) -> [BibliographyText] {
    var line = ReferenceLine()
    writeHead(suffix, to: &line)
    switch record.kind.form {
    case .article: writeArticle(to: &line)
    case .partOfBook: writePart(to: &line)
    case .inBook where !record.text(.booktitle).isEmpty: writePart(to: &line)
    case .inBook, .book: writeBook(to: &line)
    case .report: writeReport(to: &line)
    case .thesis: writeThesis(to: &line)
    case .manual, .unpublished, .misc: writeOther(to: &line)
    }
    line.add(record.text(.note))
    line.add(record.text(.addendum))
    writeLinks(to: &line)
    return line.text
  }

  private func writeHead(_ suffix: String, to line: inout ReferenceLine) {
    var year = date.year(suffix: suffix)
    if showsMonth, let day = date.dayAndMonth { year += ", " + day }
    if case .title = lead.subject {
      // A title has its extent and kind behind it before the year comes.
      line.add(titleWithDetails)
      line.add([.text("(\(year))")])
    } else {
      line.add(lead.text)
      line.add([.text("(\(year))")])
      line.add(titleWithDetails)
    }
  }

  /// The month matters for what has no volume or publisher to be found by.
  private var showsMonth: Bool {
    record.kind.form == .misc || record.kind.form == .unpublished
  }

  // MARK: Articles and parts

  private func writeArticle(to line: inout ReferenceLine) {
    var parts: [[BibliographyText]] = []
    let journal = Title.joined(record.text(.journal), record.text(.journalsubtitle))
    if !journal.isEmpty { parts.append([.emphasis(journal)]) }
    let volume = record.text(.volume)
    let number = record.firstText(of: .number, .issue)
    var volumeAndNumber: [BibliographyText] = volume.isEmpty ? [] : [.emphasis(volume)]
    if !number.isEmpty {
      volumeAndNumber.append("(")
      volumeAndNumber.append(number)
      volumeAndNumber.append(")")
    }
    if !volumeAndNumber.isEmpty { parts.append(volumeAndNumber) }
    if let pages = record.plain(.pages) {
      parts.append([.text(Pages(pages).text)])
    } else if !record.text(.eid).isEmpty {
      parts.append([.text("Article ")] + record.text(.eid))
    }
    line.add(parts.commaSeparated)
  }

  private func writePart(to line: inout ReferenceLine) {
    let whole = Title.joined(
      record.firstText(of: .booktitle, .series),
      record.text(.booksubtitle)
    )
    var sentence: [BibliographyText] = []
    if !whole.isEmpty {
      sentence.append("In \(peopleOfWhole)")
      sentence.append(.emphasis(whole))
    }
    let details = details(withPages: true, isSeriesShown: !record.text(.booktitle).isEmpty)
    if sentence.isEmpty {
      sentence = details
    } else {
      sentence.appendBracketed(details)
    }
    line.add(sentence)
    line.add(publisher)
  }

  /// Who made the whole that this is a part of: `D. S. Touretzky (Ed.), `.
  private var peopleOfWhole: String {
    let editors = record.names(.editor)
    if case .editors = lead.subject { return "" }
    if !editors.isEmpty {
      return Contributors.natural(editors) + " " + Contributors.editorMark(editors) + ", "
    }
    let authors = record.names(.bookauthor)
    return authors.isEmpty ? "" : Contributors.natural(authors) + ", "
  }

  // MARK: What stands alone

  private func writeBook(to line: inout ReferenceLine) {
    line.add(publisher)
  }

  private func writeReport(to line: inout ReferenceLine) {
    line.add(body(.institution, .organization, .publisher, .location))
  }

  private func writeThesis(to line: inout ReferenceLine) {
    line.add(body(.publisher))
  }

  private func writeOther(to line: inout ReferenceLine) {
    line.add(record.text(.howpublished))
    line.add(body(.publisher, .organization, .institution))
  }

  private var publisher: [BibliographyText] {
    body(.publisher, .organization, .institution, .location)
  }

  /// The first of some fields that says something new: a body that the reference begins with is not
  /// named again.
  private func body(_ fields: Field...) -> [BibliographyText] {
    let named = lead.text.plainText
    return fields.lazy.map { record.text($0) }.first { !$0.isEmpty && $0.plainText != named } ?? []
  }
}
