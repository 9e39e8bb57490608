import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Shards")
struct ShardTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("divide evenly, each thing in exactly one, in its order", arguments: 1...9)
  func division(_ count: Int) throws {
    for things in 0...40 {
      let parts = try shards(count).map { $0.part(of: Array(0..<things)) }
      #expect(parts.flatMap { $0 }.sorted() == Array(0..<things))
      #expect(parts.allSatisfy { $0 == $0.sorted() })
      let sizes = parts.map(\.count)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
  }

  @Test("divide every folder, and what stands at the same place of each folder", arguments: 2...9)
  func spread(_ count: Int) throws {
    let shards = try shards(count)
    for start in 0..<(3 * count) {
      let heavy = Set(start..<(start + 2 * count - 1))
      let everyRow = Set((0..<count).map { start + $0 * count })
      for shard in shards {
        let part = shard.part(of: Array(0..<(5 * count * count)))
        #expect(part.contains(where: heavy.contains))
        #expect(part.contains(where: everyRow.contains))
      }
    }
  }

  @Test(
    "that are none are wrong use",
    arguments: [
      ("0/8", "there is no part 0 of 8; the first is 1/8."),
      ("9/8", "there is no part 9 of 8; the first is 1/8."),
      ("a/b", "--shard takes a part and how many there are, such as 2/8."),
      ("2", "--shard takes a part and how many there are, such as 2/8."),
      ("1/2/3", "--shard takes a part and how many there are, such as 2/8."),
      ("/8", "--shard takes a part and how many there are, such as 2/8."),
      ("1/99999999999999999999", "--shard takes a part and how many there are, such as 2/8."),
      ("1/0", "--shard divides into at least one part, not into 0."),
    ]
  )
  func wrongUse(_ text: String, _ message: String) async throws {
    try folder.write("# A\n", to: "a.md")
    for command in [[], ["verify"]] {
      let arguments = command + ["--shard", text, "a.md"]
      let result = try await Program(Program.render, arguments, in: folder).result()
      #expect(result.status == 64)
      #expect(result.errors.contains(message))
      #expect(try folder.files(in: "Output") == [])
    }
  }

  @Test("together make the pages that one run makes, to the byte", arguments: [1, 2, 3, 9])
  func pages(_ count: Int) async throws {
    try writeCourse()
    let whole = await Rendered("course", in: folder) { $0.outputFolder = folder.path("Whole") }
    #expect(whole.status == .success)
    var lines: [String] = []
    for shard in try shards(count) {
      let part = await Rendered("course", in: folder) { $0.shard = shard }
      #expect(part.status == .success)
      #expect(part.errors == "")
      lines += part.output.split(separator: "\n").map {
        String($0).replacing("Output", with: "Whole")
      }
    }
    #expect(lines.sorted() == whole.output.split(separator: "\n").map(String.init).sorted())
    let files = try folder.files(in: "Whole")
    #expect(files.count == 7)
    #expect(try folder.files(in: "Output") == files)
    for file in files {
      #expect(try folder.data("Output/" + file) == folder.data("Whole/" + file), "\(file)")
    }
  }

  @Test("together verify each document once", arguments: [2, 3])
  func documents(_ count: Int) async throws {
    for number in 0..<7 {
      try folder.write("```swift\n1\n```\n\n```output\n2\n```\n", to: "docs/\(number).md")
    }
    let whole = await Verified("docs", in: folder)
    var errors: [String] = []
    for shard in try shards(count) {
      let part = await Verified("docs", in: folder) { $0.shard = shard }
      #expect(part.status == .failure)
      errors.append(part.errors)
    }
    let places = errors.flatMap { $0.matches(of: /docs\/\d\.md:\d+:\d+/).map(\.output) }
    #expect(places.sorted() == whole.errors.matches(of: /docs\/\d\.md:\d+:\d+/).map(\.output))
    #expect(places.count >= 7)
  }

  private func shards(_ count: Int) throws -> [Shard] {
    try (1...count).map { try Shard("\($0)/\(count)") }
  }

  /// Seven notebooks, each of which refers to the next.
  private func writeCourse() throws {
    for number in 0..<7 {
      try folder.write(
        "# \(number)\n\n> [!LEMMA] {#lem-\(number)}\n> It holds by @lem-\((number + 1) % 7).\n",
        to: "course/week\(number / 3)/\(number).md"
      )
    }
  }
}
