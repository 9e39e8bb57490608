import TestSupport
import Testing

@testable import NotebookReports

@Suite("What is said of a document")
struct ReportCaseTests {
  private static let files = [
    "notebook.md", "expected.txt", "expected.color.txt", "expected.github.txt",
    "expected.junit.xml", "expected.json",
  ]

  @Test("is the text that is written down", arguments: GoldenCase.all())
  func reports(of golden: GoldenCase) throws {
    let sample = try #require(SampleReports.all[golden.description])
    let report = sample(try golden.source)
    let plain = Recording(.text, [report])
    let colored = Recording(.text, [report], hasColor: true)
    let github = Recording(.github, [report])
    let junit = Recording(.junit, [report])
    let json = Recording(.json, [report])
    let texts = [
      (plain.errors + plain.output, "expected.txt"),
      (colored.errors.replacing("\u{1B}", with: "<ESC>") + colored.output, "expected.color.txt"),
      (github.output, "expected.github.txt"),
      (junit.output, "expected.junit.xml"),
      (json.output, "expected.json"),
    ]
    for (text, name) in texts { #expect(try golden.difference(of: text, from: name) == nil) }
    #expect(github.errors + junit.errors + json.errors == "")
  }

  @Test("comes from cases of which none is missing and no file is unused")
  func strayFiles() throws {
    #expect(GoldenCase.all().map(\.description) == SampleReports.all.keys.sorted())
    for golden in GoldenCase.all() {
      #expect(try golden.strayFiles(besides: Set(Self.files)) == [])
    }
  }
}
