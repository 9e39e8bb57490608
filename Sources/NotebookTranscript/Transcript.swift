import Documents
import NotebookSyntax

/// What came of a notebook's Swift: for each piece what it printed and showed, and what the compiler
/// and the run had to say.
public struct Transcript: Sendable, Codable, Equatable {
  /// The version of this format. It changes when an older reader would misread a newer transcript.
  public static let currentVersion = 2

  /// The version of the format in which this transcript is written.
  public var version: Int
  /// What came of each cell and value, by ``Piece/id``.
  public var records: [Int: Record]
  /// The compiler's errors and warnings, traps, uncaught errors and limits that were passed, in the
  /// order of the source.
  public var diagnostics: [Diagnostic]
  /// Whether the same notebook is known to come to the same again: what comes of its programs is kept,
  /// and no package had to be built for them.
  public package(set) var isReproducible = true
  /// The files that the programs opened by `contents(of:)` and `bytes(of:)`, each once; the paths begin
  /// at the folder in which they ran. Some may be missing.
  public var openedFiles: [OpenedFile]
  /// The sets and dictionaries that the programs wrote, each by its elements as they were written: their
  /// order means nothing.
  public var unordered: [[String]] = []
  /// What the comments of each cell promise, by ``Cell/id``, whether it was run or not.
  public var promises: [Int: [CommentPromise]] = [:]
  /// What the notebook declares that its programs read, as it was before they ran.
  public package(set) var inputs: [OpenedFile] = []

  /// The files and folders of the package whose libraries the programs import, from which these were
  /// built, or would be.
  public package(set) var packageFiles: [String] = []

  /// - Parameters:
  ///   - records: what came of each piece, by its id.
  ///   - diagnostics: what the compiler and the run had to say.
  ///   - openedFiles: the files that the programs opened.
  ///   - promises: what the comments of each cell promise, by its id.
  public init(
    records: [Int: Record] = [:],
    diagnostics: [Diagnostic] = [],
    openedFiles: [OpenedFile] = [],
    promises: [Int: [CommentPromise]] = [:]
  ) {
    self.version = Self.currentVersion
    self.records = records
    self.diagnostics = diagnostics
    self.openedFiles = openedFiles
    self.promises = promises
  }

  /// Reads a transcript; one of an older Lectern names neither opened files nor promises.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    version = try container.decode(Int.self, forKey: .version)
    records = try container.decode([Int: Record].self, forKey: .records)
    diagnostics = try container.decode([Diagnostic].self, forKey: .diagnostics)
    openedFiles = try container.decodeIfPresent([OpenedFile].self, forKey: .openedFiles) ?? []
    packageFiles = try container.decodeIfPresent([String].self, forKey: .packageFiles) ?? []
    inputs = try container.decodeIfPresent([OpenedFile].self, forKey: .inputs) ?? []
    unordered = try container.decodeIfPresent([[String]].self, forKey: .unordered) ?? []
    promises = try container.decodeIfPresent([Int: [CommentPromise]].self, forKey: .promises) ?? [:]
    isReproducible = try container.decodeIfPresent(Bool.self, forKey: .isReproducible) ?? false
  }

  /// Whether something failed.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
