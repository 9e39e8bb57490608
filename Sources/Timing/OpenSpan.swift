/// A span that has not ended yet.
public struct OpenSpan: Sendable {
  private var span: Span
  private let outside: Timeline.Place
  private let hasOwnLane: Bool

  /// Begins a span of the running task, for what cannot be put into one closure.
  /// - Returns: `nil` where nobody listens.
  public static func begin(_ stage: Stage) -> OpenSpan? {
    Timeline.place.map { OpenSpan($0, stage) }
  }

  init(
    _ place: Timeline.Place,
    _ stage: Stage,
    of notebook: String? = nil,
    on track: Track? = nil,
    _ arguments: [String: Int] = [:]
  ) {
    let (id, lane, start) = place.timeline.begin(on: track)
    outside = place
    hasOwnLane = lane != nil
    span = Span(
      id: id,
      parent: place.span,
      stage: stage,
      notebook: notebook ?? place.notebook,
      lane: lane ?? place.lane,
      start: start,
      end: start,
      arguments: arguments
    )
  }

  /// The place of what the span is made of.
  var inside: Timeline.Place {
    var place = outside
    place.notebook = span.notebook
    place.lane = span.lane
    place.span = span.id
    return place
  }

  /// Ends the span, from any thread, once.
  public func end() {
    var ended = span
    ended.end = outside.timeline.now
    outside.timeline.end(ended, freesLane: hasOwnLane)
  }
}
