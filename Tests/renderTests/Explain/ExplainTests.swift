import Foundation
import NotebookExecution
import ResultStore
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("What is explained before and after a render", .serialized)
struct ExplainTests {
  private let folder: ScratchFolder
  private let store: ResultStore

  init() throws {
    folder = try ScratchFolder()
    store = ResultStore(folder: folder.path("store"), limit: 1 << 28) { Issue.record("\($0)") }
    try folder.write(notebook, to: "a.md")
    try folder.write("1", to: "data.txt")
    try folder.write("2", to: "opened.txt")
    try folder.write("", to: "log")
  }

  /// It tells by a file how often it ran.
  private let notebook = #"""
    ---
    inputs: data.txt
    env: LECTERN_TEST_EXPLAINED
    macros: {unit: '\mathrm{m}'}
    ---
    ```swift
    import Foundation
    import Plotting
    let k = 3
    ```

    As $x^2$ says, it is $\swift{k}\,\unit$ or `{swift} k`.

    ```swift
    let log = FileHandle(forWritingAtPath: "log") ?? .nullDevice
    _ = try log.seekToEnd()
    try log.write(contentsOf: Data("x".utf8))
    ```

    ```swift
    let squares = stored("squares", k) { (0..<k).map { Double($0 * $0) } }
    let opened = try contents(of: "opened.txt")
    Chart { Line(x: squares, y: squares) }
    ```

