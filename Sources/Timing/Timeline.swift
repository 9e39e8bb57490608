import Synchronization

/// Collects what is measured.
///
/// ``measured(_:of:on:with:_:)`` finds the timeline by a value of the task, so that nothing needs to be
/// passed along. Where there is no timeline, a measurement costs no more than to see that.
public final class Timeline: Sendable {
  /// Where in which timeline a measurement belongs.
  public struct Place: Sendable {
    let timeline: Timeline
    var notebook: String?
    var lane: Lane
    /// The span that everything here is part of.
    var span: Int?
  }

  private struct State {
    var spans: [Span] = []
    var busy: [Track: Set<Int>] = [:]
    var count = 0
  }

  /// The place of the running task; `nil` where nobody listens. A thread that works for a task takes
  /// over its place with `withValue`.
  @TaskLocal public static var place: Place?

  private let beginning = ContinuousClock.now
  private let state = Mutex(State())

  /// A timeline that begins now.
  public init() {}

  /// Collects what is measured in a body.
  public func recording<Value>(
    isolation: isolated (any Actor)? = #isolation,
    _ body: () async -> Value
  ) async -> Value {
    let place = Place(timeline: self, lane: Lane(track: .main, number: 0))
    return await Self.$place.withValue(place, operation: body)
  }

  /// The spans that have ended, by their beginning; what holds others comes before them.
  public var spans: [Span] {
    state.withLock { $0.spans }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  /// How long the timeline has been there.
  public var now: Duration { ContinuousClock.now - beginning }

  /// Begins a span.
  /// - Parameter track: takes the first free lane of it; `nil` stays in the lane.
  func begin(on track: Track?) -> (id: Int, lane: Lane?, start: Duration) {
    let (id, lane) = state.withLock { state in
      state.count += 1
      guard let track else { return (state.count, Lane?.none) }
      var number = 0
      while state.busy[track, default: []].contains(number) { number += 1 }
      state.busy[track, default: []].insert(number)
      return (state.count, Lane(track: track, number: number))
    }
    return (id, lane, now)
  }

  /// Takes a span that has ended.
  /// - Parameter freesLane: whether its lane is free for another.
  func end(_ span: Span, freesLane: Bool) {
    state.withLock { state in
      state.spans.append(span)
      if freesLane { state.busy[span.lane.track]?.remove(span.lane.number) }
    }
  }
}
