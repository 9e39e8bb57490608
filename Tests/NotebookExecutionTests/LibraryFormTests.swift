import Testing

@Suite("Programs that are compiled as a library's file")
struct LibraryFormTests {
  @Test("come to what they come to as a script: values, promises, errors that are thrown")
  func results() async throws {
    func text(_ last: String) -> String {
      "```swift\n" + variables(150) + "v0 += 149  // => 149\n" + last + "\n```\n"
    }
    let kept = try await Trial(text("v0 + v149"))
    #expect(kept.transcript.diagnostics == [])
    #expect(kept.dump.contains("val| 298"))
    // A library's variable cannot throw, so this is a script in the end.
    let throwing = try await Trial(
      text("struct Fault: Error {}\nfunc f() throws -> Int { throw Fault() }\nlet t = try f()")
    )
    #expect(throwing.dump.contains("notebook.md:155:9: error"))
    let thrown = try await Trial(
      text("struct Fault: Error {}\nfunc f() throws -> Int { throw Fault() }\nprint(try f())")
    )
    #expect(thrown.dump.contains("notebook.md:155:7: error"))
  }

  private func variables(_ count: Int) -> String {
    (0..<count).map { "var v\($0) = \($0)\n" }.joined()
  }
}
