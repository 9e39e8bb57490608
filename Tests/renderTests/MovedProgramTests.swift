import Foundation
import TestSupport
import Testing

@Suite("A program away from the folder where it was built")
struct MovedProgramTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("keeps its pages from its first call on, however new it is")
  func new() async throws {
    let program = folder.path("new")
    try FileManager.default.copyItem(atPath: Program.render, toPath: program)
    try folder.write("# A\n", to: "a.md")
    #expect(try await Program(program, ["a.md"], in: folder).result().status == 0)
    let explained = try await Program(program, ["explain", "a.md"], in: folder).result()
    #expect(explained.output.contains("0 of 1 to be made"))
  }

  @Test("renders, and has its libraries compiled where a user's caches lie")
  func moved() async throws {
    let program = folder.path("some bin/lectern")
    try FileManager.default.createDirectory(
      atPath: folder.path("some bin"),
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(atPath: Program.render, toPath: program)
    try folder.write("```swift\nprint([1, 2].map { $0 * 2 })\n```\n", to: "a.md")
    let rendered = try await Program(
      program,
      ["a.md"],
      environment: ["XDG_CACHE_HOME": folder.path("caches")],
      in: folder
    ).result()
    #expect(rendered.errors == "")
    #expect(try folder.read("Output/a.html").contains("[2, 4]"))
    // What a notebook does not import is not compiled.
    let libraries = try FileManager.default.contentsOfDirectory(
      atPath: folder.path("caches/lectern/libraries")
    )
    #expect(libraries.map { $0.prefix(16) } == ["NotebookDisplay-"])
    // What is advised does not depend on what was compiled before.
    try folder.write("```swift\nsoftmax([1, 2])\n```\n", to: "b.md")
    let verified = try await Program(
      program,
      ["verify", "b.md"],
      environment: ["XDG_CACHE_HOME": folder.path("caches")],
      in: folder
    ).result()
    #expect(verified.errors.contains("help: 'softmax' comes with 'LayerCalculus'"))
  }
}
