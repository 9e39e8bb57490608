import Foundation
import TestSupport
import Testing

/// What the documentation says of many machines is done as it stands there.
@Suite("A course that many machines make")
struct ClusterTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    let chapters = (1...4).map { "\n  - chapter\($0).md" }.joined()
    try folder.write("title: A course\nchapters:\(chapters)\n", to: "course/lectern.yml")
    for number in 1...4 {
      try folder.write(
        "# Chapter \(number) {#sec-\(number)}\n\n> [!THEOREM]\n> Text.\n\nSee @sec-\(number % 4 + 1).\n",
        to: "course/chapter\(number).md"
      )
    }
    // One computes, for the others show that all parts are alike.
    try folder.write("# Last\n\n```swift\nprint(6 * 7)\n```\n", to: "course/chapter4.md")
    try folder.write(
      try folder.read("course/chapter3.md").replacing("@sec-4", with: "@sec-1"),
      to: "course/chapter3.md"
    )
  }

  /// The first block of a language in the documentation.
  private func example(_ language: String) throws -> String {
    let file = PackageFiles.folder.appending(path: "Documentation/Clusters.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let begin = try #require(text.range(of: "```\(language)\n"))
    let end = try #require(text.range(of: "```", range: begin.upperBound..<text.endIndex))
    return String(text[begin.upperBound..<end.lowerBound])
  }

  /// All files that one machine makes by itself, and whether those of the parts are the same.
  private func expectSamePages() async throws {
    let alone = try await Program(Program.render, ["course", "-o", "Alone", "--quiet"], in: folder)
      .result()
    #expect(alone.status == 0, "\(alone.errors)")
    let files = try folder.files(in: "Alone")
    #expect(files.contains("chapter4.html") && files.contains("index.html"))
    #expect(try folder.files(in: "Site") == files)
    for file in files {
      #expect(try folder.data("Site/" + file) == folder.data("Alone/" + file), "\(file)")
    }
  }

  @Test("as tasks of Slurm, is the same to the byte")
  func slurm() async throws {
    try folder.write(try example("sh"), to: "course.sh")
    let cluster = try await SlurmCluster(in: folder, nodes: 3)
    let done = try await cluster.run("course.sh")
    try await cluster.end()
    let told = try (1...6).map { try folder.read("part-\($0).txt") }
    #expect(done.status == 0, "\(done.errors)\(told.joined())")
    #expect(told.filter { $0.contains("→") }.count == 4)
    try await expectSamePages()
  }

  @Test("as jobs of a matrix, is the same to the byte")
  func matrix() async throws {
    let text = try example("yaml")
    let command = try #require(text.firstMatch(of: /run: ~\/\.local\/bin\/(render .*)/)).1
    let parts = try #require(text.firstMatch(of: /part: \[(.*)\]/)).1
      .split { !$0.isNumber }.map(String.init)
    #expect(parts == ["1", "2", "3", "4"])
    for part in parts {
      let words = command.replacing("${{ matrix.part }}", with: part)
        .replacing("Site", with: "site-\(part)").split(separator: " ").dropFirst().map(String.init)
      let done = try await Program(Program.render, words, in: folder).result()
      #expect(done.status == 0, "\(done.errors)")
    }
    // All artifacts go into one folder.
    for part in parts {
      for file in try folder.files(in: "site-\(part)") {
        try folder.write(try folder.data("site-\(part)/" + file), to: "Site/" + file)
      }
    }
    try await expectSamePages()
  }
}
