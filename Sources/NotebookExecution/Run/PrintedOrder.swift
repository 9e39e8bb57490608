import NotebookTranscript

/// What was printed on both streams between two events that cut it, in the order in which it was written.
///
/// Where the system tells of what is about to be written to standard error, that comes after all that was
/// printed before; elsewhere standard output comes first.
struct PrintedOrder {
  /// A place in both streams.
  struct Place: Sendable, Equatable {
    var output: Int
    var error: Int
  }

  private let output: CutOutput
  private let error: CutOutput
  /// The places at which standard error was about to be written to and are yet to come.
  private var rest: ArraySlice<Place>

  init(_ run: ProgramRun) {
    output = CutOutput(run.standardOutput, key: run.key)
    error = CutOutput(run.standardError, key: run.key)
    rest = run.switches[...]
  }

  /// About so many of the last bytes on standard error.
  func endOfError(_ count: Int) -> [UInt8] { error.end(of: count) }

  typealias Part = (stream: Transcript.Output.Stream, bytes: [UInt8])

  /// What was printed before the event with a number, from 0, that cuts. It is asked for in order.
  /// - Parameter isMixed: whether the order is kept, or standard output comes first.
  mutating func parts(before cut: Int, isMixed: Bool) -> [Part] {
    parts(output.range(before: cut), error.range(before: cut), isMixed: isMixed)
  }

  /// What was printed after the last of so many cuts.
  mutating func parts(after cuts: Int) -> [Part] {
    parts(output.range(after: cuts), error.range(after: cuts), isMixed: true)
  }

  private mutating func parts(
    _ output: Range<Int>,
    _ error: Range<Int>,
    isMixed: Bool
  ) -> [Part] {
    let (first, later) = (output.lowerBound, error.lowerBound)
    var places: [Place] = []
    while let next = rest.first, next.output <= output.upperBound, next.error <= error.upperBound {
      places.append(Place(output: max(next.output, first), error: max(next.error, later)))
      rest.removeFirst()
    }
    guard isMixed, let switched = places.first else {
      return [(.standardOutput, self.output[output]), (.standardError, self.error[error])]
    }
    var parts: [Part] = [
      (.standardOutput, self.output[first..<switched.output]),
      (.standardError, self.error[later..<switched.error]),
    ]
    let end = Place(output: output.upperBound, error: error.upperBound)
    for (place, next) in zip(places, places.dropFirst() + [end]) {
      parts.append((.standardError, self.error[place.error..<next.error]))
      parts.append((.standardOutput, self.output[place.output..<next.output]))
    }
    return parts
  }
}
