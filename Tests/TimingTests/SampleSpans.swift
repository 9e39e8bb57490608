@testable import Timing

/// Spans that are made up, in milliseconds.
struct SampleSpans {
  private(set) var spans: [Span] = []

  /// Adds a span, which is part of an earlier one.
  /// - Returns: its number.
  @discardableResult
  mutating func add(
    _ stage: Stage,
    _ range: ClosedRange<Double>,
    in parent: Int? = nil,
    of notebook: String? = "a.md",
    lane: Lane = Lane(track: .notebooks, number: 0)
  ) -> Int {
    let id = spans.count + 1
    spans.append(
      Span(
        id: id,
        parent: parent,
        stage: stage,
        notebook: notebook,
        lane: lane,
        start: .milliseconds(range.lowerBound),
        end: .milliseconds(range.upperBound),
        arguments: ["number": id]
      )
    )
    return id
  }

  /// A notebook with two programs that run side by side, and an engine that starts meanwhile.
  static var notebook: [Span] {
    var sample = SampleSpans()
    let notebook = sample.add(.notebook, 0...1000)
    sample.add(.parsing, 10...30, in: notebook)
    sample.add(.engine, 30...950, in: notebook, lane: Lane(track: .engine, number: 0))
    let programs = sample.add(.programs, 100...900, in: notebook)
    for number in 0...1 {
      let lane = Lane(track: .programs, number: number)
      let start = 100 + Double(number) * 50
      let program = sample.add(.program, start...start + 700, in: programs, lane: lane)
      let compiling = sample.add(.compiling, start...start + 600, in: program, lane: lane)
      sample.add(.compiler, start + 10...start + 400, in: compiling, lane: lane)
      sample.add(.linker, start + 400...start + 590.25, in: compiling, lane: lane)
      sample.add(.running, start + 600...start + 690, in: program, lane: lane)
    }
    let layout = sample.add(.layout, 920...990, in: notebook)
    sample.add(.highlighting, 921...925, in: layout)
    sample.add(.highlighting, 930...932.5, in: layout)
    return sample.spans
  }
}
