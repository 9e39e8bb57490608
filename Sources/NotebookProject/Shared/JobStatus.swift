/// How a job ends; where several things came of it, the greatest counts.
public enum JobStatus: Comparable, Sendable {
  /// Every page was written, and every promise holds.
  case success
  /// A document failed.
  case failure
  /// What was asked for makes no sense.
  case usage
  /// There is no such document.
  case noInput
  /// Something could not be read or written.
  case inputOutput
}
