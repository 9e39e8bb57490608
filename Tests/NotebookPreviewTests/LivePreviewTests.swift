import Foundation
import TestSupport
import Testing

@testable import NotebookPreview

@Suite("A preview in a real browser", .serialized)
struct LivePreviewTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Shows a notebook, does something with the page, and ends preview and browser.
  private func showing(
    _ text: String,
    at name: String = "a.md",
    editor: String? = nil,
    _ body: (LiveBrowserPage, RunningPreview) async throws -> Void
  ) async throws {
    try folder.write(text, to: name)
    let preview = try RunningPreview(in: folder, editor: editor)
    let browser = try await LiveBrowser()
    do {
      let page = try await browser.open(preview.address)
      try await page.wait(for: Self.isConnected)
      // It is gone where the page was loaded anew.
      try await page.value("window.isSame = true")
      try await body(page, preview)
    } catch {
      Issue.record(error, "\(preview.all)")
    }
    try await browser.close()
    try await preview.end()
  }

  private static let isConnected =
    "document.documentElement.hasAttribute('data-lectern-connected')"
    + " && !document.documentElement.hasAttribute('data-lectern-stale')"

  private static let long = (1...60).map { "Paragraph \($0).\n\n" }.joined()

  @Test("what is saved is on the page, which is not loaded anew, and nothing else is touched")
  func editing() async throws {
    let text =
      "# A\n\nOne $x^2$.\n\n- two\n\n<details><summary>more</summary>\n\nwords\n\n</details>\n\n"
    try await showing(text + "Three.\n") { page, _ in
      try await page.value("window.formula = document.querySelector('.math'), 1")
      try await page.value("document.querySelector('details').open = true, 1")
      try await page.value("document.querySelector('summary').focus(), 1")
      try folder.write(text + "Three and $y_1$.\n\nFour.\n", to: "a.md")
      try await page.wait(for: "document.body.innerText.includes('Four.')")
      #expect(try await page.value("document.querySelectorAll('.math').length") == "2")
      #expect(try await page.value("window.isSame") == "true")
      #expect(try await page.value("window.formula === document.querySelector('.math')") == "true")
      #expect(try await page.value("document.querySelector('details').open") == "true")
      #expect(try await page.value("document.activeElement.localName") == "summary")
      // A block that moves is not touched, and one that goes is gone.
      try folder.write("New.\n\n" + text.replacing("- two\n\n", with: "") + "Three.\n", to: "a.md")
      try await page.wait(for: "document.body.innerText.includes('New.')")
      #expect(try await page.value("document.querySelectorAll('main li').length") == "0")
      #expect(try await page.value("document.body.innerText.includes('Four.')") == "false")
      #expect(try await page.value("window.isSame") == "true")
    }
  }

  @Test("title and contents change with the headings, in place")
  func headings() async throws {
    let text = "---\ntoc: true\n---\n\n# A\n\n## B\n\nWords.\n"
    try await showing(text) { page, _ in
      try folder.write(text.replacing("# A", with: "# C") + "\n## D\n", to: "a.md")
      try await page.wait(for: "document.title === 'C'")
      #expect(try await page.value("document.querySelector('h1').innerText") == "C")
      #expect(
        try await page.value(
          "[...document.querySelectorAll('nav.contents a')].map((a) => a.innerText).join()"
        ).hasSuffix("B,D")
      )
      #expect(try await page.value("[...document.querySelectorAll('main h2')].length") == "2")
      try await page.wait(for: "document.querySelector('nav.contents [aria-current]')")
      // Around the text and in it.
      try folder.write("# E\n\n## F\n\nOther words.\n", to: "a.md")
      try await page.wait(for: "document.title === 'E'")
      #expect(try await page.value("document.querySelector('nav.contents') === null") == "true")
      #expect(try await page.value("document.body.innerText.includes('Other words.')") == "true")
      #expect(try await page.value("window.isSame") == "true")
    }
  }

  @Test("a reader stays where they are, unless what was edited is out of sight")
  func place() async throws {
    try await showing(Self.long + "# Last\n") { page, _ in
      let top = """
        [...document.querySelectorAll("main > p")]
          .find((p) => p.innerText === "Paragraph 40.").getBoundingClientRect().top
        """
      try await page.value(
        "document.querySelectorAll('main > p')[39].scrollIntoView({ block: 'center', behavior: 'instant' }), 1"
      )
      let before = try await page.value(top)
      // In sight: nothing scrolls.
      try folder.write(
        Self.long.replacing("Paragraph 40.", with: "Paragraph 40.\n\nWith more.") + "# Last\n",
        to: "a.md"
      )
      try await page.wait(for: "document.body.innerText.includes('With more.')")
      #expect(try await page.value(top) == before)
      // Far above, and out of sight: it is shown.
      try folder.write("Begin.\n\n" + Self.long + "# Last\n", to: "a.md")
      try await page.wait(for: "document.body.innerText.includes('Begin.')")
      let box = "document.querySelector('main > p').getBoundingClientRect()"
      #expect(try await page.value("\(box).top >= 0 && \(box).bottom <= innerHeight") == "true")
      #expect(try await page.value("window.isSame") == "true")
    }
  }

  @Test("results of an earlier run are marked until the program has run")
  func running() async throws {
    func notebook(_ words: String, _ code: String) -> String {
      "# A\n\n\(words)\n\n```swift\nimport Foundation\n\(code)\n```\n\nEnd.\n"
    }
    try await showing(notebook("One.", "print(\"first\")")) { page, _ in
      #expect(try await page.value("document.querySelector('.output').innerText") == "first")
      let gate = folder.path("gate")
      try folder.write(
        notebook(
          "Two.",
          """
          while !FileManager.default.fileExists(atPath: "\(gate)") { usleep(1000) }
          print("second")
          """
        ),
        to: "a.md"
      )
      try await page.wait(
        for: "document.documentElement.hasAttribute('data-lectern-stale')"
          + " && document.body.innerText.includes('Two.')"
      )
      #expect(try await page.value("document.querySelector('.output').innerText") == "first")
      try await page.wait(
        for: "getComputedStyle(document.querySelector('.outputs')).opacity < 0.9"
      )
      try await page.wait(for: "document.querySelector('.cell.lectern-running')")
      try folder.write("", to: "gate")
      try await page.wait(for: "document.querySelector('.output').innerText === 'second'")
      try await page.wait(for: Self.isConnected)
      #expect(try await page.value("window.isSame") == "true")
    }
  }

  @Test("a newer save ends a program that never ends")
  func endless() async throws {
    try await showing("One.\n") { page, _ in
      try folder.write("```swift\nwhile true {}\n```\n\nTwo.\n", to: "a.md")
      try await page.wait(for: "document.body.innerText.includes('Two.')")
      try folder.write("```swift\nprint(1 + 1)\n```\n\nThree.\n", to: "a.md")
      try await page.wait(for: "document.body.innerText.includes('Three.')")
      try await page.wait(for: "document.querySelector('.output')?.innerText === '2'")
      try await page.wait(for: Self.isConnected)
    }
  }

  private static let faults =
    "document.querySelector('lectern-preview').shadowRoot.querySelector('.faults').innerText"

  @Test("mistakes stand over the last good page, and go when they are mended")
  func mistakes() async throws {
    try await showing("Good $x$.\n\n```swift\nlet a = 1\n```\n") { page, _ in
      try folder.write("Worse $\\frac{1}$.\n\n```swift\nlet a = 1\n```\n", to: "a.md")
      try await page.wait(for: "\(Self.faults).includes('a.md:1')")
      #expect(try await page.value("document.body.innerText.includes('Good')") == "true")
      try folder.write("Better $x$.\n\n```swift\nlet a = b\n```\n", to: "a.md")
      try await page.wait(for: "\(Self.faults).includes(\"cannot find 'b' in scope\")")
      #expect(try await page.value("\(Self.faults).includes('a.md:4:9')") == "true")
      try folder.write("Best $x$.\n\n```swift\nlet a = 1\n```\n", to: "a.md")
      try await page.wait(for: "document.body.innerText.includes('Best')")
      try await page.wait(for: "\(Self.faults) === ''")
      #expect(try await page.value("window.isSame") == "true")
    }
  }

  @Test("a page that begins with a mistake comes when it is mended")
  func firstMistake() async throws {
    try await showing("$\\frac{1}$\n") { page, _ in
      try await page.wait(for: "\(Self.faults).includes('a.md:1')")
      try folder.write("Good.\n", to: "a.md")
      try await page.wait(for: "document.body.innerText.includes('Good.')")
    }
  }

  @Test("what a page is made from counts as the notebook does")
  func dependencies() async throws {
    try folder.write("1\n2\n", to: "data.csv")
    try folder.write("@book{doe2020, author={Doe, J.}, title={T}, year=2020}", to: "r.bib")
    try folder.write("# B {#sec-b}\n", to: "b.md")
    let picture = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
    try folder.write(picture + "<circle r='1'/></svg>", to: "p.svg")
    let text = """
      ---
      bibliography: r.bib
      ---
      See @doe2020 and @sec-b. ![P](p.svg)

      ```swift
      print(try contents(of: "data.csv").count)
      ```

      """
    try folder.write(text, to: "a.md")
    let preview = try RunningPreview(of: "a.md", in: folder)
    let browser = try await LiveBrowser()
    let page = try await browser.open(preview.address)
    try await page.wait(for: "document.querySelector('.output')?.innerText === '4'")
    try await page.wait(for: Self.isConnected)
    try folder.write("1\n2\n3\n", to: "data.csv")
    try await page.wait(for: "document.querySelector('.output').innerText === '6'")
    try folder.write("@book{doe2020, author={Roe, J.}, title={T}, year=2021}", to: "r.bib")
    try await page.wait(for: "document.body.innerText.includes('Roe (2021)')")
    try folder.write("# Renamed {#sec-b}\n", to: "b.md")
    try await page.wait(for: "document.body.innerText.includes('Renamed')")
    let before = try await page.value("document.querySelector('main img').src")
    try folder.write(picture + "<circle r='2'/></svg>", to: "p.svg")
    try await page.wait(for: "document.querySelector('main img').src !== '\(before)'")
    try await browser.close()
    try await preview.end()
  }

  @Test(
    "the start of a course, its contents and the list of its definitions follow its chapters in place"
  )
  func courseStart() async throws {
    try folder.write("title: Course\nchapters: [a.md, b.md]\n", to: "lectern.yml")
    try folder.write("# Beta\n", to: "b.md")
    try await showing("# Alpha\n") { page, preview in
      let chapters =
        "[...document.querySelectorAll('.course-list a')].map((a) => a.innerText).join()"
      #expect(try await page.value("location.pathname") == "/index.html")
      #expect(try await page.value(chapters) == "Alpha,Beta")
      try folder.write("# Gamma\n\nWords.\n", to: "b.md")
      try await page.wait(for: "\(chapters) === 'Alpha,Gamma'")
      try folder.write("# Delta\n", to: "c.md")
      try folder.write("title: Course\nchapters: [c.md, a.md, b.md]\n", to: "lectern.yml")
      try await page.wait(for: "\(chapters) === 'Delta,Alpha,Gamma'")
      try folder.write("# Gamma\n\n> [!DEFINITION] Limits\n> Words.\n", to: "b.md")
      try await page.wait(for: "document.querySelector('a[href=\"definitions.html\"]')")
      #expect(try await page.value("window.isSame") == "true")
      // A chapter that nobody had open, and what is around it.
      try await page.value("document.querySelector('.course-list a').click(), 1")
      try await page.wait(for: "document.querySelector('h1')?.innerText === 'Delta'")
      try await page.wait(for: Self.isConnected)
      try await page.value("window.isSame = true")
      try folder.write("# Epsilon\n", to: "a.md")
      try await page.wait(
        for: "document.querySelector('.pager .next')?.innerText.includes('Epsilon')"
      )
      #expect(try await page.value("window.isSame") == "true")
      // The list of definitions follows, too.
      try await page.value("location.assign('/definitions.html'), 1")
      try await page.wait(for: "document.querySelector('main li')?.innerText.includes('Limits')")
      try await page.wait(for: Self.isConnected)
      try folder.write("# Gamma\n\n> [!DEFINITION] Series\n> Words.\n", to: "b.md")
      try await page.wait(for: "document.querySelector('main li')?.innerText.includes('Series')")
    }
  }

  @Test("the sources of the package that a notebook imports count as the notebook does")
  func packageSources() async throws {
    let source = "Sources/Geometry/Geometry.swift"
    try folder.write(
      """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(name: "Geometry", targets: [.target(name: "Geometry")])

      """,
      to: "Package.swift"
    )
    try folder.write("public func side() -> Int { 2 }\n", to: source)
    try await showing("```swift\nimport Geometry\nprint(side())\n```\n") { page, preview in
      let output = "document.querySelector('.output')?.innerText"
      try await page.wait(for: "\(output) === '2'")
      try folder.write("public func side() -> Int { 3 }\n", to: source)
      try await page.wait(for: "\(output) === '3'")
      // What does not compile is told in the package's own file, and goes when it is mended.
      try folder.write("public func side() -> Int { x }\n", to: source)
      try await page.wait(for: "\(Self.faults).includes(\"cannot find 'x' in scope\")")
      try folder.write("public func side() -> Int { 4 }\n", to: source)
      try await page.wait(for: "\(output) === '4'")
      try await page.wait(for: "\(Self.faults) === ''")
      #expect(try await page.value("window.isSame") == "true")
    }
  }

  @Test("a click tells the line of the notebook, and opens it in the editor")
  func pointing() async throws {
    let notes = folder.path("notes")
    let text =
      "# A\n\nOne.\n\n- two\n- three\n  - four\n\n> five\n>\n> six\n\n```swift\nlet a = 1\n```\n"
    try await showing(
      text,
      editor: "sh -c 'echo $0 $1 > \"\(notes)\"' {file} {line}"
    ) { page, preview in
      for (selector, line) in [
        ("main > p", 3), ("main > ul > li:nth-child(2)", 6), ("li li", 7),
        ("blockquote p:last-child", 11), ("pre", 13),
      ] {
        try await page.click(on: selector)
        try await preview.told("pointed a.md:\(line)")
      }
      try folder.write(text.replacing("One.", with: "One.\n\nMore."), to: "a.md")
      try await page.wait(for: "document.body.innerText.includes('More.')")
      try await page.click(on: "pre")
      try await preview.told("pointed a.md:15")
      while (try? folder.read("notes"))?.contains("a.md 15") != true {
        try await Task.sleep(for: .milliseconds(10))
      }
    }
  }

  @Test("survives notebooks that are renamed, removed, half saved and swapped")
  func swapping() async throws {
    try await showing("One.\n") { page, _ in
      let files = FileManager.default
      // Written aside and renamed over, as many editors do.
      try folder.write("Two.\n", to: ".a.md.swp")
      #expect(rename(folder.path(".a.md.swp"), folder.path("a.md")) == 0)
      try await page.wait(for: "document.body.innerText.includes('Two.')")
      // Moved away first, and then written anew.
      try files.moveItem(atPath: folder.path("a.md"), toPath: folder.path("a.md~"))
      try folder.write("Three.\n", to: "a.md")
      try files.removeItem(atPath: folder.path("a.md~"))
      try await page.wait(for: "document.body.innerText.includes('Three.')")
      #expect(try await page.value("window.isSame") == "true")
      // Half of it, and then the rest.
      let half = try #require(FileHandle(forWritingAtPath: folder.path("a.md")))
      try half.truncate(atOffset: 0)
      try half.write(contentsOf: Data("Fo".utf8))
      try await page.wait(for: "/Fo\\b/.test(document.body.innerText)")
      try half.write(contentsOf: Data("ur.\n".utf8))
      try half.close()
      try await page.wait(for: "document.body.innerText.includes('Four.')")
      // Gone, and there again.
      try files.moveItem(atPath: folder.path("a.md"), toPath: folder.path("b.md"))
      try await page.wait(for: "\(Self.faults).includes('renamed or removed')")
      #expect(try await page.value("document.body.innerText.includes('Four.')") == "true")
      try folder.write("Five.\n", to: "a.md")
      try await page.wait(for: "document.body.innerText.includes('Five.')")
      try await page.wait(for: "\(Self.faults) === ''")
    }
  }

  @Test("a folder of several notebooks has a list of them, which is up to date")
  func list() async throws {
    try folder.write("# B\n", to: "sub/b c#%ü'\".md")
    try await showing("# A\n") { page, _ in
      let items = "[...document.querySelectorAll('li')].map((item) => item.innerText).join('; ')"
      #expect(try await page.value(items) == "A a.html; B sub/b c#%ü'\".html")
      try folder.write("# C\n", to: "c.md")
      try await page.wait(for: "document.querySelectorAll('li a').length === 3")
      try await page.value("document.querySelectorAll('li a')[2].click(), 1")
      try await page.wait(for: "document.querySelector('h1')?.innerText === 'B'")
      try folder.write("# D\n", to: "sub/b c#%ü'\".md")
      try await page.wait(for: "document.querySelector('h1')?.innerText === 'D'")
    }
  }
}
