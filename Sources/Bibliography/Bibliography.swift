import Documents

/// What one or more BibTeX files hold.
///
/// 1. `BibParser` reads each file into entries with raw fields.
/// 2. `RecordReader` reads the fields: names, LaTeX, addresses.
/// 3. `CrossReferences` gives parts what is said of the whole.
/// 4. `ReferenceList` orders and writes what a document cites.
///
/// Nothing stops the reading: every error is a diagnostic, and what can be read is.
public struct Bibliography: Sendable {
  /// Errors and warnings, each at its place in a file, in the order of the files.
  public let diagnostics: [Diagnostic]
  /// The keys of all entries, in the order of the files.
  public let keys: [String]
  /// Whether no file is missing, so that a key that it lacks is nowhere.
  public let isWhole: Bool
  private let records: [String: Record]

  /// Reads BibTeX files; later ones add to earlier ones.
  ///
  /// A key that is given twice is an error at the second place, and the first entry counts.
  /// - Parameters:
  ///   - files: the files, in order.
  ///   - isWhole: whether they are all that there should be.
  public init(_ files: [SourceText], isWhole: Bool = true) {
    var reading = BibliographyReading(files)
    reading.readFiles()
    reading.resolveCrossReferences()
    keys = reading.keys
    self.isWhole = isWhole
    records = reading.records
    diagnostics = reading.orderedDiagnostics
  }

  /// Whether an entry has exactly this key.
  public func contains(_ key: String) -> Bool { records[key] != nil }

  /// The list of references for what a document cites; keys that are unknown are left out, and keys
  /// that are cited again count once.
  /// - Parameter keys: the cited keys, in any order.
  public func references(citing keys: some Sequence<String>) -> ReferenceList {
    var seen: Set<String> = []
    return ReferenceList(keys.compactMap { seen.insert($0).inserted ? records[$0] : nil })
  }
}
