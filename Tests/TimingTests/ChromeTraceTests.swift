import TestSupport
import Testing

@testable import Timing

@Suite("The trace for Chrome and Perfetto")
struct ChromeTraceTests {
  @Test("holds every span in its lane, within what it is part of, in the order of time")
  func spans() throws {
    let spans = SampleSpans.notebook
    let trace = try ReadTrace(ChromeTrace(spans.reversed()).json)
    #expect(trace.faults == [])
    #expect(trace.spans.count == spans.count)
    #expect(Set(trace.lanes.values) == ["notebook 1", "program 1", "program 2", "engine 1"])
    #expect(trace.lanes[1] == "notebook 1")
    let linker = try #require(trace.spans.first { $0.name == "linker" })
    #expect(linker.start == 500_000)
    #expect(linker.dur == 190_250)
    #expect(linker.args == ["notebook": .text("a.md"), "number": .number(8)])
    #expect(trace.traceEvents.allSatisfy { $0.pid == 1 })
    #expect(trace.traceEvents.first?.args == ["name": .text("render")])
  }

  @Test("agrees with the table")
  func table() throws {
    let spans = SampleSpans.notebook
    let trace = try ReadTrace(ChromeTrace(spans).json)
    let rows = TimingTable(spans, elapsed: .seconds(1)).stages
    for (stage, milliseconds) in trace.leafTimes where !stage.hasPrefix("program") {
      let row = try #require(rows.first { $0.name == stage })
      #expect(abs(row.time / .milliseconds(1) - milliseconds) < 0.001)
    }
    #expect(trace.leafTimes.count >= 6)
  }

  @Test("shows what is wrong to its own checks")
  func overlap() throws {
    var sample = SampleSpans()
    sample.add(.parsing, 0...10)
    sample.add(.running, 5...15)
    let trace = try ReadTrace(ChromeTrace(sample.spans).json)
    #expect(trace.faults == ["running begins within parsing and ends after it"])
  }

  @Test("of work that was really done side by side is without faults")
  func sideBySide() async throws {
    let timeline = Timeline()
    await timeline.recording {
      await withTaskGroup { group in
        for number in 0..<20 {
          group.addTask {
            await measured(.notebook, of: "\(number).md", on: .notebooks) {
              measured(.parsing) {}
              await measured(.program, on: .programs) { await Task.yield() }
            }
          }
        }
      }
    }
    let trace = try ReadTrace(ChromeTrace(timeline.spans).json)
    #expect(trace.faults == [])
    #expect(trace.spans.count == 60)
  }
}
