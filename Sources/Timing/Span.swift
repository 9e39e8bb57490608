/// A stretch of time, and what was done in it.
public struct Span: Sendable, Identifiable {
  /// Tells it from the others of its timeline.
  public var id: Int
  /// The span that it is part of; `nil` for an outermost one.
  public var parent: Int?
  /// What was done.
  public var stage: Stage
  /// The notebook's path; `nil` for what belongs to none.
  public var notebook: String?
  /// Where a trace shows it.
  public var lane: Lane
  /// When it began, since the beginning of the timeline.
  public var start: Duration
  /// When it ended, since the beginning of the timeline.
  public var end: Duration
  /// Numbers that say more, such as that of a program.
  public var arguments: [String: Int]

  /// How long it lasted.
  public var duration: Duration { end - start }
}
