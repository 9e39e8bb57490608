import Foundation
import NotebookExecution
import ResultStore
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("What is explained about formulas and options", .serialized)
struct ExplainFormulaTests {
  private let folder: ScratchFolder
  private let store: ResultStore

  init() throws {
    folder = try ScratchFolder()
    store = ResultStore(folder: folder.path("store"), limit: 1 << 28) { Issue.record("\($0)") }
    try folder.write(notebook, to: "a.md")
  }

  private let notebook = #"""
    ---
    macros: {unit: '\mathrm{m}'}
    ---
    Some $a$ and $b \unit$.

    $$ \def\R{r} y $$ {#eq-y}

    $$ z = \R $$

    """#

  private func render() async {
    let rendered = await Rendered("a.md", in: folder) { job in
      job.runOptions.store = StoreUse(store)
      job.runOptions.sandbox = .off
    }
    #expect(rendered.status == .success)
  }

  private func replace(_ old: String, _ new: String) throws {
    try folder.write(notebook.replacing(old, with: new), to: "a.md")
  }

  /// The lines about formulas, without places.
  private func formulas(change: (inout RenderJob) -> Void = { _ in }) -> [String] {
    Explained("a.md", in: folder, change: change).lines.dropLast().compactMap { line in
      line.firstMatch(of: /: ((\d+ )?formulas?.*?: [^;]*)/).map { String($0.1) }
    }
  }

  @Test("a formula is set because its own text, a definition, the macros or the engine changed")
  func reasons() async throws {
    await render()
    let with = "it numbers, refers or defines, and another formula or label changed"
    try replace("$a$", "$a + 1$")
    #expect(
      formulas() == [
        "formula a + 1: to be made: it is new or changed", #"formula b \unit: kept"#,
        #"formula \def\R{r} y: to be made: \#(with)"#, #"formula z = \R: kept"#,
      ]
    )
    try replace(#"\R{r}"#, #"\R{s}"#)
    #expect(
      formulas() == [
        "2 formulas: kept", #"formula \def\R{s} y: to be made: it is new or changed"#,
        #"formula z = \R: to be made: what formulas before it define changed"#,
      ]
    )
    try replace("{m}", "{kg}")
    #expect(formulas().count == 4)
    #expect(formulas().allSatisfy { $0.hasSuffix("to be made: the macros changed") })
    try folder.write(notebook, to: "a.md")
    let engine = formulas { $0.assets = AssetFolder(source: folder.path("nowhere")) }
    #expect(engine.count == 4)
    #expect(
      engine.allSatisfy { $0.hasSuffix("to be made: the engine that sets it changed") },
      "\(engine)"
    )
    #expect(formulas() == ["4 formulas: kept"])
  }

  @Test("why formulas were last set is known after the render")
  func last() async throws {
    await render()
    try replace("$a$", "$a + 1$ and $c$")
    await render()
    #expect(
      Explained("a.md", in: folder)["5 formulas"]
        == "kept; last made just now, because 2 formulas changed"
    )
  }

  @Test("where the browser sets formulas, there are none, or cells are not run, that is told")
  func options() async throws {
    let browser = Explained("a.md", in: folder) { $0.typesetting = .browser }
    #expect(
      browser.lines == [
        "a.md: page: to be made: it was never made before",
        "a.md: note: formulas and charts are set by the reader's browser",
        "1 of 1 to be made: 1 page",
      ]
    )
    try folder.write("Some `{swift} 1`.\n", to: "b.md")
    let still = Explained("b.md", in: folder) { $0.runsCells = false }
    #expect(
      still.lines == [
        "b.md: page: to be made: it was never made before", "b.md: note: cells are not run",
        "1 of 1 to be made: 1 page",
      ]
    )
    let fresh = Explained("a.md", in: folder, reads: false)
    #expect(fresh.lines.dropLast().allSatisfy { $0.hasSuffix("--fresh asks for it") })
    #expect(fresh.summary == "5 of 5 to be made: 1 page, 4 formulas")
  }

  @Test("what --frozen has not got is told, and that the page would fail")
  func frozen() async throws {
    try replace("Some", "```swift\nlet k = 1\n```\nSome")
    await render()
    let kept = Explained("a.md", in: folder, isFrozen: true)
    #expect(kept.summary == "1 of 6 to be made: 1 page")
    #expect(kept["page"] == "to be made: with --frozen it is laid out each time")
    try replace("Some", "```swift\nlet k = 2\n```\nSome")
    let missing = Explained("a.md", in: folder, isFrozen: true)
    #expect(
      missing["program 1 (1 cell)"]?.hasPrefix("to be made: cell of line 4 changed;") == true
    )
    #expect(missing["note"] != nil)
    #expect(
      missing.lines.contains("a.md: note: --frozen lets nothing be made, so the page would fail")
    )
  }

  @Test("errors in a notebook are told as when it is rendered, and nothing is to be made")
  func errors() async throws {
    try folder.write("# A {#sec-a}\n\n# B {#sec-a}\n\n```swift\n1\n```\n", to: "a.md")
    let explained = Explained("a.md", in: folder)
    let rendered = await Rendered("a.md", in: folder)
    #expect(explained.status == .failure)
    #expect(explained.errors == rendered.errors)
    #expect(explained["page"]?.hasPrefix("cannot be made before the errors are mended") == true)
    #expect(explained.summary == "0 of 1 to be made")
    #expect(Explained("nowhere.md", in: folder).status == .noInput)
    let path = try folder.write("x", to: "secret.md")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/proc/self/mem")
    let unreadable = Explained("secret.md", in: folder)
    #expect(unreadable.status == .inputOutput)
    #expect(unreadable.errors == "secret.md: error: the notebook cannot be read\n")
  }

  @Test("the command finds the store of a render, by whatever path the notebook is named")
  func commandLine() async throws {
    let environment = ["LECTERN_STORE": ""]
    func run(_ arguments: String...) async throws -> Program.Result {
      try await Program(Program.render, arguments, environment: environment, in: folder).result()
    }
    #expect(try await run("a.md").status == 0)
    let text = try await run("explain", "a.md", "--all")
    #expect(text.status == 0)
    #expect(text.output.contains("a.md: page: left as it is; made "))
    #expect(text.output.hasSuffix("\n0 of 5 to be made\n"))
    let other = try await run("explain", folder.path("a.md"), "--all")
    #expect(other.output.contains("page: to be made: the notebook is named by another path; made "))
    #expect(other.output.contains("4 formulas: kept; made "))
    let json = try await run("explain", "a.md", "--format", "json")
    let report = try JSONDecoder().decode(ExplanationReport.self, from: Data(json.output.utf8))
    #expect(report.version == 1)
    #expect(report.notebooks.map(\.path) == ["a.md"])
    #expect(report.notebooks[0].items.map(\.kind) == [.page] + Array(repeating: .formula, count: 4))
    #expect(report.notebooks[0].items.map(\.state) == Array(repeating: .kept, count: 5))
    #expect(try await run("explain").status == 64)
    #expect(try await run("explain", "b.md").status == 66)
  }
}