    $$ \def\R{r} y $$ {#eq-y}

    $$ z = \R $$

    ```swift compile-fail
    let s: String = k
    ```

    ```swift reset
    print(1)
    ```

    """#

  private func render(
    reads: Bool = true,
    change: (inout RenderJob) -> Void = { _ in }
  ) async -> Rendered {
    await Rendered("a.md", in: folder) { job in
      job.runOptions.store = StoreUse(store, reads: reads)
      job.runOptions.sandbox = .off
      change(&job)
    }
  }

  private func replace(_ old: String, _ new: String) throws {
    let text = try folder.read("a.md")
    #expect(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: "a.md")
  }

  @Test("before the first render all is to be made, and asking makes nothing")
  func never() throws {
    let explained = Explained("a.md", in: folder)
    #expect(explained.status == .success)
    #expect(explained.errors == "")
    #expect(
      explained.lines == [
        "a.md: page: to be made: it was never made before",
        "a.md:6: program 1 (3 cells): to be made: it was never made before",
        "a.md:30: compile-fail cell: to be made: it was never made before",
        "a.md:34: program 2 (1 cell): to be made: it was never made before",
        "a.md:12: formula x^2: to be made: it was never made before",
        #"a.md:12: formula \swift{k}\,\unit: open: it depends on program 1, which is to be run"#,
        #"a.md:26: formula \def\R{r} y: to be made: it was never made before"#,
        #"a.md:28: formula z = \R: to be made: it was never made before"#,
        "a.md: note: formulas and charts that cells show are known when they have run",
        "7 of 8 to be made: 1 page, 2 programs, 1 tried cell, 3 formulas; "
          + "1 open until programs have run",
      ]
    )
    #expect(!FileManager.default.fileExists(atPath: folder.path("store")))
    #expect(try folder.read("log") == "")
  }

  @Test("after a render all is kept, and asking changes no byte of the store")
  func kept() async throws {
    #expect(await render().status == .success)
    let before = try folder.files(in: "store").map { try folder.data("store/" + $0) }
    let explained = Explained("a.md", in: folder)
    #expect(
      explained.lines == [
        "a.md: page: left as it is; made just now for the first time",
        "a.md:6: program 1 (3 cells): kept; made just now for the first time",
        "a.md: stored value 'squares' of program 1: kept: the last run computed it; "
          + "made just now for the first time",
        "a.md:30: compile-fail cell: kept; made just now for the first time",
        "a.md:34: program 2 (1 cell): kept; made just now for the first time",
        "a.md:12: 4 formulas: kept; made just now for the first time",
        "a.md:20: chart 1: kept; made just now for the first time", "0 of 10 to be made",
      ]
    )
    try replace("let k = 3", "let k = 4")
    _ = Explained("a.md", in: folder)
    _ = Explained("a.md", in: folder, reads: false)
    #expect(try folder.files(in: "store").map { try folder.data("store/" + $0) } == before)
    #expect(try folder.read("log") == "x")
  }

  @Test("what is kept is told of only where that is asked for")
  func brief() async throws {
    #expect(await render().status == .success)
    #expect(
      Explained("a.md", in: folder, showsAll: false).lines
        == ["0 of 10 to be made; --all tells of the rest"]
    )
    try replace("String = k", "String = k + 1")
    let lines = Explained("a.md", in: folder, showsAll: false).lines
    #expect(
      lines.map { $0.prefix { $0 != ";" } } == [
        "a.md: page: to be made: the notebook's text changed",
        "a.md:30: compile-fail cell: to be made: cell of line 30 changed",
        "a.md: note: formulas and charts that cells show are known when they have run",
        "2 of 10 to be made: 1 page, 1 tried cell",
      ]
    )
    #expect(lines.last?.hasSuffix("; --all tells of the rest") == true)
  }

  @Test("a program is to be made because of what changed, by a name that its author knows")
  func programs() async throws {
    #expect(await render().status == .success)
    let text = try folder.read("a.md")
    let edits: [(old: String, new: String, reason: String)] = [
      ("let k = 3", "let k = 4", "cell of line 6 changed"),
      ("`{swift} k`", "`{swift} k + 1`", "value of line 12 changed"),
      ("`{swift} k`", "`k`", "value 2 in the text of before is gone"),
      ("\"log\"", "\"log2\"", "cell of line 14 changed"),
      (
        "```swift\nlet squares", "```swift label=fig-a caption=\"Squares.\"\n1\nlet squares",
        "cell fig-a changed"
      ),
      ("As $x^2$", "```swift\nk\n```\nAs $x^2$", "cell of line 12 is new"),
      (
        "import Plotting", "import Plotting\nimport LayerCalculus",
        "cell of line 6 changed, module LayerCalculus is imported now"
      ),
    ]
    for (old, new, reason) in edits {
      try replace(old, new)
      let line = Explained("a.md", in: folder).lines[1]
      #expect(line.hasSuffix(" cells): to be made: \(reason); made just now for the first time"))
      try folder.write(text, to: "a.md")
    }
    try replace("As $x^2$", "# Prose\n\nSo $x^2$")
    #expect(program() == "kept; made just now for the first time")
  }

  private func program(change: (inout RenderJob) -> Void = { _ in }) -> String? {
    Explained("a.md", in: folder, change: change)["program 1 (3 cells)"]
  }

  @Test("a program is to be made because of what is outside of the notebook")
  func surroundings() async throws {
    #expect(await render().status == .success)
    func expect(_ reason: String, change: (inout RenderJob) -> Void = { _ in }) {
      #expect(
        program(change: change) == "to be made: \(reason); made just now for the first time"
      )
    }
    try folder.write("other", to: "data.txt")
    expect("input data.txt changed")
    try folder.write("1", to: "data.txt")
    try FileManager.default.removeItem(atPath: folder.path("opened.txt"))
    expect("file opened.txt changed")
    try folder.write("2", to: "opened.txt")
    setenv("LECTERN_TEST_EXPLAINED", "Mars", 1)
    expect("environment variable LECTERN_TEST_EXPLAINED changed")
    unsetenv("LECTERN_TEST_EXPLAINED")
    expect("the flags or the language version changed") {
      $0.runOptions.compilerArguments = ["-DX"]
    }
    expect("the flags or the language version changed") { $0.runOptions.swiftVersion = "6" }
    expect("the sandbox in which programs run changed") { $0.runOptions.sandbox = .on }
    let compiler = try folder.write("#!/bin/sh\nexit 1\n", to: "tools/swiftc")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: compiler)
    expect("the toolchain changed") { $0.runOptions.compiler = compiler }
    #expect(program()?.hasPrefix("kept;") == true)
    let missing = Explained("a.md", in: folder) { $0.runOptions.compiler = "/nowhere/swiftc" }
    #expect(missing.errors.contains("there is no Swift compiler at '/nowhere/swiftc'"))
    #expect(missing.status == .failure)
  }

  @Test("why something was last made is known after the render, with the lines of today")
  func last() async throws {
    #expect(await render().status == .success)
    try replace("let k = 3", "let k = 4")
    #expect(await render().status == .success)
    #expect(program() == "kept; last made just now, because cell of line 6 changed")
    try replace("```swift\nimport F", "# Prose\n\n```swift\nimport F")
    #expect(await render().status == .success)
    let explained = Explained("a.md", in: folder)
    #expect(
      explained["page"] == "left as it is; last made just now, because the notebook's text changed"
    )
    #expect(
      explained["program 1 (3 cells)"]
        == "kept; last made just now, because cell of line 8 changed"
    )
    #expect(explained["program 2 (1 cell)"] == "kept; made just now for the first time")
    #expect(
      explained["chart 1"] == "kept; last made just now, because what its cell shows changed"
    )
    #expect(explained.summary == "0 of 10 to be made")
    // The line of another version would be wrong.
    try replace("let k = 4", "let k = 5")
    #expect(
      program()
        == "to be made: cell of line 8 changed; last made just now, because cell 1 changed"
    )
    #expect(await render(reads: false).status == .success)
    #expect(await render(reads: false).status == .success)
    #expect(program() == "kept; last made just now, because --fresh asked for it")
  }

  @Test("a stored value was computed or used again in the last run, and is told why")
  func storedValues() async throws {
    let name = "stored value 'squares' of program 1"
    #expect(await render().status == .success)
    try replace("import Plotting", "import Plotting\nlet other = 1")
    let open = Explained("a.md", in: folder)[name]
    #expect(
      open == "open: program 1 has to run to ask for it; made just now for the first time"
    )
    #expect(await render().status == .success)
    let reused = Explained("a.md", in: folder)[name]
    #expect(reused == "kept: the last run used it again; made just now for the first time")
    try replace("let k = 3", "let k = 4")
    #expect(await render().status == .success)
    #expect(
      Explained("a.md", in: folder)[name]
        == "kept: the last run computed it; last made just now, because the value of input 1 changed"
    )
    try replace("Double($0 * $0)", "Double($0 + $0)")
    #expect(await render().status == .success)
    #expect(
      Explained("a.md", in: folder)[name]
        == "kept: the last run computed it; last made just now, because its code changed"
    )
    let certain = Explained("a.md", in: folder) { $0.runOptions.compilerArguments = ["-DX"] }[name]
    #expect(certain?.hasPrefix("to be made: the flags or the language version changed;") == true)
  }

  @Test("what could not be kept is told")
  func unkept() async throws {
    let cell = "import Foundation\nkill(getpid(), SIGKILL)"
    try folder.write("```swift\n\(cell)\n```\n", to: "a.md")
    #expect(await render().status == .failure)
    #expect(
      Explained("a.md", in: folder)["program 1 (1 cell)"]
        == "to be made: what last came of it could not be kept; made just now for the first time"
    )
  }

  @Test("the page is made anew because of what it is made from, or is not there")
  func page() async throws {
    func page(change: (inout RenderJob) -> Void = { _ in }) -> String {
      let line = Explained("a.md", in: folder, change: change)["page"] ?? ""
      return String(line.prefix { $0 != ";" })
    }
    try replace("it is", "it is [there](far.md) and @eq-far,")
    try folder.write("$$ y $$ {#eq-far}\n", to: "far.md")
    #expect(await render().status == .success)
    #expect(page() == "left as it is")
    #expect(page { $0.typesetting = .browser } == "to be made: --math changed")
    #expect(page { $0.runsCells = false } == "to be made: --no-run changed")
    try folder.write("{{{body}}}", to: "t.mustache")
    let template = folder.path("t.mustache")
    #expect(page { $0.templatePath = template } == "to be made: the template changed")
    try folder.write("3", to: "data.txt")
    #expect(page() == "to be made: file data.txt changed")
    try folder.write("1", to: "data.txt")
    try folder.write("$$ z $$ {#eq-new}\n\n$$ y $$ {#eq-far}\n", to: "far.md")
    #expect(page() == "to be made: what label eq-far names changed")
    try FileManager.default.removeItem(atPath: folder.path("far.md"))
    #expect(
      page()
        == "cannot be made before the errors are mended: what label eq-far names changed, "
        + "what 'far.md' leads to changed"
    )
    try folder.write("$$ y $$ {#eq-far}\n", to: "far.md")
    #expect(page() == "left as it is")
    try FileManager.default.removeItem(atPath: folder.path("Output/a.html"))
    #expect(
      page() == "to be made: Output/a.html is gone or was changed, or made with other options"
    )
    #expect(await render().status == .success)
    #expect(
      Explained("a.md", in: folder)["page"]
        == "left as it is; last made just now, because its file was gone or was changed, or made with other options"
    )
  }

  @Test("names another variant as such, and only where a notebook has something for one alone")
  func variants() async throws {
    try folder.write("# A\n\n## B {only=teacher}\n\nWords.\n", to: "a.md")
    try folder.write("# C\n", to: "c.md")
    func job(_ job: inout RenderJob, _ variant: String) {
      job.runsCells = false
      job.variant = variant
    }
    let store = StoreUse(ResultStore(folder: folder.path("store"), limit: 1 << 28) { _ in })
    _ = await Rendered("a.md", "c.md", in: folder) {
      job(&$0, "student")
      $0.runOptions.store = store
    }
    let same = Explained("a.md", "c.md", in: folder) { job(&$0, "student") }
    #expect(same.summary.hasPrefix("0 of 2"), "\(same.lines)")
    let other = Explained("a.md", "c.md", in: folder) { job(&$0, "teacher") }
    let lines = other.lines.filter { $0.contains(": page: ") }
    #expect(lines.first?.contains("a.md: page: to be made: --variant changed") == true, "\(lines)")
    #expect(lines.last?.contains("c.md: page: left as it is") == true, "\(lines)")
  }
}
