import Foundation
import TestSupport
import Testing

/// A course whose pages ninja makes, in the folder `Site`.
struct PlannedCourse {
  let folder: ScratchFolder
  /// The options of `render` that the course is made with.
  var options = ["--template", "page.mustache"]
  var environment: [String: String] = [:]

  /// Six notebooks in two folders, with labels across pages, literature, an image and a template.
  init() throws {
    folder = try ScratchFolder()
    for (name, text) in Self.files { try folder.write(text, to: name) }
  }

  static let files = [
    "page.mustache": "<title>{{pageTitle}}</title>\n{{{content}}}\n",
    "course/refs.bib":
      "@book{bridle1990, author={Bridle, J}, title={Probabilities}, year={1990}}\n",
    "course/index.md":
      "# Course\n\n[One](week1/one.md), [four](week2/four.md), [six](week2/six.md)\n",
    "course/week1/one.md": "# One\n\n$$ x = 1 $$ {#eq-one}\n\n> [!LEMMA] {#lem-one}\n> It holds.\n",
    "course/week1/two.md": """
    ---
    bibliography: ../refs.bib
    ---
    # Two

    See @eq-one and @bridle1990. ![A curve](curve.png){#fig-curve}

    """,
    "course/week1/curve.png": "a picture",
    "course/week1/three.md":
      "# Three\n\nThe same curve: ![A curve](./curve.png), as in @fig-curve\n",
    "course/week2/four.md": "# Four\n\n```swift\nlet a = 6\na * 7\n```\n\n```output\n42\n```\n",
    "course/week2/five.md":
      "---\nbibliography: ../refs.bib\n---\n# Five\n\nBy @lem-one [@bridle1990].\n",
  ]

  /// Writes the plan.
  func plan() async throws {
    let arguments = ["plan", "--format", "ninja", "course", "-o", "Site", "--file", "build.ninja"]
    let result = try await program(Program.render, arguments + options)
    #expect(result.errors == "")
    try #require(result.status == 0)
  }

  func ninja() async throws -> Program.Result {
    try await program(try Program.installed("ninja", package: "ninja-build"), [])
  }

  /// Lets ninja make what is out of date.
  /// - Returns: the notebooks that were rendered, by their paths in the course, sorted.
  func make(sourceLocation: SourceLocation = #_sourceLocation) async throws -> [String] {
    let result = try await ninja()
    #expect(result.status == 0, "\(result.output)", sourceLocation: sourceLocation)
    let again = try await ninja()
    #expect(again.output == Ninja.noWork, sourceLocation: sourceLocation)
    return result.output.matches(of: /\] render '?course\/(.*?\.md)/).map { String($0.1) }.sorted()
  }

  /// Holds the pages against those of one run, made anew.
  func expectSameAsWhole(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let whole = UUID().uuidString
    let result = try await program(Program.render, ["course", "-q", "-o", whole] + options)
    #expect(!result.errors.contains(": error:"), sourceLocation: sourceLocation)
    let files = try folder.files(in: whole)
    #expect(try folder.files(in: "Site") == files, sourceLocation: sourceLocation)
    for file in files {
      #expect(
        (try? folder.data("Site/" + file)) == (try? folder.data("\(whole)/\(file)")),
        "\(file)",
        sourceLocation: sourceLocation
      )
    }
  }

  private func program(_ path: String, _ arguments: [String]) async throws -> Program.Result {
    try await Program(path, arguments, environment: environment, in: folder).result()
  }
}
