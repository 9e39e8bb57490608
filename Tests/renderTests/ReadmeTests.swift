import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("README")
struct ReadmeTests {
  private let folder: ScratchFolder
  private let text: String

  init() throws {
    folder = try ScratchFolder()
    text = try String(
      contentsOf: PackageFiles.folder.appending(path: "README.md"),
      encoding: .utf8
    )
  }

  @Test("is a notebook whose cells run and whose outputs hold")
  func readme() async throws {
    try folder.write(text, to: "README.md")
    for picture in ["Notebooks/page.png", "Documentation/preview.png"] {
      let file = PackageFiles.folder.appending(path: picture)
      try folder.write(try Data(contentsOf: file), to: picture)
    }
    let rendered = await Rendered("README.md", in: folder)
    #expect(rendered.status == .success)
    #expect(!rendered.errors.contains("error:"))
    #expect(try folder.files(in: "Output") == ["README.html"])
  }

  @Test("shows whole notebooks that can be rendered")
  func examples() async throws {
    let examples = text.matches(of: /(?ms)^````markdown notebook\n(.*?)^````$/).map {
      String($0.output.1)
    }
    #expect(!examples.isEmpty)
    for example in examples {
      try folder.write(example, to: "example.md")
      let rendered = await Rendered("example.md", in: folder)
      #expect(rendered.status == .success)
      #expect(!rendered.errors.contains("error:"))
    }
  }

  @Test("quotes error messages as they are")
  func errorMessages() async throws {
    let fences = text.matches(of: /(?ms)^```text\n(.*?)^```$/).map(\.output.1)
    try #require(fences.count == 3)
    let formula = #"$$\frac{\partial a_i}{\partial z_j} = a_i\,(\delta_{ij} - a_i)$$ {holds}"#
    let symbols = ["z: vector of 3", "i, j: index of z", #"a_i: \frac{e^{z_i}}{\sum_k e^{z_k}}"#]
    let notes =
      ["---", "symbols: |"] + symbols.map { "  " + $0 } + ["---", formula, ""]
    try folder.write(notes.joined(separator: "\n"), to: "notes.md")
    let told = await Rendered("notes.md", in: folder)
    #expect(told.errors.hasPrefix(fences[0]))

    let shares = """
      # Shares

      ```swift
      let shares = [3, 5].map { Double($0) / 8 }
      shares  // => [0.375, 0.635]
      ```

      """
    try folder.write(shares, to: "course/notes.md")
    let verified = await Verified("course/notes.md", in: folder)
    #expect(verified.errors == fences[1])

    let lines =
      ["$$\\frac{d}{dx} e^x = e^x$$ {#eq-slope}"] + Array(repeating: "", count: 10)
      + ["By @eq-slop, the curve is as steep as it is high.", ""]
    try folder.write(lines.joined(separator: "\n"), to: "course/week-1.md")
    let rendered = await Rendered("course/week-1.md", in: folder)
    #expect(rendered.errors == fences[2])
  }
}
