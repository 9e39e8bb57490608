import Documents
import NotebookDisplay

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
}
