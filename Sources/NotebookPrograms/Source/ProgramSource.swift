import Documents
import NotebookSyntax

/// The Swift source of one program, with the way back from it into the notebook.
///
/// `#sourceLocation` and padding with spaces put every line and column of a cell where it stands in
/// the notebook; what is generated around it has places that no cell has.
package struct ProgramSource: Sendable {
  /// A top-level statement, by whose number the running program says how far it came.
  package struct Statement: Sendable {
    package var piece: Int
    package var range: SourceRange
    /// The first `try` in it.
    package var attempt: Int?
  }

  /// The text to be compiled.
  package var text: String
  package var form: ProgramForm
  /// The notebook.
  package var source: SourceText
  /// The statements by their numbers.
  package var statements: [Statement]
  /// The pieces in order, those that only are compiled too.
  package var pieces: [ParsedPiece]
  /// The places of generated calls that share a line's number with the notebook.
  package var wrappers: [SourcePosition: SourceRange]
  /// The places of names in nested scopes, about which the compiler says that they are not used; at
  /// the file's level it does not.
  package var quietPlaces: Set<SourcePosition>
  /// The modules that are imported, by the place of the import's name.
  package var modules: Set<String>
  /// The end of a piece that was put last because it is not Swift: what the compiler misses past it,
  /// it misses there.
  package var brokenEnd: SourceRange?
  /// What cannot be compiled as it stands.
  package var diagnostics: [Diagnostic]

  /// The texts that its code stands in: the notebook and the files of its context.
  package var sources: [SourceText] {
    pieces.compactMap(\.file).reduce(into: [source]) { sources, file in
      if !sources.contains(where: { $0.path == file.path }) { sources.append(file) }
    }
  }

  /// The promises that it can come to, by their numbers.
  package var promises: Set<Int> {
    Set(pieces.flatMap { $0.promises.map(\.promise.id) })
  }

  /// The statement with a number.
  package func statement(_ number: Int) -> Statement? {
    statements.indices.contains(number) ? statements[number] : nil
  }

  /// The name of the file in which the calls between statements stand.
  package static let generatedFile = "generated"

  /// A notebook's path as it stands in `#sourceLocation`, which takes a string literal without
  /// undoing its escapes, so that this is what the compiler and the program name.
  package static func literal(_ path: String) -> String {
    path.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0": text += "\\0"
      case "\u{1}"..<" ", "\u{7f}": text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
