import Documents

/// Reads the fields of entries: names, addresses and LaTeX.
struct RecordReader {
  private let sources: [SourceText]
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var suggestions: Suggestions

  init(_ sources: [SourceText], suggestions: Suggestions) {
    self.sources = sources
    self.suggestions = suggestions
  }

  /// The record of an entry; `nil` where the entry has no key.
  mutating func read(_ entry: RawEntry, file: Int) -> Record? {
    let kind = kind(of: entry, file)
    var record = entry.key.map { Record(key: $0, kind: kind) }
    var seen: [String: SourceRange] = [:]
    for field in entry.fields {
      if let first = seen[field.name] {
        reportDoubled(field, first, file)
      } else {
        seen[field.name] = field.nameRange
        read(field, into: &record)
      }
    }
    return record
  }

  private mutating func read(_ field: RawField, into record: inout Record?) {
    if field.name == "crossref" {
      let key = VerbatimText.onOneLine(field.value.bytes)
      let place = field.value.place(of: 0..<field.value.bytes.count)
      if !key.isEmpty, let place {
        record?.parent = Record.Parent(key: key, file: place.file, range: place.range)
      }
      return
    }
    guard let known = Field(name: field.name), record?.values[known] == nil else { return }
    let value = value(known, field.value)
    if !value.isEmpty { record?.values[known] = value }
  }

  private mutating func kind(of entry: RawEntry, _ file: Int) -> EntryKind {
    if let kind = EntryKind(type: entry.type) { return kind }
    let help = suggestions.help(
      for: entry.type,
      in: EntryKind.knownTypes,
      otherwise: "it is read as '@misc'"
    )
    report(.bibUnknownType, "'@\(entry.type)' is no known type", help, entry.typeRange, file)
    return .misc
  }

  private mutating func value(_ field: Field, _ raw: RawValue) -> Record.Value {
    switch field.reading {
    case .names:
      let parser = NameParser(raw.bytes)
      report(parser.remarks, raw)
      return .names(parser.list)
    case .verbatim:
      let text = VerbatimText.text(of: raw.bytes)
      checkAddress(field, text, raw)
      return .verbatim(VerbatimText.onOneLine(text.utf8))
    case .text:
      var reader = LaTeXReader(raw.bytes)
      let text = reader.readAll()
      report(reader.remarks, raw)
      checkDate(field, text, raw)
      return .text(text)
    }
  }

  private mutating func checkAddress(_ field: Field, _ text: String, _ raw: RawValue) {
    guard text.utf8.contains(where: { !$0.isASCIIWhitespace }) else { return }
    if field == .url, WebAddress(text) == nil {
      report(
        .bibUnsafeLink,
        "'\(text.excerpt)' is no address to link to",
        "a link begins with 'https://' or 'http://'; this one is shown as text",
        raw
      )
    } else if field == .doi, DOI(text) == nil {
      report(
        .bibBadDOI,
        "'\(text.excerpt)' is no DOI",
        "a DOI is written like '10.1000/182'; this one is shown as text",
        raw
      )
    }
  }

  private mutating func checkDate(_ field: Field, _ text: [BibliographyText], _ raw: RawValue) {
    guard field == .date, !text.isEmpty, ISODate.range(in: text.plainText) == nil else { return }
    report(
      .bibBadDate,
      "'\(text.plainText.excerpt)' is no date",
      "a date is written like '2016', '2016-05' or '2016-05-01'; for other words use 'year'",
      raw
    )
  }

  // MARK: Diagnostics

  private mutating func reportDoubled(_ field: RawField, _ first: SourceRange, _ file: Int) {
    let place = sources[file].position(at: first.lowerBound)
    report(
      .bibDoubledField,
      "'\(field.name)' is given twice",
      "the first one, at \(place), is used",
      field.nameRange,
      file
    )
  }

  private mutating func report(_ remarks: [LaTeXRemark], _ raw: RawValue) {
    for remark in remarks {
      guard let place = raw.place(of: remark.range) else { continue }
      report(remark.kind, remark.message, remark.help, place.range, place.file)
    }
  }

  private mutating func report(
    _ kind: Diagnostic.Kind,
    _ message: String,
    _ help: String,
    _ raw: RawValue
  ) {
    guard let place = raw.place(of: 0..<raw.bytes.count) else { return }
    report(kind, message, help, place.range, place.file)
  }

  private mutating func report(
    _ kind: Diagnostic.Kind,
    _ message: String,
    _ help: String,
    _ range: SourceRange,
    _ file: Int
  ) {
    diagnostics.append(
      Diagnostic(.warning, kind, message, help: help, in: sources[file], at: range)
    )
  }
}
