import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("This package's own documents")
struct OwnDocumentsTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("keep all that they promise, the README, the guide and the notebooks")
  func verify() async throws {
    let documents = ["README.md", "Notebooks", "Benchmarks"].map {
      PackageFiles.folder.appending(path: $0).path
    }
    let result = try await Program(
      Program.render,
      ["verify", "--quiet"] + documents,
      in: folder
    ).result()
    #expect(result.errors == "")
    #expect(result.output == "")
    #expect(result.status == 0)
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
