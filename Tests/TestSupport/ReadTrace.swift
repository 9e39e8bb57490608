import Foundation

/// A trace as a program that opens it reads it, and what such a program would stumble over.
package struct ReadTrace: Decodable {
  /// One event.
  package struct Event: Decodable {
    package var name: String
    package var ph: String
    package var pid: Int
    package var tid: Int?
    package var ts: Double?
    package var dur: Double?
    package var args: [String: Argument]

    package var start: Double { ts ?? .nan }
    package var end: Double { start + (dur ?? .nan) }
  }

  /// A text or a number.
  package enum Argument: Decodable, Equatable {
    case text(String)
    case number(Int)

    package init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  package var traceEvents: [Event]

  package init(_ json: Data) throws {
    self = try JSONDecoder().decode(Self.self, from: json)
  }

  /// The stretches of time, in the order of the file.
  package var spans: [Event] { traceEvents.filter { $0.ph == "X" } }

  /// The names of the lanes, by their numbers.
  package var lanes: [Int: String] {
    let named = traceEvents.filter { $0.ph == "M" && $0.name == "thread_name" }
    return named.reduce(into: [:]) { lanes, event in
      guard let lane = event.tid, case .text(let name)? = event.args["name"] else { return }
      lanes[lane] = name
    }
  }

  /// How long each stage took that holds no other stage, in milliseconds.
  package var leafTimes: [String: Double] {
    let holders = Set(
      spans.filter { span in spans.contains { Self.holds(span, $0) } }.map(\.name)
    )
    return spans.filter { !holders.contains($0.name) }
      .reduce(into: [:]) { $0[$1.name, default: 0] += ($1.dur ?? 0) / 1000 }
  }

  /// What is wrong: spans that overlap in a lane without one lying in the other, times that are not
  /// there or go back, lanes without a name.
  package var faults: [String] {
    var faults: [String] = []
    var last = 0.0
    var open: [Int: [Event]] = [:]
    for span in spans {
      guard let lane = span.tid, lanes[lane] != nil, span.start >= last, span.end >= span.start
      else {
        faults.append("\(span.name) has no lane or no time after \(last)")
        continue
      }
      last = span.start
      // A microsecond holds a thousand of the clock's steps, and sums of fractions are not exact.
      while let outer = open[lane]?.last, outer.end <= span.start + 0.0005 {
        open[lane]?.removeLast()
      }
      if let outer = open[lane]?.last, outer.end < span.end - 0.0005 {
        faults.append("\(span.name) begins within \(outer.name) and ends after it")
      }
      open[lane, default: []].append(span)
    }
    return faults
  }

  private static func holds(_ outer: Event, _ inner: Event) -> Bool {
    outer.tid == inner.tid && outer.name != inner.name
      && outer.start <= inner.start && inner.end <= outer.end + 0.0005
  }
}
