import Documents
import Foundation
import NotebookLayout
import NotebookMarkdown
import NotebookSyntax
import TestSupport
import Testing

@testable import NotebookJupyter

@Suite("Notebooks for Jupyter")
struct JupyterCaseTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private static func file(_ source: SourceText, _ results: Results = [:]) -> String {
    let notebook = NotebookParser.parse(source)
    let layout = LaidOutNotebook(notebook, results.transcript(of: notebook))
    let (file, _) = JupyterWriter.notebook(
      layout,
      MarkdownOptions(dialect: .jupyter, pictureFolder: JupyterWriter.attachmentPrefix),
      images: { _ in nil },
      draw: { picture in
        switch picture.content {
        case .svg(let image): image
        case .chart: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
        }
      }
    )
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private static func file(_ example: GoldenCase) throws -> String {
    let results = try? Data(contentsOf: example.folder.appending(path: "results.json"))
    return file(try example.source, try results.map(Results.init(json:)) ?? [:])
  }

  @Test("are as expected", arguments: GoldenCase.all())
  func expected(_ example: GoldenCase) throws {
    #expect(try example.difference(of: Self.file(example), from: "expected.ipynb") == nil)
    let known: Set = ["notebook.md", "expected.ipynb", "results.json"]
    #expect(try example.strayFiles(besides: known) == [])
  }

  @Test("are valid by Jupyter's own judgement, and become pages by its own converter")
  func valid() async throws {
    var files: [String] = []
    for example in GoldenCase.all() {
      files.append(try folder.write(try Self.file(example), to: "\(example).ipynb"))
    }
    let empty = Self.file(SourceText(path: "notebook.md", text: ""))
    files.append(try folder.write(empty, to: "empty.ipynb"))
    let check = """
      import sys, warnings, nbformat, nbconvert
      warnings.simplefilter("error", nbformat.warnings.MissingIDFieldWarning)
      for path in sys.argv[1:]:
          notebook = nbformat.read(path, nbformat.NO_CONVERT)
          nbformat.validate(notebook)
          assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5), path
          page, _ = nbconvert.HTMLExporter().from_notebook_node(notebook)
          print(path.split("/")[-1], "red text" in page, "data:image/svg+xml" in page.split("<body")[-1])
      """
    let result = try await Program(try PythonTools.python(), ["-c", check] + files, in: folder)
      .result()
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("cells.ipynb True True"))
    #expect(result.output.contains("empty.ipynb False"))
  }

  @Test("keep the ids of cells that stay, when others come")
  func ids() throws {
    let first = Self.ids("# A\n\n```swift\nlet a = 1\n```\n\nWords.\n")
    let second = Self.ids(
      "# A\n\nNew.\n\n```swift\nlet b = 2\n```\n\n```swift\nlet a = 1\n```\n\nWords.\n"
    )
    #expect(first.count == 3)
    #expect(Set(first.dropFirst()).isSubset(of: second))
    // Equal cells are two all the same.
    let twice = Self.ids("```swift\nf()\n```\n\n```swift\nf()\n```\n")
    #expect(Set(twice).count == 2)
  }

  private static func ids(_ text: String) -> [String] {
    file(SourceText(path: "notebook.md", text: text)).matches(of: /"id" : "([^"]+)"/)
      .map { String($0.1) }
  }
}
