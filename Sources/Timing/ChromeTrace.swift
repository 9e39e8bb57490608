import Foundation

/// What was measured as a trace that `chrome://tracing` and Perfetto open: "Trace Event Format", with
/// a complete event for each span and a thread for each lane.
public struct ChromeTrace: Sendable {
  private let spans: [Span]

  /// - Parameter spans: what was measured.
  public init(_ spans: [Span]) {
    self.spans = spans.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  /// The trace as JSON.
  public var json: Data {
    get throws {
      let lanes = Set(spans.map(\.lane)).sorted { $0.place < $1.place }
      let threads = Dictionary(zip(lanes, 1...)) { first, _ in first }
      var events = [Event("process_name", ["name": .text("render")])]
      for (lane, thread) in threads.sorted(by: { $0.value < $1.value }) {
        events.append(Event("thread_name", ["name": .text(lane.name)], thread))
        events.append(Event("thread_sort_index", ["sort_index": .number(thread)], thread))
      }
      events += spans.map { Event($0, threads[$0.lane] ?? 0) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(File(traceEvents: events))
    }
  }

  private struct File: Encodable {
    var traceEvents: [Event]
    var displayTimeUnit = "ms"
  }

  private struct Event: Encodable {
    var name: String
    var cat: String?
    /// `X` is a complete event, `M` says something about a process or a thread.
    var ph: String
    var pid = 1
    var tid: Int?
    /// Microseconds.
    var ts: Double?
    var dur: Double?
    var args: [String: Argument]

    init(_ name: String, _ args: [String: Argument], _ thread: Int? = nil) {
      self.name = name
      ph = "M"
      tid = thread
      self.args = args
    }

    init(_ span: Span, _ thread: Int) {
      name = span.stage.name
      cat = "render"
      ph = "X"
      tid = thread
      ts = span.start.microseconds
      dur = span.duration.microseconds
      args = span.arguments.mapValues(Argument.number)
      args["notebook"] = span.notebook.map(Argument.text)
    }
  }

  private enum Argument: Encodable {
    case text(String)
    case number(Int)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      }
    }
  }
}

extension Duration {
  /// In microseconds, to the nanosecond.
  fileprivate var microseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds * 1_000_000_000 + attoseconds / 1_000_000_000) / 1000
  }
}

extension Lane {
  fileprivate var name: String { track == .main ? track.name : "\(track.name) \(number + 1)" }

  /// Where it stands among the others: notebooks above their programs.
  fileprivate var place: (Int, String, Int) {
    let order: [Track] = [.main, .notebooks, .programs, .engine]
    return (order.firstIndex(of: track) ?? order.count, track.name, number)
  }
}
