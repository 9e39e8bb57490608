import Documents
import NotebookDisplay
import NotebookSyntax
import ResultStore

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

  /// Reads a transcript; one of an older Lectern names no opened files.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    version = try container.decode(Int.self, forKey: .version)
    records = try container.decode([Int: Record].self, forKey: .records)
    diagnostics = try container.decode([Diagnostic].self, forKey: .diagnostics)
    openedFiles = try container.decodeIfPresent([OpenedFile].self, forKey: .openedFiles) ?? []
    inputs = try container.decodeIfPresent([OpenedFile].self, forKey: .inputs) ?? []
    unordered = try container.decodeIfPresent([[String]].self, forKey: .unordered) ?? []
    promises = try container.decodeIfPresent([Int: [CommentPromise]].self, forKey: .promises) ?? [:]
    isReproducible = try container.decodeIfPresent(Bool.self, forKey: .isReproducible) ?? false
  }

  /// A file that a program opened.
  public struct OpenedFile: Sendable, Hashable, Codable {
    /// The path, which begins at the program's folder.
    public var path: String
    /// What it held; `nil` where it was not there.
    public var content: Fingerprint?

    /// - Parameters:
    ///   - path: the path, which begins at the program's folder.
    ///   - content: what it held.
    public init(path: String, content: Fingerprint?) {
      self.path = path
      self.content = content
    }
  }

  /// Whether something failed.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Transcript {
  /// What came of one piece.
  public struct Record: Sendable, Codable, Equatable {
    /// How far the piece came.
    public enum Status: String, Sendable, Codable {
      /// It ran to its end.
      case ran
      /// It was given to the compiler, and its author wants it not to be run.
      case compiled
      /// It was not tried: it is to be ignored, or something before it failed.
      case notRun
      /// It did not compile, trapped, threw or passed a limit.
      case failed
    }

    /// How far the piece came.
    public var status: Status
    /// What it printed and showed, in that order.
    public var output: [Output]
    /// The comments with promises to which it came, each time that it came there.
    public var marks: [Mark]
    /// What the compiler said about a cell that must not compile, or where and why a cell trapped
    /// that must trap; empty where it did not.
    public var remarks: [Diagnostic]
    /// How long it ran, in seconds.
    public var seconds: Double

    /// - Parameters:
    ///   - status: how far the piece came.
    ///   - output: what it printed and showed, in that order.
    ///   - marks: the comments with promises to which it came.
    ///   - remarks: the failure that its author wants.
    ///   - seconds: how long it ran, in seconds.
    public init(
      status: Status,
      output: [Output] = [],
      marks: [Mark] = [],
      remarks: [Diagnostic] = [],
      seconds: Double = 0
    ) {
      self.status = status
      self.output = output
      self.marks = marks
      self.remarks = remarks
      self.seconds = seconds
    }

    /// What an `output` fence promises: all that was printed on standard output, and every value, as
    /// plain text.
    public var plainText: String { text { $0.plain } }

    /// What was printed on standard output, and every value in a text of one's choice.
    public func text(of value: (DisplayBundle) -> String) -> String {
      var text = ""
      for item in output {
        switch item {
        case .text(let printed, .standardOutput): text += printed
        case .text: break
        case .value(let bundle):
          if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
          text += value(bundle) + "\n"
        }
      }
      return text
    }
  }

  /// A comment with a promise, as the program came to it.
  public struct Mark: Sendable, Codable, Equatable {
    /// The promise, by ``CommentPromise/id``.
    public var promise: Int
    /// What each statement since the promise before printed on standard output, the statement just
    /// before the comment last.
    public var printed: [String]
    /// The value there, as plain text; `nil` where there is none.
    public var value: String?
    /// The other texts by which a promise may write the value.
    public var otherTexts: [String]?

    /// All texts by which a promise may write the value, the plain one first.
    public var texts: [String] { (value.map { [$0] } ?? []) + (otherTexts ?? []) }

    /// - Parameters:
    ///   - promise: the promise.
    ///   - printed: what each statement since the promise before printed.
    ///   - value: the value there, as plain text.
    ///   - otherTexts: the other texts by which a promise may write it.
    public init(
      promise: Int,
      printed: [String],
      value: String? = nil,
      otherTexts: [String]? = nil
    ) {
      self.promise = promise
      self.printed = printed
      self.value = value
      self.otherTexts = otherTexts
    }
  }

  /// One thing that a piece printed or showed.
  public enum Output: Sendable, Codable, Equatable {
    /// Where a text was printed.
    public enum Stream: String, Sendable, Codable {
      case standardOutput, standardError
    }

    case text(String, Stream)
    case value(DisplayBundle)
  }
}
