import Foundation
import Testing

@testable import NotebookExecution

@Suite("Files that a notebook opens")
struct OpenedFileTests {
  @Test("a program runs again when a file changes that it opened, and only then")
  func changes() async throws {
    let trial = try StoreTrial()
    let cell = "tell(\"run\")\nprint(try contents(of: \"a.txt\"), try bytes(of: \"b.bin\").count)"
    try trial.write("1", to: "a.txt")
    try trial.write("22", to: "b.bin")
    try trial.write("x", to: "c.txt")
    let first = await trial.run(cell, isNew: false)
    #expect(first.told == ["run"])
    #expect(first.transcript.openedFiles.map(\.path) == ["a.txt", "b.bin"])
    #expect(first.transcript.shown == ["1 2\n"])
    try trial.write("y", to: "c.txt")
    let kept = await trial.run(cell, isNew: false)
    #expect(kept.told == [])
    #expect(kept.transcript == first.transcript)
    try trial.write("3", to: "a.txt")
    let changed = await trial.run(cell, isNew: false)
    #expect(changed.told == ["run"])
    #expect(changed.transcript.shown == ["3 2\n"])
    // What was kept for the earlier content is still there.
    try trial.write("1", to: "a.txt")
    let earlier = await trial.run(cell, isNew: false)
    #expect(earlier.told == [])
    #expect(earlier.transcript.shown == ["1 2\n"])
  }

  @Test("a file that was missing counts as missing, and the program runs when it appears")
  func missing() async throws {
    let trial = try StoreTrial()
    let cell = """
      tell("run")
      do { print(try contents(of: "gone.txt")) } catch { print(error) }
      """
    let first = await trial.run(cell, isNew: false)
    #expect(first.transcript.shown == ["there is no file 'gone.txt'\n"])
    #expect(await trial.run(cell, isNew: false).told == [])
    try trial.write("here", to: "gone.txt")
    let second = await trial.run(cell, isNew: false)
    #expect(second.told == ["run"])
    #expect(second.transcript.shown == ["here\n"])
  }

  @Test("what comes of a program is not kept where a file changes while it runs")
  func changing() async throws {
    let trial = try StoreTrial()
    try trial.write("1", to: "a.txt")
    let cell = """
      tell("run")
      let text = try contents(of: "a.txt")
      try (text + "1").write(toFile: "a.txt", atomically: false, encoding: .utf8)
      """
    for _ in 1...2 { #expect(await trial.run(cell, isNew: false).told == ["run"]) }
    // A file that the program writes the same each time is as good as any.
    let steady = """
      tell("run")
      try "1".write(toFile: "b.txt", atomically: false, encoding: .utf8)
      print(try contents(of: "b.txt"))
      """
    #expect(await trial.run(steady, isNew: false).told == ["run"])
    #expect(await trial.run(steady, isNew: false).told == [])
  }

  @Test("paths count from where the program is when it opens the file")
  func folders() async throws {
    let trial = try StoreTrial()
    try FileManager.default.createDirectory(
      atPath: trial.folder + "/inner",
      withIntermediateDirectories: false
    )
    try trial.write("1", to: "inner/a.txt")
    let cell = """
      tell("run")
      FileManager.default.changeCurrentDirectoryPath("inner")
      print(try contents(of: "a.txt"))
      FileManager.default.changeCurrentDirectoryPath("..")
      """
    let first = await trial.run(cell, isNew: false)
    #expect(first.transcript.openedFiles.map(\.path) == [trial.folder + "/inner/a.txt"])
    #expect(await trial.run(cell, isNew: false).told == [])
    try trial.write("2", to: "inner/a.txt")
    #expect(await trial.run(cell, isNew: false).told == ["run"])
  }

  @Test("a stored value is made anew when a file changes that its closure opened")
  func storedValues() async throws {
    let trial = try StoreTrial()
    try trial.write("1", to: "a.txt")
    let cell = """
      func load() throws -> String { try contents(of: "a.txt") }
      let outer = try stored("outer") {
        tell("outer")
        return try stored("inner") { tell("inner"); return try load() } + "!"
      }
      outer
      """
    let first = await trial.run(cell)
    #expect(first.told == ["outer", "inner"])
    #expect(first.transcript.openedFiles.map(\.path) == ["a.txt"])
    let second = await trial.run(cell)
    #expect(second.told == [])
    #expect(second.transcript.openedFiles.map(\.path) == ["a.txt"])
    // The outer value alone is new; what the kept inner one opened counts for it too.
    let third = await trial.run(cell.replacing("\"!\"", with: "\"?\""))
    #expect(third.told == ["outer"])
    try trial.write("2", to: "a.txt")
    let fourth = await trial.run(cell.replacing("\"!\"", with: "\"?\""))
    #expect(fourth.told == ["outer", "inner"])
    #expect(fourth.transcript.shown == ["2?\n"])
    #expect(await trial.run(cell.replacing("\"!\"", with: "\"?\"")).told == [])
  }

  @Test("what an earlier statement read from a file counts for a value that uses it")
  func earlierStatements() async throws {
    let trial = try StoreTrial()
    try trial.write("1", to: "a.txt")
    try trial.write("1", to: "b.txt")
    let cell = """
      let a = try contents(of: "a.txt")
      let b = try contents(of: "b.txt")
      let c = stored("c") { tell("c"); return a + "!" }
      let d = stored("d", b) { tell("d"); return b + "!" }
      print(c, d)
      """
    #expect(await trial.run(cell).told == ["c", "d"])
    #expect(await trial.run(cell).told == [])
    try trial.write("2", to: "a.txt")
    let changed = await trial.run(cell)
    #expect(changed.told == ["c"])
    #expect(changed.transcript.shown == ["2! 1!\n"])
    try trial.write("2", to: "b.txt")
    #expect(await trial.run(cell).told == ["d"])
  }

  @Test("a stored value is not kept where a file changes while it is computed")
  func changingValue() async throws {
    let trial = try StoreTrial()
    try trial.write("1", to: "a.txt")
    let cell = """
      let v = try stored("v") {
        tell("v")
        let text = try contents(of: "a.txt")
        try (text + "1").write(toFile: "a.txt", atomically: false, encoding: .utf8)
        return text
      }
      """
    for _ in 1...2 { #expect(await trial.run(cell).told == ["v"]) }
  }
}
