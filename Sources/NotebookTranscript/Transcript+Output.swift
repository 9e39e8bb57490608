import NotebookDisplay

extension Transcript {
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
