import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("The page of a library", .serialized)
struct LibraryPageTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(name: "Shapes", targets: [.target(name: "Shapes")])
      """,
      to: "package/Package.swift"
    )
    try folder.write(source, to: "package/Sources/Shapes/Square.swift")
    try folder.write(
      "title: Shapes\nchapters: [one.md]\napi: Shapes\n",
      to: "package/Docs/lectern.yml"
    )
    try folder.write(
      """
      # One

      ```swift
      import Shapes
      let square = Square(side: 3)
      let area = 1
      doubled(square).side  // => 6.0
      ```
      """,
      to: "package/Docs/one.md"
    )
  }

  private let source = """
    /// A square, which ``doubled(_:)`` makes larger.
    public struct Square {
      /// The length of its sides.
      public var side: Double

      /// A square.
      ///
      /// ```
      /// Square(side: 2).side  // => 2.0
      /// print("made")
      /// ```
      ///
      /// - Parameter side: the length of its *sides*.
      public init(side: Double) { self.side = side }
    }

    /// Its area.
    /// - Parameters:
    ///   - square: the square.
    /// - Returns: the area.
    public func area(of square: Square) -> Double { square.side * square.side }

    public func doubled(_ square: Square, line: UInt = #line) -> Square { Square(side: 2 * square.side) }

    """

  private func render() async -> Rendered {
    await Rendered("package/Docs", in: folder) { $0.runOptions.package = .around }
  }

  @Test("shows what it declares, with words, parameters and what examples gave; code leads there")
  func page() async throws {
    let rendered = await render()
    #expect(rendered.status == .success, "\(rendered.errors)")
    #expect(rendered.errors == "")
    let page = try folder.read("Output/api/Shapes.html")
    let text = page.replacing(/<[^>]*>/, with: "").replacing("&gt;", with: ">")
    #expect(text.contains("struct Square"))
    #expect(text.contains("func doubled(_ square: Square) -> Square"))
    #expect(page.contains(#"<h2 class="library" id="Square"><code>Square</code>"#))
    #expect(page.contains(#"<section class="declaration" id="Square.init""#))
    // What the example printed.
    #expect(text.contains("made"))
    #expect(page.contains("<dt>Parameters</dt>"))
    #expect(page.contains("<code>side</code> <span>the length of its <em>sides</em>.</span>"))
    #expect(page.contains("<dt>Returns</dt>"))
    #expect(page.contains(##"<a href="#doubled"><code>doubled(_:)</code></a>"##))
    #expect(
      page.contains(##"<a href="#Square"><span class="t">Square</span></a>"##)
    )

    let one = try folder.read("Output/one.html")
    #expect(one.contains(##"<a href="api/Shapes.html#Square">Square</a>"##))
    #expect(one.contains(##"<a href="api/Shapes.html#doubled">doubled</a>"##))
    // The notebook has an `area` of its own.
    #expect(!one.contains("Shapes.html#area"))
    #expect(one.contains(#"<a href="api/Shapes.html"><code>Shapes</code></a>"#))
    // Readers find declarations by the search.
    let index = try folder.files(in: "Output/search").map { try folder.read("Output/search/" + $0) }
    #expect(index.contains { $0.contains("doubled(_:)") })
    #expect(try folder.read("Output/index.html").contains(#"href="api/Shapes.html""#))
  }

  @Test("is not made where an example is wrong, which is told in its source")
  func broken() async throws {
    #expect(await render().status == .success)
    let before = try folder.read("Output/api/Shapes.html")
    try folder.write(
      source.replacing("=> 2.0", with: "=> 3.0").replacing("The length", with: "The whole length"),
      to: "package/Sources/Shapes/Square.swift"
    )
    let rendered = await render()
    #expect(rendered.status == .failure)
    #expect(
      rendered.errors.contains(
        "package/Sources/Shapes/Square.swift:9:35: error: '3.0' is promised here, but the value is '2.0'"
      ),
      "\(rendered.errors)"
    )
    #expect(try folder.read("Output/api/Shapes.html") == before)
  }

  @Test("is asked for by the name of a module that is there")
  func names() async throws {
    try folder.write(
      "chapters: [one.md]\napi: [Shape, 1, Plotting, Plotting]\n",
      to: "package/Docs/lectern.yml"
    )
    let rendered = await render()
    #expect(rendered.status == .failure)
    #expect(
      rendered.errors.split(separator: "\n").filter { $0.contains(": error: ") } == [
        "package/Docs/lectern.yml:2:14: error: 'api' is the name of a module, or a list of them",
        "package/Docs/lectern.yml:2:27: error: 'Plotting' is named already, in line 2",
        "package/Docs/lectern.yml:2:7: error: there is no module 'Shape' to document",
      ]
    )
    #expect(rendered.errors.contains("help: did you mean 'Shapes'?"))
  }
}
