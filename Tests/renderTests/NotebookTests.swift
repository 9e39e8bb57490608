import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("The notebooks of this package")
struct NotebookTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    for name in ["references.bib", "page.png", "digits/digits.txt", "digits/SOURCE.txt"] {
      let file = PackageFiles.folder.appending(path: "Notebooks/\(name)")
      try folder.write(Data(contentsOf: file), to: name)
    }
  }

  @Test("are whole in a browser: every formula, chart and link", arguments: PackageFiles.notebooks)
  func inBrowser(_ name: String) async throws {
    let page = try await render(name)
    let written = PageText(text: try String(contentsOf: page, encoding: .utf8))
    let browser = try await Browser(opening: page, in: folder)
    let shown = PageText(text: browser.document)
    #expect(browser.messages == [])

    let isCourse = name.hasPrefix("softmax")
    if isCourse { #expect(written.formulas.count > 20) }
    #expect(shown.allFormulas == written.formulas.count)
    #expect(shown.typesetFormulas == written.formulas.count)

    if isCourse { #expect(written.charts > 0) }
    #expect(shown.drawnCharts == written.charts)

    #expect(shown.danglingLinks == [])
    #expect(shown.title?.isEmpty == false)
    #expect(shown.title == written.title)
    #expect(shown.language?.hasPrefix("en") == true)
  }

  @Test("are no wider than a telephone", arguments: PackageFiles.notebooks)
  func onTelephone(_ name: String) async throws {
    let frame = try await NarrowFrame(around: await render(name), in: folder)
    #expect(frame.contentWidth <= NarrowFrame.width)
  }

  @Test("number their equations in order")
  func equationNumbers() async throws {
    let page = try await render("softmax")
    let shown = PageText(text: try await Browser(opening: page, in: folder).document)
    #expect(shown.equationNumbers == ["1", "2", "3", "4", "5"])
  }

  @Test("fail at the very digit that does not hold")
  func wrongDigit() async throws {
    let text = try String(contentsOf: PackageFiles.notebook("softmax-layer"), encoding: .utf8)
    let digits = try #require(text.range(of: "0.23132428"))
    let lines = text[..<digits.lowerBound].split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let place = "\(lines.count):\((lines.last?.utf8.count ?? 0) + 1)"
    try folder.write(text.replacingCharacters(in: digits, with: "0.23132528"), to: "wrong.md")
    let rendered = await Rendered("wrong.md", in: folder)
    #expect(rendered.status == .failure)
    #expect(
      rendered.errors.hasPrefix(
        "wrong.md:\(place): error: '0.23132528' is promised here, but the cell shows "
          + "'0.23132428'\n"
      )
    )
    #expect(
      try folder.files()
        == ["digits/SOURCE.txt", "digits/digits.txt", "page.png", "references.bib", "wrong.md"]
    )
  }

  /// Renders a notebook, whose promises hold, into the scratch folder.
  private func render(_ name: String) async throws -> URL {
    try folder.write(Data(contentsOf: PackageFiles.notebook(name)), to: name + ".md")
    // The others are there to be linked to.
    for other in PackageFiles.notebooks where other != name {
      try folder.write(Data(contentsOf: PackageFiles.notebook(other)), to: other + ".md")
    }
    let rendered = await Rendered(name + ".md", in: folder) { $0.roots = [folder.url.path] }
    #expect(rendered.status == .success)
    #expect(rendered.errors == "")
    return folder.url.appending(path: "Output/\(name).html")
  }
}
