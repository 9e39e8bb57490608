import NotebookDisplay
import NotebookSyntax

/// What came of a notebook's Swift: for each piece what it printed and showed, and what the compiler
/// and the run had to say.
public struct Transcript: Sendable, Codable, Equatable {
  /// The version of this format. It changes when an older reader would misread a newer transcript.
  public static let currentVersion = 1

  /// The version of the format in which this transcript is written.
  public var version: Int
  /// What came of each cell and value, by ``Piece/id``.
  public var records: [Int: Record]
  /// The compiler's errors and warnings, traps, uncaught errors and limits that were passed, in the
  /// order of the source.
  public var diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - records: what came of each piece, by its id.
  ///   - diagnostics: what the compiler and the run had to say.
  public init(records: [Int: Record] = [:], diagnostics: [Diagnostic] = []) {
    self.version = Self.currentVersion
    self.records = records
    self.diagnostics = diagnostics
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
      /// It was compiled, and its author wants it not to be run; or the compiler refused it, as its
      /// author promised.
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
    /// How long it ran, in seconds.
    public var seconds: Double

    /// - Parameters:
    ///   - status: how far the piece came.
    ///   - output: what it printed and showed, in that order.
    ///   - seconds: how long it ran, in seconds.
    public init(status: Status, output: [Output] = [], seconds: Double = 0) {
      self.status = status
      self.output = output
      self.seconds = seconds
    }

    /// What an `output` fence promises: all that was printed on standard output, and every value, as
    /// plain text.
    public var plainText: String {
      var text = ""
      for item in output {
        switch item {
        case .text(let printed, .standardOutput): text += printed
        case .text: break
        case .value(let bundle):
          if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
          text += bundle.plain + "\n"
        }
      }
      return text
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
