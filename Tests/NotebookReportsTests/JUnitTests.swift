import Documents
import Foundation
import NotebookChecks
import TestSupport
import Testing

@testable import NotebookReports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Test results as Jenkins reads them")
struct JUnitTests {
  private static let schema = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "junit.xsd").path

  @Test("hold to their schema")
  func schema() async throws {
    var reports = try GoldenCase.all().compactMap { golden in
      SampleReports.all[golden.description]?(try golden.source)
    }
    reports.append(Self.awkward)
    for reports in [reports, []] {
      let text = Recording(.junit, reports).output
      #expect(try await Self.complaints(about: text) == "results.xml validates\n")
      let found = XMLReading(text)
      #expect(found.error == nil)
      #expect(found.count("testsuite") == reports.count)
      #expect(found.count("testcase") == reports.map(Self.testCount).reduce(0, +))
    }
  }

  @Test(
    "are held against a schema that finds faults",
    arguments: [
      #"<testsuite name="a"/>"#,
      #"<testsuites><testcase name="a"/></testsuites>"#,
      #"<testsuites time="1e3"/>"#,
      #"<testsuite name="a" tests="1" failures="0" errors="0"><testcase line="1" name="a"/></testsuite>"#,
    ]
  )
  func faults(_ text: String) async throws {
    #expect(try await Self.complaints(about: text).contains("fails to validate"))
  }

  @Test("come back from a reader as they were, save for what XML cannot hold")
  func characters() throws {
    let found = XMLReading(Recording(.junit, [Self.awkward]).output)
    #expect(found.error == nil)
    #expect(found.attributes("testsuite").map { $0["name"] } == ["a <b> & \"c\"\n.md"])
    let message = "<&>\"'\t\r\n ]]> \u{FFFD}\u{FFFD}\u{FFFD} 😀 \u{85}"
    #expect(found.attributes("error").map { $0["message"] } == [message])
  }

  @Test("name each test differently")
  func names() {
    var names = JUnitNames()
    let place = SourcePosition(line: 3, column: 7)
    let given = (0..<4).map { _ in names.name("text", at: place) }
    #expect(
      given == [
        "text at line 3", "text at line 3, column 7", "text at line 3, column 7 (2)",
        "text at line 3, column 7 (3)",
      ]
    )
    #expect((0..<2).map { _ in names.name("text", at: nil) } == ["text", "text (2)"])
  }

  private static let awkward: DocumentReport = {
    let path = "a <b> & \"c\"\n.md"
    let message = "<&>\"'\t\r\n ]]> \u{0}\u{1B}\u{FFFF} 😀 \u{85}"
    let place = SourcePosition(line: 1, column: 1)
    return DocumentReport(
      path: path,
      diagnostics: [
        Diagnostic(.error, "e", message, help: message, path: path, start: place, end: place),
        Diagnostic(.warning, "w", message, path: path),
      ],
      seconds: 12_345.678_9
    )
  }()

  private static func testCount(_ report: DocumentReport) -> Int {
    report.promises.count + report.diagnostics.count { $0.severity == .error }
  }

  private static func complaints(about text: String) async throws -> String {
    let xmllint = try #require(
      ["/usr/bin/xmllint", "/opt/homebrew/bin/xmllint", "/usr/local/bin/xmllint"]
        .first { FileManager.default.isExecutableFile(atPath: $0) },
      "xmllint is missing: install the package libxml2-utils"
    )
    let folder = try ScratchFolder()
    try folder.write(text, to: "results.xml")
    let arguments = ["--noout", "--schema", schema, "results.xml"]
    return try await Program(xmllint, arguments, in: folder).result().errors
  }
}
