/// The time of spans without the spans that they are made of, so that times can be added up.
struct OwnTimes {
  private var times: [Int: Duration] = [:]

  init(_ spans: [Span]) {
    let parts = Dictionary(grouping: spans.filter { $0.parent != nil }) { $0.parent ?? 0 }
    for span in spans { times[span.id] = Self.rest(of: span, without: parts[span.id] ?? []) }
  }

  subscript(span: Span) -> Duration { times[span.id] ?? .zero }

  /// How long none of the parts lasted. Parts may go on side by side, and outlast the whole.
  private static func rest(of whole: Span, without parts: [Span]) -> Duration {
    var rest = Duration.zero
    var covered = whole.start
    for part in parts.sorted(by: { $0.start < $1.start }) where part.end > covered {
      guard part.start < whole.end else { break }
      if part.start > covered { rest += part.start - covered }
      covered = min(part.end, whole.end)
    }
    return rest + (whole.end - covered)
  }
}
