import Foundation
import Synchronization
import Testing

@testable import Timing

@Suite("A timeline")
struct TimelineTests {
  private struct Fault: Error, Equatable { var number: Int }

  @Test("costs nobody anything who is not listened to, and arguments are not asked for")
  func silence() async {
    var asked = 0
    func arguments() -> [String: Int] {
      asked += 1
      return ["asked": asked]
    }
    #expect(measured(.parsing, with: arguments()) { 1 } == 1)
    #expect(OpenSpan.begin(.waiting) == nil)
    #expect(asked == 0)
    let timeline = Timeline()
    await timeline.recording { measured(.parsing, with: arguments()) {} }
    #expect(timeline.spans.map(\.arguments) == [["asked": 1]])
  }

  @Test("knows what a span is part of, and for which notebook it was")
  func parts() async throws {
    let timeline = Timeline()
    await timeline.recording {
      measured(.tools) {}
      await measured(.notebook, of: "a.md", on: .notebooks) {
        await measured(.compiling) {
          await Task.yield()
          measured(.linker) {}
        }
      }
    }
    let spans = timeline.spans
    #expect(spans.map(\.stage) == [.tools, .notebook, .compiling, .linker])
    #expect(spans.map(\.notebook) == [nil, "a.md", "a.md", "a.md"])
    #expect(spans.map(\.lane.track) == [.main, .notebooks, .notebooks, .notebooks])
    #expect(spans.map(\.parent) == [nil, nil, spans[1].id, spans[2].id])
    for (inner, outer) in [(3, 2), (2, 1)] {
      #expect(spans[outer].start <= spans[inner].start)
      #expect(spans[inner].end <= spans[outer].end)
    }
  }

  @Test("measures what throws, and lets its error through with its type")
  func errors() async {
    let timeline = Timeline()
    await timeline.recording {
      do throws(Fault) {
        try measured(.writing) { () throws(Fault) in throw Fault(number: 1) }
      } catch {
        #expect(error.number == 1)
      }
      do throws(Fault) {
        try await measured(.package) { () async throws(Fault) in throw Fault(number: 2) }
      } catch {
        #expect(error.number == 2)
      }
    }
    #expect(timeline.spans.map(\.stage) == [.writing, .package])
  }

  @Test("gives what goes on side by side lanes of its own, and free ones again")
  func lanes() async {
    let timeline = Timeline()
    await timeline.recording {
      measured(.notebook, of: "a.md", on: .notebooks) {
        measured(.notebook, of: "b.md", on: .notebooks) {}
        measured(.notebook, of: "c.md", on: .notebooks) {}
        measured(.program, on: .programs) {}
      }
      measured(.notebook, of: "d.md", on: .notebooks) {}
    }
    let spans = timeline.spans
    #expect(spans.map(\.notebook) == ["a.md", "b.md", "c.md", "a.md", "d.md"])
    #expect(spans.map(\.lane.number) == [0, 1, 1, 0, 0])
  }

  @Test("follows work to other threads")
  func threads() async throws {
    let timeline = Timeline()
    await timeline.recording {
      await measured(.formulas) {
        let place = Timeline.place
        let waiting = OpenSpan.begin(.waitingForEngine)
        await withCheckedContinuation { continuation in
          Thread.detachNewThread {
            waiting?.end()
            Timeline.$place.withValue(place) { measured(.engine) {} }
            continuation.resume()
          }
        }
      }
    }
    let spans = timeline.spans
    #expect(spans.map(\.stage) == [.formulas, .waitingForEngine, .engine])
    #expect(spans.dropFirst().allSatisfy { $0.parent == spans[0].id && $0.lane == spans[0].lane })
  }

  @Test("keeps every span of work that goes on side by side, in lanes where nothing overlaps")
  func stress() async throws {
    let timeline = Timeline()
    await timeline.recording {
      await withTaskGroup { group in
        for notebook in 0..<40 {
          group.addTask {
            await measured(.notebook, of: "\(notebook).md", on: .notebooks) {
              for _ in 0..<5 { measured(.parsing) {} }
              await withTaskGroup { programs in
                for program in 0..<5 {
                  programs.addTask {
                    await measured(.program, on: .programs, with: ["program": program]) {
                      await measured(.compiling) { await Task.yield() }
                      measured(.running) {}
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    let spans = timeline.spans
    // A notebook, what is parsed for it, and three for each program.
    let count = 40 * 21
    #expect(spans.count == count)
    #expect(Set(spans.map(\.id)).count == spans.count)
    #expect(spans.allSatisfy { $0.start <= $0.end && $0.end <= timeline.now })
    for lane in Dictionary(grouping: spans, by: \.lane).values {
      let outermost = lane.filter { $0.stage.isWhole }.sorted { $0.start < $1.start }
      for (earlier, later) in zip(outermost, outermost.dropFirst()) {
        #expect(earlier.end <= later.start)
      }
    }
    for span in spans where !span.stage.isWhole {
      let whole = try #require(spans.first { $0.id == span.parent })
      #expect(whole.start <= span.start && span.end <= whole.end)
      #expect(whole.lane == span.lane)
    }
  }
}
