import Foundation
import NotebookExecution
import ResultStore
import TestSupport
import Testing
import Timing

@testable import NotebookProject
@testable import render

@Suite("Results that are kept", .serialized)
struct KeptResultsTests {
  private let folder: ScratchFolder
  private let store: ResultStore

  init() throws {
    folder = try ScratchFolder()
    store = ResultStore(folder: folder.path("store"), limit: 1 << 28) { Issue.record("\($0)") }
  }

  /// A cell that tells by a file how often it ran.
  private let counting = """
    ```swift
    import Foundation
    let log = FileHandle(forWritingAtPath: "log") ?? .nullDevice
    _ = try log.seekToEnd()
    try log.write(contentsOf: Data("x".utf8))
    ```

    """

  private func runs() throws -> Int { try folder.read("log").count }

  private func rendered(
    reads: Bool = true,
    isFrozen: Bool = false,
    change: (inout RenderJob) -> Void = { _ in }
  ) async -> Rendered {
    await Rendered("a.md", in: folder) { job in
      job.runOptions.store = StoreUse(store, reads: reads, isFrozen: isFrozen)
      // The cells write down that they ran.
      job.runOptions.sandbox = .off
      change(&job)
    }
  }

  @Test("prose, captions, places and what is shown do not count; code does")
  func whatCounts() async throws {
    try folder.write("", to: "log")
    try folder.write(counting, to: "a.md")
    #expect(await rendered().status == .success)
    #expect(try runs() == 1)
    for text in [
      counting, "# Words\n\n" + counting + "\nMore words.\n",
      counting.replacing("```swift", with: "```swift fold echo=false"),
      "---\ntitle: A title\nmath: browser\n---\n" + counting,
    ] {
      try folder.write(text, to: "a.md")
      #expect(await rendered().status == .success)
      #expect(try runs() == 1)
    }
    try folder.write(counting.replacing("\"x\"", with: "\"y\""), to: "a.md")
    #expect(await rendered().status == .success)
    #expect(try folder.read("log") == "xy")
    let other = await rendered { $0.runOptions.compilerArguments = ["-D", "OTHER"] }
    #expect(other.status == .success)
    #expect(try folder.read("log") == "xyy")
  }

  @Test("warnings, errors and findings of a kept result have the places of today")
  func places() async throws {
    let cell = """
      ```swift
      func f() {
        let unused = 1
      }
      func reads() -> Int { later }
      reads()
      let later = 2
      later  // => 3
      ```

      ```swift compile-fail
      let s: String = later  // error: something else
      ```

      ```swift should-crash
      [1][later]  // crash: something else
      ```

      ```swift reset
      let e: [Int] = []
      e[2]
      ```

      """
    try folder.write(cell, to: "a.md")
    let first = await rendered()
    try folder.write("# Two lines\n\n" + cell, to: "a.md")
    let kept = await rendered()
    let fresh = await rendered(reads: false)
    #expect(first.status == .failure)
    #expect(kept.errors == fresh.errors)
    #expect(first.errors != kept.errors)
    #expect(kept.errors.contains("a.md:5:7: warning: initialization of immutable value 'unused'"))
    #expect(kept.errors.contains("'later' is declared on line 9"))
    #expect(kept.errors.contains("a.md:23:2: error: Index out of range"))
    #expect(kept.errors.count { $0 == "\n" } > 20)
  }

  @Test("what a notebook declares to depend on counts")
  func declared() async throws {
    let head = "---\nenv: [LECTERN_TEST_DECLARED]\ninputs: data.txt\n---\n"
    try folder.write("", to: "log")
    try folder.write("1", to: "data.txt")
    try folder.write(head + counting, to: "a.md")
    #expect(await rendered().errors == "")
    #expect(await rendered().errors == "")
    #expect(try runs() == 1)
    try folder.write("2", to: "data.txt")
    #expect(await rendered().errors == "")
    #expect(try runs() == 2)
    setenv("LECTERN_TEST_DECLARED", "1", 1)
    defer { unsetenv("LECTERN_TEST_DECLARED") }
    #expect(await rendered().errors == "")
    #expect(try runs() == 3)
    try FileManager.default.removeItem(atPath: folder.path("data.txt"))
    let missing = await rendered()
    #expect(missing.errors.contains("a.md:3:9: warning: there is no file 'data.txt'\n"))
    #expect(try runs() == 4)
  }

