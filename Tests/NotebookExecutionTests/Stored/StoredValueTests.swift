import Foundation
import NotebookSyntax
import ResultStore
import Testing

@testable import NotebookExecution

@Suite("Stored values")
struct StoredValueTests {
  @Test("calls of every form, wherever they stand, keep their values")
  func forms() async throws {
    let text = """
      ```swift
      let x = 3
      struct E: Error {}
      func work(_ x: Int) throws -> [Double] { tell("work"); return [Double(x)] }
      func slow(_ x: Int) async -> Int { tell("slow"); return x }
      let a = try stored("several lines",
        x, "é",
        1.5) {
        try work(x)
      }
      let é = "é"; let b = stored("by", x, by: { tell("by"); return x })
      let c = await stored("async", x) { await slow(x) }
      let d = NotebookDisplay
        .stored("qualified") { tell("qualified"); return ["a": [1, nil]] }
      let e = stored("outer") { tell("outer"); return stored("inner", x) { tell("inner"); return x } + 1 }
      let f: Int? = stored("nil") { tell("nil"); return nil }
      stored("shown", x) { tell("shown"); return x }
      ```

      Prose `{swift} stored("prose", x) { tell("prose"); return x }` and
      $\\swift{stored("formula", x) { tell("formula"); return x }}$.

      - A list:

        > ```swift
        > func nested() -> Int {
        >   func deep() -> Int { stored("deep", x) { tell("deep"); return x } }
        >   return deep()
        > }
        > print(a, b, c, d["a"]?.count ?? 0, e, f as Any, nested())
        > ```

      """
    let trial = try StoreTrial()
    let first = await trial.run(text: StoreTrial.telling + text)
    #expect(first.transcript.messages == [])
    #expect(
      first.told == [
        "work", "by", "slow", "qualified", "outer", "inner", "nil", "shown", "prose", "formula",
        "deep",
      ]
    )
    let second = await trial.run(text: StoreTrial.telling + text + "```swift\nprint(1)\n```\n")
    #expect(second.told == [])
    #expect(second.transcript.shown == first.transcript.shown + ["1\n"])
    // The first line of a document has no line above it for the call that shows.
    let line =
      "`{swift} stored(\"first\") { fopen(\"log\", \"a\").map { fputs(\"f\\n\", $0); fclose($0) }; return 1 }`\n\n"
    let head = "```swift\nimport Foundation\n```\n"
    #expect(await trial.run(text: line + head).told == ["f"])
    #expect(await trial.run(text: line + head + "```swift\n2\n```\n").told == [])
  }

  @Test("nothing is kept where the closure throws, and the error passes through")
  func throwing() async throws {
    let trial = try StoreTrial()
    let cell = """
      enum E: Error { case bad(Int) }
      for _ in 1...2 {
        do { _ = try stored("t") { () throws(E) -> Int in tell("t"); throw .bad(7) } } catch { print(error.self) }
      }
      """
    for _ in 1...2 {
      let run = await trial.run(cell)
      #expect(run.transcript.messages == [])
      #expect(run.told == ["t", "t"])
      #expect(run.transcript.shown == ["bad(7)\nbad(7)\n"])
    }
  }

  @Test("fresh values take the places of kept ones")
  func fresh() async throws {
    let trial = try StoreTrial()
    try trial.write("1", to: "secret")
    let cell =
      "let s = stored(\"s\") { tell(\"s\"); return FileManager.default.contents(atPath: \"secret\") }\ns"
    await trial.run(cell)
    try trial.write("2", to: "secret")
    #expect(await trial.run(cell).told == [])
    #expect(await trial.run(cell, reads: false).told == ["s"])
    let last = await trial.run(cell)
    #expect(last.told == [])
    #expect(last.transcript.shown == ["1 bytes\n"] || last.transcript.shown.count == 1)
  }

  @Test("a value is kept although the program is ended or crashes after it")
  func ended() async throws {
    let trial = try StoreTrial()
    let cell = "let s = stored(\"s\") { tell(\"s\"); return 5 }"
    let ended = await trial.run(cell, "while true {}") { $0.timeout = .seconds(1) }
    #expect(ended.told == ["s"])
    #expect(ended.transcript.diagnostics.map(\.identifier) == ["timeout"])
    #expect(await trial.run(cell, "fatalError(\"\\(s)\")").told == [])
    // One that is ended while it computes leaves nothing.
    let half = "let h = stored(\"h\") { tell(\"h\"); while true {}; return 1 }"
    for _ in 1...2 {
      let run = await trial.run(half) { $0.timeout = .seconds(1) }
      #expect(run.told == ["h"])
      #expect(run.transcript.diagnostics.contains { $0.identifier == "timeout" })
    }
  }

  @Test("large values and inputs go both ways, past the limit of output")
  func large() async throws {
    let trial = try StoreTrial()
    let cell = """
      let big = stored("big") {
        tell("big")
        print(String(repeating: "x", count: 300_000))
        return (0..<6_500_000).map { Double($0) }
      }
      let sum = stored("sum", big) { tell("sum"); return big.reduce(0, +) }
      print(big.count, sum)
      """
    for told in [["big", "sum"], []] {
      let run = await trial.run(cell) { $0.outputLimit = 1 << 20 }
      #expect(run.transcript.messages == [])
      #expect(run.told == told)
      #expect(run.transcript.shown.last?.hasSuffix("x\n6500000 21124996750000.0\n") ?? false)
      #expect((run.transcript.shown.last?.count ?? 0) > 300_000)
    }
    #expect(trial.troubles.withLock { $0 } == [])
  }

  @Test("an entry that is damaged counts as missing")
  func damage() async throws {
    let trial = try StoreTrial()
    let cell = "let s = stored(\"s\") { tell(\"s\"); return [1, 2, 3] }\ns"
    await trial.run(cell)
    for entry in trial.entries {
      var data = try Data(contentsOf: URL(filePath: entry))
      data[data.count - 1] ^= 1
      try data.write(to: URL(filePath: entry))
    }
    #expect(await trial.run(cell).told == ["s"])
    #expect(trial.troubles.withLock { $0.contains { $0.contains("stored value") } })
    #expect(await trial.run(cell).told == [])
  }

  @Test("a value that its type refuses is computed anew, and kept again")
  func refused() async throws {
    let trial = try StoreTrial()
    let cell = """
      struct Picky: Codable {
        var n = 1
        init() {}
        init(from decoder: any Decoder) throws {
          if access("refuse", F_OK) == 0 { throw CocoaError(.coderReadCorrupt) }
          n = try [Int](from: decoder)[0]
        }
        func encode(to encoder: any Encoder) throws { try [n].encode(to: encoder) }
      }
      let s = stored("s") { tell("s"); return Picky() }
      """
    await trial.run(cell)
    #expect(await trial.run(cell).told == [])
    try trial.write("", to: "refuse")
    #expect(await trial.run(cell).told == ["s"])
    try FileManager.default.removeItem(atPath: trial.folder + "/refuse")
    #expect(await trial.run(cell).told == [])
    let other = cell.replacing("var n = 1", with: "var n = 1; var m = 2")
    #expect(await trial.run(other).told == ["s"])
  }

  @Test("inputs whose order is random in each process count by what they hold")
  func seededOrder() async throws {
    let trial = try StoreTrial()
    let cell = """
      struct Both: Codable, Hashable { var a: Set<String>; var b: [[Int]: String] }
      let words = Set((0..<50).map { "word \\($0)" })
      let both = Both(a: words, b: Dictionary(uniqueKeysWithValues: words.map { ([$0.count, $0.hash], $0) }))
      let n = stored("n", words, Set([both.a])) { tell("n"); return words.count }
      """
    #expect(await trial.run(cell).told == ["n"])
    #expect(await trial.run(cell).told == [])
  }

  @Test("what the closure prints is printed again, in its place")
  func printed() async throws {
    let trial = try StoreTrial()
    let cell = """
      print("before")
      let s = stored("s") {
        tell("s")
        print("one")
        let inner = stored("inner") { print("inner"); return 1 }
        fputs("error\\n", stderr)
        print("half", terminator: "")
        return inner
      }
      // Prints "one\\ninner\\nhalf"
      print("|after")
      """
    let first = await trial.run(cell)
    #expect(first.transcript.shown == ["before\none\ninner\nhalf|after\n"])
    for _ in 1...2 {
      let second = await trial.run(cell)
      #expect(second.told == [])
      #expect(second.transcript.records.map(\.value.output).filter { !$0.isEmpty }.count == 1)
      #expect(second.transcript.shown == first.transcript.shown)
      let output = second.transcript.records.values.flatMap(\.output)
      #expect(output.contains(.text("error\n", .standardError)))
    }
  }

  @Test("a value whose closure holds a promise is computed each time")
  func promised() async throws {
    let trial = try StoreTrial()
    let cell = """
      let s = stored("s") {
        let n = 2
        tell("s")
        n + 1  // => 3
        return n
      }
      """
    for _ in 1...2 { #expect(await trial.run(cell).told == ["s"]) }
  }

  @Test("threads that compute side by side each keep their value")
  func threads() async throws {
    let trial = try StoreTrial()
    let cell = """
      func square(_ i: Int) async -> Int {
        await stored("square", i) {
          tell("\\(i)")
          try? await Task.sleep(for: .milliseconds(20))
          return i * i
        }
      }
      let sum = await withTaskGroup(of: Int.self) { group in
        for i in 1...20 { group.addTask { await square(i) } }
        return await group.reduce(0, +)
      }
      sum
      """
    let first = await trial.run(cell)
    #expect(first.transcript.messages == [])
    #expect(first.told.count == 20)
    let second = await trial.run(cell)
    #expect(second.told == [])
    #expect(second.transcript.shown == ["2870\n"])
  }

  private static let mixed =
    "this value is not stored, because what it printed may be that of a task beside it"

  @Test("what a task prints meanwhile is not kept for a value's own")
  func printingTasks() async throws {
    let trial = try StoreTrial()
    let cell = """
      func pause() async { try? await Task.sleep(for: .milliseconds(30)) }
      let before = await stored("before") { tell("before"); print("alone"); await pause(); return 0 }
      let ticking = Task.detached {
        while !Task.isCancelled { print("tick"); try? await Task.sleep(for: .milliseconds(1)) }
      }
      let a = await stored("a") { tell("a"); await pause(); return 1 }
      ticking.cancel()
      await ticking.value
      let b = await stored("b") { tell("b"); await pause(); return 2 }
      print(before, a, b)
      """
    for told in [["before", "a", "b"], ["a"]] {
      let run = await trial.run(cell)
      #expect(run.transcript.messages == [Self.mixed])
      #expect(run.told == told)
      #expect(run.transcript.shown[0].hasPrefix("alone\ntick\n"))
      #expect(run.transcript.shown[0].hasSuffix("0 1 2\n"))
    }
  }

  @Test(
    "values that are computed side by side are not kept with each other's output",
    arguments: [(5, 60), (60, 5)]
  )
  func printingSideBySide(first: Int, second: Int) async throws {
    let trial = try StoreTrial()
    let cell = """
      func work(_ i: Int) async -> Int {
        await stored("work", i) {
          tell("work")
          print("begin \\(i)")
          try? await Task.sleep(for: .milliseconds(i))
          print("end \\(i)")
          return i
        }
      }
      func both() async -> Int {
        async let a = work(\(first))
        async let b = work(\(second))
        return await a + b
      }
      """
    for _ in 1...2 {
      let run = await trial.run(cell, "await both()")
      #expect(run.transcript.messages == [Self.mixed])
      #expect(run.told == ["work", "work"])
      let printed = run.transcript.shown.joined()
      #expect(printed.split(separator: "\n").filter { $0.hasPrefix("end") }.count == 2)
    }
    // The value around them has all that they print.
    let around = "await stored(\"both\") { await both() }"
    let whole = await trial.run(cell, around)
    #expect(whole.transcript.messages == [Self.mixed])
    #expect(whole.told == ["work", "work"])
    let kept = await trial.run(cell, around)
    #expect(kept.told == [])
    #expect(kept.transcript.shown == whole.transcript.shown)
    // One after the other, each is alone.
    let turns = "await work(1)\nawait work(2)"
    let each = cell.replacing("async let", with: "let").replacing("= work", with: "= await work")
      .replacing("await a + b", with: "a + b")
    #expect(await trial.run(each, turns).told == ["work", "work"])
    let again = await trial.run(each, turns)
    #expect(again.transcript.messages == [])
    #expect(again.told == [])
  }

  @Test("what a cell starts has no part in the channel")
  func inheritance() async throws {
    let trial = try StoreTrial()
    let run = await trial.run("_ = Foundation.system(\"ls -l /proc/self/fd | grep -c socket\")")
    #expect(run.transcript.shown == ["0\n"])
  }

  @Test("what the module, the flags and the toolchain hold is part of the key")
  func surroundings() throws {
    let trial = try StoreTrial()
    func key(_ content: String, _ arguments: [String] = [], _ imported: Set<String> = ["Lib"])
      throws
      -> StoreKey
    {
      try trial.write(content, to: "Lib.swiftmodule")
      let module = NotebookLibraries.Module(file: trial.folder + "/Lib.swiftmodule")
      let compiler = Compiler(
        toolchain: .none,
        libraries: NotebookLibraries(modules: ["Lib": module]),
        swiftVersion: "5",
        flags: CompilerFlags(arguments),
        timeout: .seconds(1)
      )
      var parts = KeyParts(kind: ResultKind("stored value", version: 1))
      parts.add(compiler)
      parts.add(compiler, importing: imported)
      return parts.key
    }
    let one = try key("1")
    #expect(try key("1") == one)
    #expect(try key("2") != one)
    #expect(try key("1", ["-O"]) != one)
    #expect(try key("1", [], []) != one)
  }
}
