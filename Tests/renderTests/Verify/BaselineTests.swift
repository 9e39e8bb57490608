import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Findings that are known", .serialized)
struct BaselineTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private let sum = "```swift\n1 + 1  // => 3\n```\n"
  private let wrong = "```swift\nlet a: Int = \"a\"\n```\n"

  private func verified(
    _ path: String = "docs",
    change: @escaping (inout BaselineUse) -> Void
  ) async -> Verified {
    await Verified(path, in: folder) { job in
      change(&job.baseline)
    }
  }

  private func written(_ path: String = "docs") async -> Verified {
    await verified(path) { $0.writtenPath = folder.path("known.txt") }
  }

  private func used(_ path: String = "docs", prunes: Bool = false) async -> Verified {
    await verified(path) {
      $0.path = folder.path("known.txt")
      $0.prunes = prunes
    }
  }

  /// The lines of findings, without what was said, and with their digests by number.
  private var lines: [String] {
    get throws {
      var digests: [String] = []
      return try folder.read("known.txt").split(separator: "\n").filter { $0.contains("\t") }
        .map { line in
          let fields = line.split(separator: "\t").map(String.init)
          if !digests.contains(fields[2]) { digests.append(fields[2]) }
          return "\(fields[0]) \(fields[1]) \(digests.firstIndex(of: fields[2]) ?? -1)"
        }
    }
  }

  @Test("are counted, wherever they are moved; new ones fail, and those that are gone go")
  func life() async throws {
    try folder.write(sum + "\nTwice:\n\n" + sum, to: "docs/b.md")
    try folder.write(wrong, to: "docs/a.md")
    let first = await written()
    #expect(first.status == .success)
    #expect(first.errors == "known.txt: note: knows 3 findings now\n")
    #expect(first.output == "2 documents, 2 cells run, no promise kept; 3 findings known\n")
    #expect(
      try lines == [
        "docs/a.md compiler-error 0", "docs/b.md broken-promise 1", "docs/b.md broken-promise 1",
      ]
    )
    let text = try folder.read("known.txt")
    #expect(text.contains("\nlectern-baseline 1\n"))
    #expect(text.contains("\tcannot convert value of type 'String' to specified type 'Int'\n"))

    // Moved, and in a list, where it is indented.
    try folder.write("Words.\n\n" + wrong, to: "docs/a.md")
    try folder.write(
      "- In a list:\n\n  ```swift\n  1 + 1  // => 3\n  ```\n\n" + sum
        + "\n```swift\n2 + 2  // => 5\n```\n",
      to: "docs/b.md"
    )
    let second = await used()
    #expect(second.status == .failure)
    let heads = second.errors.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(heads == ["docs/b.md:12:14: error: '5' is promised here, but the value is '4'"])
    #expect(second.output == "2 documents, 3 cells run, 1 promise broken; 3 findings known\n")

    try folder.write(sum, to: "docs/b.md")
    try FileManager.default.removeItem(atPath: folder.path("docs/a.md"))
    try folder.write(
      text.replacing("lectern-baseline", with: "# mine\nlectern-baseline"),
      to: "known.txt"
    )
    let third = await used()
    #expect(third.status == .success)
    #expect(
      third.errors.split(separator: "\n").filter { !$0.hasPrefix(" ") } == [
        "known.txt:5:1: note: this is gone from 'docs/a.md'",
        "known.txt:6:1: note: this is gone from 'docs/b.md'",
      ]
    )
    let pruned = await used(prunes: true)
    #expect(pruned.errors == "known.txt: note: took out 2 findings that are gone\n")
    #expect(try lines == ["docs/b.md broken-promise 0"])
    #expect(try folder.read("known.txt").contains("# mine\n"))
    #expect(await used().errors == "")
  }

  @Test("of documents that are not checked stay known, and a project file names the baseline")
  func parts() async throws {
    try folder.write(sum, to: "docs/a.md")
    try folder.write(sum, to: "docs/b.md")
    _ = await written("docs/a.md")
    let second = await written("docs/b.md")
    #expect(second.errors == "known.txt: note: knows 2 findings now\n")
    try folder.write("verify:\n  - baseline: ../known.txt\n", to: "docs/lectern.yml")
    #expect(await verified("docs") { _ in }.status == .failure)
    try folder.write(
      try folder.read("known.txt").replacing("docs/", with: ""),
      to: "docs/known.txt"
    )
    try folder.write("verify:\n  - baseline: known.txt\n", to: "docs/lectern.yml")
    let named = await Verified("docs", in: folder, format: .json)
    #expect(named.status == .success)
    #expect(named.output.components(separatedBy: "\"state\" : \"known\"").count == 3)
    #expect(named.output.components(separatedBy: "\"status\" : \"known\"").count == 3)
  }

  @Test(
    "come from a file that is read as a whole or not at all",
    arguments: [
      ("lectern-baseline 2\n", ["known.txt:1:18: error: this baseline is of version 2"]),
      ("# Notes\n\nhello\n", ["known.txt:3:1: error: this is no baseline"]),
      ("", ["known.txt:1:1: error: this is no baseline"]),
      (
        "lectern-baseline 1\n<<<<<<< ours\na.md\tx\t0123456789abcdef\tno\n=======\na.md\tx\n",
        [
          "known.txt:2:1: error: this line is none of a baseline",
          "known.txt:4:1: error: this line is none of a baseline",
          "known.txt:5:1: error: this line is none of a baseline",
        ]
      ),
    ]
  )
  func damaged(_ text: String, _ expected: [String]) async throws {
    try folder.write(sum, to: "docs/a.md")
    try folder.write(text, to: "known.txt")
    for verified in [await used(), await written()] {
      #expect(verified.status == .inputOutput)
      let heads = verified.errors.split(separator: "\n").filter { !$0.hasPrefix(" ") }
      #expect(heads.count == expected.count)
      for (head, start) in zip(heads, expected) { #expect(head.hasPrefix(start)) }
    }
    #expect(try folder.read("known.txt") == text)
  }

  @Test("cannot be had from a file that is not there, and why is told where it is named")
  func missing() async throws {
    try folder.write(sum, to: "docs/a.md")
    let named = await used()
    #expect(named.status == .noInput)
    #expect(
      named.errors.hasPrefix("known.txt: error: there is no such baseline\n  = help: write it")
    )
    let none = await verified { $0.prunes = true }
    #expect(none.status == .usage)
    #expect(none.errors.contains("error: --prune-baseline has no baseline\n"))
    try folder.write("verify: {baseline: known.txt}\n", to: "docs/lectern.yml")
    let project = await verified { _ in }
    #expect(project.status == .noInput)
    #expect(
      project.errors.hasPrefix("docs/lectern.yml:1:20: error: there is no baseline 'known.txt'\n")
    )
  }

  @Test("are not written down where something is wrong that no baseline can know")
  func unknowable() async throws {
    try folder.write(sum, to: "docs/a.md")
    _ = await written()
    let text = try folder.read("known.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("docs/b.md"),
      withDestinationPath: "/proc/self/mem"
    )
    let verified = await written()
    #expect(verified.status == .inputOutput)
    #expect(
      verified.errors.hasPrefix(
        "docs/b.md: error: the document cannot be read\n"
          + "known.txt: error: the baseline is not written, as something that no baseline can know is wrong\n"
      )
    )
    #expect(try folder.read("known.txt") == text)
  }
}