  @Test("an environment variable that a cell names counts without being declared")
  func variable() async throws {
    let reading = "ProcessInfo.processInfo.environment[\"LECTERN_TEST_NAMED\"] ?? \"none\""
    try folder.write("```swift\nimport Foundation\nprint(\(reading))\n```\n", to: "a.md")
    defer { unsetenv("LECTERN_TEST_NAMED") }
    for value in [nil, "one", "two", nil] {
      if let value {
        setenv("LECTERN_TEST_NAMED", value, 1)
      } else {
        unsetenv("LECTERN_TEST_NAMED")
      }
      #expect(await rendered().errors == "")
      #expect(try folder.read("Output/a.html").contains(">\(value ?? "none")</"))
    }
  }

  @Test("a file that a cell opens counts without being declared, also where nothing may be run")
  func opened() async throws {
    try folder.write("", to: "log")
    try folder.write("1", to: "data.txt")
    try folder.write(
      counting + "```swift\nprint(try contents(of: \"data.txt\"))\n```\n",
      to: "a.md"
    )
    #expect(await rendered().errors == "")
    let page = try folder.data("Output/a.html")
    #expect(await rendered(isFrozen: true).errors == "")
    #expect(try runs() == 1)
    try folder.write("2", to: "data.txt")
    #expect(await rendered(isFrozen: true).errors.contains("the store holds no result"))
    #expect(await rendered().errors == "")
    #expect(try runs() == 2)
    #expect(try folder.data("Output/a.html") != page)
    try folder.write("1", to: "data.txt")
    #expect(await rendered(isFrozen: true).errors == "")
    #expect(try folder.data("Output/a.html") == page)
  }

