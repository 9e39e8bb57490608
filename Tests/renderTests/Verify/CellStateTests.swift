import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Cells in the report for programs", .serialized)
struct CellStateTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// The part of the report that tests look at.
  private struct Report: Decodable {
    struct Document: Decodable {
      var path: String
      var cells: [Cell]
      var promises: [Promise]
      var diagnostics: [Diagnostic]
      var failed: Bool
    }
    struct Cell: Decodable {
      var state: String
      var reason: String?
      var start: Position
      var promises: [Int]

      var text: String {
        let reason = reason.map { " \($0)" } ?? ""
        let promises = promises.isEmpty ? "" : " \(promises)"
        return "\(start.line):\(start.column) \(state)\(reason)\(promises)"
      }
    }
    struct Promise: Decodable { var status: String }
    struct Diagnostic: Decodable { var identifier: String }
    struct Position: Decodable { var line: Int, column: Int }

    var documents: [Document]

    init(_ text: String) throws {
      self = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
    }
  }

  private let text = """
    ```swift
    let a = 1
    ```

    ```swift
    a + 1
    ```

    ```output
    2
    ```

    - In a list:

      ```swift no-run
      print(a)
      ```

    ```swift compile-fail
    let c: Int = ""
    ```

    ```swift ignore
    nothing
    ```

    ```swift
    .package(url: "https://example.org/a", from: "1.0.0")
    ```

    ```swift
    let b: Int = "b"
    ```

    ```swift
    b + 1  // => 3
    ```

    ```swift
    a + 2  // => 4
    ```
    """

  @Test("each have their place and how far they came")
  func states() async throws {
    try folder.write(text, to: "a.md")
    let verified = await Verified("a.md", in: folder, format: .json)
    let document = try #require(try Report(verified.output).documents.first)
    #expect(
      document.cells.map(\.text) == [
        "1:1 run", "5:1 promised [0]", "15:3 compiled", "19:1 promised [1]",
        "23:1 not-checked ignore", "27:1 not-checked manifest", "31:1 failed",
        "35:1 not-reached [2]", "39:1 failed [3]",
      ]
    )
    #expect(document.promises.map(\.status) == ["kept", "kept", "unchecked", "broken"])
  }

  @Test("are told of when pages are made, of each notebook once, in its forms together")
  func pages() async throws {
    try folder.write("[nowhere](missing.md)\n\n" + text, to: "a.md")
    try folder.write("```swift\n1 + 1  // => 2\n```\n", to: "b.md")
    // What is kept tells nothing of promises.
    for _ in 1...2 {
      let made = try await Program.render(
        "a.md",
        "b.md",
        "--to=html,md",
        "--format=json",
        in: folder
      )
      #expect(made.status == 1)
      #expect(made.errors.isEmpty)
      let documents = try Report(made.output).documents
      #expect(documents.map(\.path) == ["a.md", "b.md"])
      #expect(documents.map(\.failed) == [true, false])
      #expect(documents.map(\.cells.count) == [9, 1])
      #expect(documents[1].cells.map(\.text) == ["1:1 promised [0]"])
      #expect(documents[0].diagnostics.count { $0.identifier == "dead-link" } == 1)
    }
    let github = await Rendered("a.md", in: folder, format: .github)
    #expect(github.status == .failure)
    #expect(github.output.contains("::error file="))
    #expect(
      github.output.contains(",line=42,col=14,endLine=42,endColumn=14,title=Broken promise::")
    )
  }
}
