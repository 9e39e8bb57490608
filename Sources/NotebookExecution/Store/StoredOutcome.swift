import Documents
import NotebookPrograms
import NotebookSyntax
import NotebookTranscript

/// What came of a program, without the places and the path of the document that it stood in.
struct StoredOutcome: Codable, Sendable {
  private var records: [Record]
  private var diagnostics: [Remark]
  /// The pieces that were passed over, by their numbers.
  private var passedOver: [PassedOver]
  private var unordered: [[String]]

  /// What came of one piece, by its number.
  private struct Record: Codable, Sendable {
    var piece: Int
    var record: Transcript.Record
    var marks: [RelativePlace]
    var remarks: [Remark]
  }

  private struct Remark: Codable, Sendable {
    var diagnostic: Diagnostic
    var start: RelativePlace?
    var end: RelativePlace?
  }

  /// - Returns: `nil` where something in the outcome is not about the program alone.
  init?(_ outcome: ProgramOutcome, of pieces: [ParsedPiece], in source: SourceText) {
    let map = PlaceMap(pieces, in: source)
    guard let diagnostics = Self.remarks(outcome.diagnostics, map, source) else { return nil }
    self.diagnostics = diagnostics
    let numbers = Dictionary(
      pieces.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { $1 }
    )
    passedOver = outcome.passedOver.compactMap { passed in
      guard let piece = numbers[passed.piece], let culprit = numbers[passed.culprit] else {
        return nil
      }
      return passed.between(piece, and: culprit)
    }
    unordered = outcome.unordered.sorted { $0.lexicographicallyPrecedes($1) }
    records = []
    for (index, piece) in pieces.enumerated() {
      guard var record = outcome.records[piece.id] else { continue }
      let marks = record.marks.compactMap { map.relative($0.promise) }
      guard let remarks = Self.remarks(record.remarks, map, source),
        marks.count == record.marks.count
      else { return nil }
      record.remarks = []
      records.append(Record(piece: index, record: record, marks: marks, remarks: remarks))
    }
  }

  /// The outcome with the places of today's document.
  /// - Returns: `nil` where it does not fit the pieces.
  func outcome(of pieces: [ParsedPiece], in source: SourceText) -> ProgramOutcome? {
    let map = PlaceMap(pieces, in: source)
    guard let found = Self.diagnostics(diagnostics, map, source) else { return nil }
    var outcome = ProgramOutcome(diagnostics: found)
    outcome.unordered = Set(unordered)
    for passed in passedOver {
      guard pieces.indices.contains(passed.piece), pieces.indices.contains(passed.culprit) else {
        return nil
      }
      outcome.passedOver.append(
        passed.between(pieces[passed.piece].id, and: pieces[passed.culprit].id)
      )
    }
    for stored in records {
      guard pieces.indices.contains(stored.piece),
        let remarks = Self.diagnostics(stored.remarks, map, source)
      else { return nil }
      var record = stored.record
      record.remarks = remarks
      for (index, place) in stored.marks.enumerated() where record.marks.indices.contains(index) {
        guard let offset = map.offset(of: place) else { return nil }
        record.marks[index].promise = offset
      }
      outcome.records[pieces[stored.piece].id] = record
    }
    return outcome
  }

  private static func remarks(
    _ diagnostics: [Diagnostic],
    _ map: PlaceMap,
    _ source: SourceText
  ) -> [Remark]? {
    var remarks: [Remark] = []
    for diagnostic in diagnostics {
      guard diagnostic.path == source.path else { return nil }
      var remark = Remark(diagnostic: diagnostic)
      remark.diagnostic.path = ""
      if let start = diagnostic.start {
        guard let place = map.relative(start) else { return nil }
        remark.start = place
      }
      if let end = diagnostic.end {
        guard let place = map.relative(end) else { return nil }
        remark.end = place
      }
      remark.diagnostic.start = nil
      remark.diagnostic.end = nil
      remarks.append(remark)
    }
    return remarks
  }

  private static func diagnostics(
    _ remarks: [Remark],
    _ map: PlaceMap,
    _ source: SourceText
  ) -> [Diagnostic]? {
    var diagnostics: [Diagnostic] = []
    for remark in remarks {
      var diagnostic = remark.diagnostic
      diagnostic.path = source.path
      if let start = remark.start {
        guard let position = map.position(of: start) else { return nil }
        diagnostic.start = position
      }
      if let end = remark.end {
        guard let position = map.position(of: end) else { return nil }
        diagnostic.end = position
      }
      diagnostics.append(diagnostic)
    }
    return diagnostics
  }
}
