import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("This package's own documents")
struct OwnDocumentsTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("keep all that they promise, and so do the comments of the libraries for notebooks")
  func verify() async throws {
    let result = try await Program(
      "/bin/sh",
      ["-c", #"cd "$1" && exec "$2" verify"#, "sh", PackageFiles.folder.path, Program.render],
      // What was found right before is known, as it is to who verifies by hand.
      environment: ["LECTERN_STORE": PackageFiles.folder.appending(path: ".lectern").path],
      in: folder
    ).result()
    #expect(result.errors == "")
    #expect(result.status == 0)
    // Neither the cases of the tests nor the program's own sources are among them.
    let documents = try #require(result.output.split(separator: " ").first.flatMap { Int($0) })
    #expect((70...200).contains(documents), "\(result.output)")
  }

  @Test("hold the printed figures of the article on the softmax layer as promises")
  func articleFigures() async throws {
    let notebook = PackageFiles.notebook("softmax-layer").path
    let result = try await Program(
      Program.render,
      ["verify", "--format", "json", notebook],
      in: folder
    ).result()
    #expect(result.status == 0)
    #expect(result.output.contains(#""broken" : 0"#))
    for figure in ["0.19091352", "0.20353145", "0.21698333", "0.23132428", "0.15724743"] {
      #expect(result.output.contains(figure))
    }
  }
}
