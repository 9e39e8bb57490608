/// What is kept for a program: what came of it, or, where it opened files, their paths, whose contents
/// then lead to what came of it.
enum ProgramEntry: Codable, Sendable {
  case outcome(StoredOutcome)
  case opened([String])
}
