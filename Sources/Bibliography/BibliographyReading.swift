import Documents

/// The state of reading several files into one bibliography.
struct BibliographyReading {
  private let sources: [SourceText]
  private var abbreviations: Abbreviations
  private var suggestions = Suggestions()
  private var diagnostics: [Diagnostic] = []
  private(set) var keys: [String] = []
  private(set) var records: [String: Record] = [:]
  /// Each key by its small letters, with its place.
  private var places: [String: (key: String, file: Int, range: SourceRange)] = [:]

  init(_ sources: [SourceText]) {
    self.sources = sources
    abbreviations = Abbreviations(size: sources.reduce(0) { $0 + $1.bytes.count })
  }

  mutating func readFiles() {
    for (number, source) in sources.enumerated() {
      var parser = BibParser(
        source,
        file: number,
        abbreviations: abbreviations,
        suggestions: suggestions
      )
      parser.parse()
      abbreviations = parser.abbreviations
      suggestions = parser.suggestions
      diagnostics += parser.diagnostics
      var reader = RecordReader(sources, suggestions: suggestions)
      for entry in parser.entries {
        if let record = reader.read(entry, file: number) { add(record, entry, number) }
      }
      diagnostics += reader.diagnostics
      suggestions = reader.suggestions
    }
  }

  private mutating func add(_ record: Record, _ entry: RawEntry, _ file: Int) {
    let small = record.key.lowercased()
    if let first = places[small] {
      reportDoubled(record.key, first, in: sources[file], at: entry.keyRange)
      return
    }
    places[small] = (record.key, file, entry.keyRange)
    keys.append(record.key)
    records[record.key] = record
  }

  private mutating func reportDoubled(
    _ key: String,
    _ first: (key: String, file: Int, range: SourceRange),
    in source: SourceText,
    at range: SourceRange
  ) {
    let place = sources[first.file].position(at: first.range.lowerBound)
    let spelling = first.key == key ? "" : " as '\(first.key)'"
    diagnostics.append(
      Diagnostic(
        .error,
        .bibDoubledKey,
        "the key '\(key)' is taken already\(spelling), at \(sources[first.file].path):\(place)",
        help: "remove one of the entries, or give this one another key",
        in: source,
        at: range
      )
    )
  }

  mutating func resolveCrossReferences() {
    let references = CrossReferences(
      resolving: records,
      order: keys,
      keysBySmallLetters: places.mapValues(\.key),
      sources: sources,
      suggestions: suggestions
    )
    records = references.records
    diagnostics += references.diagnostics
    // What was lost by an error need not be told a second time.
    if !diagnostics.contains(where: { $0.severity == .error }) {
      for key in keys { checkContent(of: key) }
    }
  }

  /// Tells of an entry with nothing to cite.
  private mutating func checkContent(of key: String) {
    guard let record = records[key], let place = places[key.lowercased()],
      case .key = ReferenceWriter(record).lead.subject
    else { return }
    diagnostics.append(
      Diagnostic(
        .warning,
        .bibEmptyEntry,
        "'\(key)' has neither an author nor a title",
        help: "the key itself is shown in their place",
        in: sources[place.file],
        at: place.range
      )
    )
  }

  /// What is to be told, by file and place, each thing once. An abbreviation that is used often
  /// would otherwise tell as often what is wrong with it.
  var orderedDiagnostics: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let files = Dictionary(
      sources.enumerated().map { ($1.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let start = SourcePosition(line: 0, column: 0)
    return diagnostics.filter { seen.insert($0).inserted }.enumerated()
      .map { (file: files[$1.path] ?? 0, place: $1.start ?? start, number: $0, diagnostic: $1) }
      .sorted { ($0.file, $0.place, $0.number) < ($1.file, $1.place, $1.number) }
      .map(\.diagnostic)
  }
}
