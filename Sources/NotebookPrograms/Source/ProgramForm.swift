import Documents

/// How the source of a program is laid out.
///
/// At the file's level of a script each statement and each variable is a scope within the one before,
/// and the compiler walks through all of them for each name and each place: a program of four times as
/// many declarations takes it sixteen times as long. In a library's file variables stand side by side,
/// and it takes four times as long. But there a variable gets its value when it is first asked for, so
/// the program asks for each in its turn; and it can neither throw nor wait, nor get its value later.
/// So a script is what a program is, and one of many declarations is first tried as a library.
package enum ProgramForm: Sendable {
  /// Statements and declarations at the file's level.
  case script
  /// Declarations at the file's level, the statements between them in functions, and an entry point
  /// that calls these in order.
  case library

  /// From so many variables at the file's level on a library saves more than trying it costs.
  package static let manyVariables = 100

  /// What the compiler must be told of it.
  package var flags: [String] { self == .library ? ["-parse-as-library"] : [] }

  /// The form that is tried first.
  /// - Parameter many: from how many variables on that is a library; `nil` for never.
  package init(for pieces: [ParsedPiece], in source: SourceText, many: Int?) {
    let items = pieces.flatMap(\.items)
    guard let many, items.count(where: { $0.role == .variables }) >= many,
      items.allSatisfy(\.fitsLibrary),
      // What is read too early has no value in a script, and would have one in a library.
      EarlyReads.findings(about: pieces, in: source).isEmpty
    else {
      self = .script
      return
    }
    self = .library
  }
}
