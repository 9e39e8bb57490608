import Testing
import Timing

@testable import Typesetting

@Suite("The engine's time")
struct EngineTimingTests {
  @Test("is that of who needs it first, and of nobody where it was prepared")
  func loading() async throws {
    for isPrepared in [false, true] {
      let typesetter = Typesetter()
      let timeline = Timeline()
      await timeline.recording {
        if isPrepared { typesetter.prepareForFormulas() }
        measured(.formulas) { _ = try? typesetter.page().set([FormulaRequest("x")]) }
      }
      let spans = timeline.spans
      let formulas = try #require(spans.first { $0.stage == .formulas })
      let loading = try #require(spans.filter { $0.stage == .engine }.max { $0.start < $1.start })
      #expect(loading.lane.track == (isPrepared ? .engine : .main))
      #expect((loading.parent == formulas.id) != isPrepared)
      #expect(spans.count { $0.stage == .engine } == 2)
      #expect(spans.contains { $0.stage == .waitingForEngine })
    }
  }
}
