import Foundation
import ResultStore
import Synchronization
import Testing

@testable import Typesetting

@Suite("What goes wrong in an engine", .serialized)
struct IsolationTests {
  /// An engine whose glue loops for ever where a formula says so, and gives what cannot be read where
  /// another does.
  private func spoilt(
    limits: ScriptLimits = ScriptLimits(time: 0),
    store: StoreUse? = nil
  ) throws -> Typesetter {
    let typesetter = Typesetter(store: store, limits: limits)
    let assets = typesetter.assets
    try typesetter.engines.first.run { engine in
      try engine.load(.mathematics, from: assets)
      try engine.evaluate(
        #"""
        const own = lectern.set;
        lectern.set = (id, formulas, ...rest) => {
          formulas.forEach(({ tex }, index) => {
            lecternProgress[0] = rest[1] + index;
            if (tex === "loop") for (;;) {}
            if (tex === "throw") throw new Error("broken");
          });
          const replies = own(id, formulas, ...rest);
          const bad = formulas.findIndex(({ tex }) => tex === "half");
          if (bad >= 0) replies[bad].mathML = "\ud800";
          return replies;
        };
        """#,
        name: "spoilt"
      )
    }
    return typesetter
  }

  private func set(_ formulas: [String], by typesetter: Typesetter) throws -> [FormulaResult] {
    try typesetter.set(FormulaPage(idPrefix: "t-", requests: formulas.map { FormulaRequest($0) }))
      .results
  }

  @Test("is an error at its formula, and the others are set", arguments: ["loop", "throw"])
  func oneFormula(_ bad: String) throws {
    let results = try set(["a", #"\newcommand{\v}{v}"#, bad, #"\v"#], by: spoilt())
    #expect(results.map { $0.formula != nil } == [true, true, false, true])
    #expect(results[2].problems.map(\.identifier) == ["GivenUp"])
  }

  @Test("leaves formulas that could be set early to their turn", arguments: ["loop", "throw"])
  func early(_ bad: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "early-\(UUID().uuidString)"
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = ResultStore(folder: folder.path, limit: 1 << 20) { Issue.record("\($0)") }
    let typesetter = try spoilt(store: StoreUse(store))
    let requests = ["a", bad].map { FormulaRequest($0) }
    #expect(typesetter.setEarly(FormulaPage(idPrefix: "t-", requests: requests)) == nil)
    #expect(try set(["a"], by: typesetter)[0].formula != nil)
  }

  @Test("says what it was")
  func reasons() throws {
    #expect(
      try set(["loop"], by: spoilt(limits: ScriptLimits(time: 0.01)))[0].problems.map(\.message)
        == ["setting it takes more than 0.01 seconds and was given up"]
    )
    #expect(
      try set(["throw"], by: spoilt())[0].problems[0].message.hasPrefix(
        "MathJax fails: Error: broken"
      )
    )
  }

  @Test("an answer that cannot be read does not spoil the page for long")
  func unreadable() throws {
    // The second engine gives good answers.
    let results = try set(["half", "b"], by: spoilt())
    #expect(results.map { $0.formula != nil } == [true, true])
  }

  @Test("ends where memory grows beyond its limit")
  func memory() throws {
    let typesetter = Typesetter()
    let error = try typesetter.engines.first.run { engine -> ScriptFault? in
      try engine.evaluate(
        "globalThis.lectern = { call() { const all = []; for (;;) all.push(new Array(1000).fill(1)); } }",
        name: "greedy"
      )
      do {
        _ = try engine.call(
          [(name: "", argument: "")],
          within: ScriptLimits(time: 1000, memory: 64 << 20),
          lookingEvery: 0.01
        ) { false }
        return nil
      } catch {
        return error as? ScriptFault
      }
    }
    #expect(error?.end == .memory(limit: 64 << 20))
  }

  @Test("ends when nobody waits any more")
  func cancellation() async throws {
    let typesetter = try spoilt(limits: ScriptLimits(time: 1000))
    let task = Task { try set(["loop"], by: typesetter) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try set(["a"], by: typesetter)[0].formula != nil)
  }

  @Test("a formula that MathJax cannot take leaves the others alone")
  func hostile() throws {
    let formulas = [
      #"\unicode{xD800}"#,
      String(repeating: #"\hat{"#, count: 2000) + String(repeating: "}", count: 2000),
      String(repeating: "{", count: 8000) + String(repeating: "}", count: 8000),
      String(repeating: #"\left("#, count: 1000), #"\def\a{\a\a}\a"#, "x + y",
    ]
    let results = try set(formulas, by: typesetter())
    #expect(results.map { $0.problems.isEmpty } == [false, false, false, false, false, true])
  }
}