  @Test("a page is the same bytes from kept results, from new ones, and where there is no compiler")
  func frozen() async throws {
    let text = "# A\n\n```swift\nlet x = 2.5\nx\nprint(\"a\")\n```\n\nTwice is $\\swift{x * 2}$.\n"
    try folder.write(text, to: "a.md")
    #expect(await rendered().status == .success)
    let page = try folder.data("Output/a.html")
    #expect(await rendered().status == .success)
    #expect(try folder.data("Output/a.html") == page)
    let frozen = await rendered(isFrozen: true) { $0.runOptions.compiler = "/nowhere/swiftc" }
    #expect(frozen.errors == "")
    #expect(try folder.data("Output/a.html") == page)

    try folder.write(text.replacing("2.5", with: "3.5"), to: "a.md")
    let missing = await rendered(isFrozen: true)
    #expect(missing.status == .failure)
    #expect(
      missing.errors.contains(
        "a.md:9:11: error: the store holds no result for these cells, and --frozen lets nothing be run"
      )
    )
    #expect(try folder.data("Output/a.html") == page)
  }

  @Test("fresh results take the places of earlier ones")
  func fresh() async throws {
    try folder.write("", to: "log")
    try folder.write(counting, to: "a.md")
    #expect(await rendered().status == .success)
    #expect(await rendered(reads: false).status == .success)
    #expect(try runs() == 2)
  }

  @Test("that a program passed its time is kept as long as it may have no other")
  func limits() async throws {
    try folder.write("", to: "log")
    let endless = counting + "```swift\nwhile true {}\n```\n"
    func run(_ text: String, seconds: Double?, _ words: String) async throws -> Int {
      try folder.write(text, to: "a.md")
      let ended = await rendered { $0.runOptions.timeout = seconds.map { .seconds($0) } }
      #expect(ended.errors.contains("ran longer than \(words)"))
      return try runs()
    }
    for _ in 1...2 { #expect(try await run(endless, seconds: 1, "1 s") == 1) }
    #expect(try await run(endless, seconds: 1.5, "1.5 s") == 2)
    #expect(try await run(endless, seconds: 1, "1 s") == 2)
    // The command line stands above the front matter, and this above what is usual.
    let own = endless.replacing("---\n", with: "---\ntimeout: 1.5\n", maxReplacements: 1)
    let limited = own == endless ? "---\ntimeout: 1.5\n---\n" + endless : own
    #expect(try await run(limited, seconds: nil, "1.5 s") == 2)
    #expect(try await run(limited, seconds: 1, "1 s") == 2)
    #expect(try await run(limited.replacing("true", with: "1 < 2"), seconds: nil, "1.5 s") == 3)
  }

  @Test("equal programs of several notebooks run once", arguments: [true, false])
  func equalPrograms(reads: Bool) async throws {
    try folder.write("", to: "log")
    let names = (1...6).map { "n/\($0).md" }
    let counting = counting.replacing("\"log\"", with: "\"../log\"")
    for name in names { try folder.write("# \(name)\n\n" + counting, to: name) }
    for round in 1...2 {
      let result = await Rendered("n", in: folder) { job in
        job.runOptions.store = StoreUse(store, reads: reads)
        job.runOptions.sandbox = .off
        job.runOptions.jobs = 4
      }
      #expect(result.status == .success)
      #expect(try runs() == (reads ? 1 : round))
    }
  }

  @Test("a program that reads something else than before is not compiled again")
  func compiledPrograms() async throws {
    try folder.write(
      """
      ---
      inputs: [data.txt]
      ---
      ```swift
      let unused = { var number = 1 }
      (try? contents(of: "data.txt")) ?? ""
      ```

      """,
      to: "a.md"
    )
    var warnings: Set<String> = []
    for round in 1...3 {
      try folder.write("round \(round)", to: "data.txt")
      let timeline = Timeline()
      let result = await timeline.recording { await rendered() }
      let stages = Set(timeline.spans.map(\.stage.name))
      #expect(stages.contains("running"))
      #expect(stages.contains("compiling") == (round == 1))
      #expect(try folder.read("Output/a.html").contains("round \(round)"))
      warnings.insert(result.errors)
    }
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("a.md:5:20: warning: ") == true)
  }

  @Test("the store is where it is asked for, or beside the documents, and can be emptied")
  func commandLine() async throws {
    try folder.write("```swift\n1 + 1  // => 2\n```\n", to: "course/week/a.md")
    let environment = ["LECTERN_STORE": ""]
    let first = try await Program.render(
      "verify",
      "course/week/a.md",
      environment: environment,
      in: folder
    )
    #expect(first.status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("course/week/.lectern")))
    // One above is taken where there is one.
    try FileManager.default.moveItem(
      atPath: folder.path("course/week/.lectern"),
      toPath: folder.path("course/.lectern")
    )
    let frozen = try await Program.render(
      "verify",
      "--frozen",
      "course/week/a.md",
      environment: environment.merging(["PATH": folder.path("bin")]) { $1 },
      in: folder
    )
    #expect(frozen.status == 0)
    let clean = try await Program.render("clean", "course", environment: environment, in: folder)
    #expect(clean.status == 0)
    #expect(clean.output.prefixMatch(of: #/forgot [1-9]\d* results, /#) != nil)
    let named = try await Program.render(
      "verify",
      "--store",
      "elsewhere",
      "course/week/a.md",
      environment: environment,
      in: folder
    )
    #expect(named.status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("elsewhere/objects")))
    let age = try await Program.render(
      "clean",
      "--store",
      "elsewhere",
      "--older-than",
      "30d",
      in: folder
    )
    #expect(age.output.hasPrefix("forgot 0 results, "))
    let wrong = try await Program.render("clean", "--older-than", "soon", in: folder)
    #expect(wrong.status == 64)
  }
}
