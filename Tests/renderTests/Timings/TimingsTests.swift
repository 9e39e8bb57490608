import Foundation
import TestSupport
import Testing

@Suite("Timings")
struct TimingsTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    func cells(_ value: Int) -> String {
      "```swift\nlet a = \(value)\n```\n\nThe value is `{swift} a`, and $x$.\n\n```swift\na\n```\n"
    }
    // The way for these flags is not known yet to the user's cache.
    let flags = "---\nswift-flags: [-D, NEW_\(UInt64.random(in: 0...UInt64.max))]\n---\n"
    try folder.write(flags + "# A\n\n" + cells(1), to: "n/a.md")
    try folder.write(flags + "# B\n\n" + cells(2) + "\n```swift reset\n3\n```\n", to: "n/b.md")
    try folder.write("# C\n", to: "n/c.md")
  }

  /// The lines of a table that begin with the words, as milliseconds.
  private func times(_ text: String) -> [String: Double] {
    let rows = text.matches(of: /(?m)^(\S.*?) +(\d+\.\d) +\d+\.\d % +\d+(?:  \S.*)?$/)
    return rows.reduce(into: [:]) { $0[String($1.1)] = Double($1.2) }
  }

  @Test(
    "of render and of render verify are a table and a trace that agree",
    arguments: [([], 2), (["verify"], 1)]
  )
  func tableAndTrace(_ command: [String], _ jobs: Int) async throws {
    let result = try await Program(
      Program.render,
      command + ["n", "--timings", "--trace", "traces/t.json", "--jobs", "\(jobs)"],
      in: folder
    ).result()
    #expect(result.status == 0)
    #expect(!result.output.contains("total"))
    let lines = result.errors.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.last?.hasPrefix("3 notebooks in ") == true)

    let trace = try ReadTrace(folder.data("traces/t.json"))
    #expect(try folder.files(in: "traces") == ["t.json"])
    #expect(trace.faults == [])
    let stages = Set(trace.spans.map(\.name))
    let expected = ["notebook", "reading", "parsing", "planning", "waiting for a slot", "running"]
    #expect(stages.isSuperset(of: expected))
    #expect(stages.contains("writing page") == command.isEmpty)
    // One after another, the driver shows the way for those that follow.
    if jobs == 1 { #expect(stages.isSuperset(of: ["swiftc driver", "compiler", "linker"])) }
    #expect(trace.spans.count { $0.name == "notebook" } == 3)
    #expect(trace.spans.count { $0.name == "program" } == 3)

    let table = times(result.errors)
    let total = try #require(table["total"])
    let notebooks = table.filter { $0.key.hasSuffix(".md") }
    #expect(notebooks.count == 3)
    #expect(abs(notebooks.values.reduce(0, +) - total) < 0.5)
    let rows = table.filter { $0.key != "total" && !$0.key.hasSuffix(".md") }
    #expect(abs(rows.values.reduce(0, +) - total) < 3)
    for (stage, milliseconds) in trace.leafTimes where !stage.hasPrefix("program") {
      #expect(abs(try #require(table[stage]) - milliseconds) < 0.11)
    }
  }

  @Test("are told of a notebook that fails too, also where little is to be said")
  func failure() async throws {
    try folder.write("```swift\nnothing\n```\n", to: "bad.md")
    let result = try await Program.render("bad.md", "--quiet", "--timings", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("bad.md:2:1: error: "))
    #expect(times(result.errors)["compiling"] != nil)
    #expect(result.output == "")
  }

  @Test("leave standard output to what was asked for")
  func standardOutput() async throws {
    let result = try await Program.render(
      "verify",
      "n",
      "--format",
      "json",
      "--timings",
      in: folder
    )
    #expect(result.status == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) is [String: Any])
    #expect(times(result.errors)["total"] != nil)
  }

  @Test(
    "end with 74 where the trace cannot be written, and leave no part of it",
    arguments: [
      ("n/c.md/t.json", "Not a directory"), ("n", "Is a directory"),
      ("/dev/null", "this is a device or a pipe, and no file"),
    ]
  )
  func unwritable(_ path: String, _ reason: String) async throws {
    let before = try folder.files(in: "n")
    let result = try await Program.render("n/c.md", "--trace", path, in: folder)
    #expect(result.status == 74)
    #expect(result.errors == "\(path): error: the trace cannot be written: \(reason)\n")
    #expect(try folder.files(in: "n") == before)
    #expect(try folder.files(in: "Output") == ["c.html"])
  }

  @Test("replace an earlier trace, also behind a link")
  func replaced() async throws {
    try folder.write("earlier", to: "traces/t.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.json"),
      withDestinationPath: "traces/t.json"
    )
    let result = try await Program.render("n/c.md", "--trace", "link.json", in: folder)
    #expect(result.errors == "")
    #expect(try ReadTrace(folder.data("traces/t.json")).faults == [])
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("link.json"))
    #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
  }
}
