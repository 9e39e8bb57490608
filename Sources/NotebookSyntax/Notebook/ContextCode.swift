import Documents

/// Code that each of a notebook's programs begins with and that is none of its cells: the import of the
/// module that it documents, or a file that its folder names for all documents.
public struct ContextCode: Sendable {
  /// The file that messages about it name: one of its own, or the notebook.
  public var source: SourceText
  /// The code.
  public var code: Snippet

  /// All of a file.
  public init(_ source: SourceText) {
    self.source = source
    code = Snippet(wholeFile: source)
  }

  /// A line of code that stands nowhere; what is wrong with it is told at a place.
  /// - Parameters:
  ///   - line: the code.
  ///   - source: the text that the place is in.
  ///   - offset: the place.
  public init(_ line: String, in source: SourceText, at offset: Int) {
    self.source = source
    code = Snippet(text: line, lineOrigins: [offset])
  }
}
