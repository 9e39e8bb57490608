import Foundation
import NotebookExecution
import NotebookSyntax
import Testing

/// A folder of `Cases`: a notebook and the dump of what comes of it.
struct Case: Sendable, CustomTestStringConvertible {
  let folder: URL

  var testDescription: String { folder.lastPathComponent }
  var notebook: URL { folder.appending(path: "notebook.md") }
  var expected: URL { folder.appending(path: "expected.txt") }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static let all: [Case] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { Case(folder: root.appending(path: $0)) }
  }()

  /// Whether the expected files are written instead of compared; never where nobody looks at them.
  static let updates: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return environment["LECTERN_UPDATE_CASES"] == "1" && environment["CI"] == nil
  }()
}

@Suite("Golden notebooks")
struct CaseTests {
  private static let runner = NotebookRunner(options: RunOptions(timeout: .seconds(20)))

  @Test("a notebook gives the transcript that is written down", arguments: Case.all)
  func transcript(of golden: Case) async throws {
    let text = try Data(contentsOf: golden.notebook)
    let source = SourceText(path: "notebook.md", bytes: Array(text))
    let notebook = NotebookParser.parse(source)
    #expect(notebook.diagnostics.filter { $0.severity == .error }.isEmpty)
    let transcript = await Self.runner.run(notebook)
    let dump = TranscriptDump(transcript, of: notebook).text
    if Case.updates {
      try Data(dump.utf8).write(to: golden.expected)
    } else {
      let expected = try String(contentsOf: golden.expected, encoding: .utf8)
      #expect(dump == expected)
    }
  }

  @Test("each case's folder holds a notebook and what is expected of it, and nothing else")
  func files() throws {
    #expect(!Case.all.isEmpty)
    for golden in Case.all {
      let names = try FileManager.default.contentsOfDirectory(atPath: golden.folder.path)
      #expect(Set(names) == ["notebook.md", "expected.txt"], "\(golden.testDescription)")
    }
  }

  @Test("expected files are never rewritten where CI is set")
  func noUpdatesInCI() {
    let environment = ProcessInfo.processInfo.environment
    #expect(environment["CI"] == nil || environment["LECTERN_UPDATE_CASES"] != "1")
  }
}
