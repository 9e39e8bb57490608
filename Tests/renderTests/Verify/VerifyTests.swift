import Foundation
import NotebookChecks
import NotebookReports
import NotebookSyntax
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Verifying", .serialized)
struct VerifyTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private let good = "```swift\n1 + 1  // => 2\n```\n"
  private let broken = "```swift\n1 + 1  // => 3\n```\n"

  @Test("a folder is searched for Markdown, and each document told in order, once")
  func folders() async throws {
    try folder.write(broken, to: "docs/b.md")
    try folder.write(good, to: "docs/inner/c.md")
    try folder.write(broken, to: "docs/a.md")
    try folder.write(broken, to: "docs/.hidden/d.md")
    try folder.write(broken, to: "docs/e.txt")
    let verified = await Verified("docs", "docs/a.md", in: folder)
    #expect(verified.status == .failure)
    let heads = verified.errors.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(
      heads.map(String.init) == [
        "docs/a.md:2:14: error: '3' is promised here, but the value is '2'",
        "docs/b.md:2:14: error: '3' is promised here, but the value is '2'",
      ]
    )
    #expect(verified.output == "3 documents, 3 cells run, 1 promise kept, 2 broken\n")
  }

  @Test("a document that is not there, or a folder without any, is told and ends with 66")
  func missing() async throws {
    try folder.write("", to: "empty/a.txt")
    try folder.write(good, to: "good.md")
    let verified = await Verified("good.md", "none.md", "empty", in: folder)
    #expect(verified.status == .noInput)
    #expect(
      verified.errors == """
        none.md: error: there is no such file or folder
        empty: error: there is no Markdown in this folder; a document's name ends in .md

        """
    )
    #expect(verified.output == "1 document, 1 cell run, 1 promise kept\n")
  }

  @Test("a document that cannot be read ends with 74")
  func unreadable() async throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("a.md/b"),
      withIntermediateDirectories: true
    )
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.md"),
      withDestinationPath: "/proc/self/mem"
    )
    let verified = await Verified("link.md", in: folder)
    #expect(verified.status == .inputOutput)
    #expect(verified.errors == "link.md: error: the document cannot be read\n")
  }

  @Test("a document that runs for ever is ended, and the others are checked beside it")
  func endless() async throws {
    try folder.write("```swift\nwhile true {}\n```\n", to: "docs/0.md")
    for number in 1...12 {
      try folder.write(
        "```swift\n\(number) + 1  // => \(number + 1)\n```\n",
        to: "docs/\(number).md"
      )
    }
    let verified = await Verified("docs", in: folder) { $0.runOptions.timeout = .seconds(2) }
    #expect(verified.status == .failure)
    #expect(
      verified.errors == """
        docs/0.md:2:1: error: the notebook ran longer than 2 s
         2 | while true {}
           | ^~~~~~~~~~~~~
           = help: allow more with 'timeout:' in the front matter or '--timeout', or look for a loop that does not end

        """
    )
    #expect(
      verified.output == "13 documents, 13 cells run, 12 promises kept; 1 document has errors\n"
    )
  }

  @Test("a document that changes while it is checked is told, and not written into")
  func changing() async throws {
    let path = folder.path("a.md")
    let cell = """
      ```swift
      import Foundation
      try "changed".write(toFile: "\(path)", atomically: true, encoding: .utf8)
      1 + 1  // => 3
      ```

      """
    try folder.write(cell, to: "a.md")
    let verified = await Verified("a.md", in: folder) { $0.runOptions.sandbox = .off }
    #expect(verified.errors.contains("warning: the document changed while it was checked"))

    try folder.write(cell, to: "a.md")
    let accepting = await Verified("a.md", in: folder) {
      $0.acceptance = .write
      $0.runOptions.sandbox = .off
    }
    #expect(accepting.status == .inputOutput)
    #expect(
      accepting.errors.contains(
        "a.md: error: the document changed while it was checked, so nothing is written into it\n"
          + "  = help: verify it again\n"
      )
    )
    #expect(try folder.read("a.md") == "changed")
  }

  @Test("accepting leaves links, permissions and all other documents as they are")
  func permissions() async throws {
    try folder.write(broken, to: "inner/a.md")
    let path = folder.path("inner/a.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.md"),
      withDestinationPath: "inner/a.md"
    )
    try folder.write("```swift\nnonsense\n```\n", to: "wrong.md")
    let verified = await Verified("link.md", "wrong.md", in: folder) { $0.acceptance = .write }
    #expect(verified.status == .failure)
    #expect(verified.output.hasPrefix("link.md: accepted the promise at line 2\n"))
    #expect(try folder.read("inner/a.md") == good)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.md"))
    #expect(link == "inner/a.md")
    #expect(try folder.files() == ["inner/a.md", "link.md", "wrong.md"])
  }

  @Test("a read-only document is told and stays as it is, also for the superuser")
  func readOnly() async throws {
    try folder.write(broken, to: "a.md")
    chmod(folder.path("a.md"), 0o444)
    let verified = await Verified("a.md", in: folder) { $0.acceptance = .write }
    #expect(verified.status == .inputOutput)
    #expect(
      verified.errors.contains(
        """
        a.md: error: the document is read-only, so nothing is written into it
          = help: allow writing it, or see the changes with --dry-run

        """
      )
    )
    // The promise is as broken as before, whoever is told.
    #expect(verified.errors.contains("a.md:2:14: error: "))
    let reported = await Verified("a.md", in: folder, format: .json) { $0.acceptance = .write }
    #expect(reported.output.contains("\"broken\" : 1") || reported.output.contains("\"broken\":1"))
    #expect(try folder.read("a.md") == broken)
    #expect(try folder.files() == ["a.md"])
  }

  @Test("flags come from the command line and from the document")
  func flags() async throws {
    let text = """
      ---
      swift-flags: [-D, FRONT]
      ---

      ```swift
      #if FRONT && LINE
      print("both")  // Prints "both"
      #endif
      ```

      ```swift compile-fail
      final class Box { var value = 1 }
      func send(_ box: Box) {
        Task.detached { box.value += 1 }  // error: data race
      }
      ```

      """
    try folder.write(text, to: "a.md")
    let verified = await Verified("a.md", in: folder) {
      $0.runOptions.compilerArguments = ["-D", "LINE", "-O"]
      $0.runOptions.swiftVersion = "6"
    }
    #expect(verified.text == "1 document, 1 cell run, 3 promises kept\n")
  }

  @Test("each cell is a program of its own where that is asked for")
  func isolated() async throws {
    try folder.write("```swift\nlet x = 1\n```\n```swift\nlet x = 2\nx  // => 2\n```\n", to: "a.md")
    let verified = await Verified("a.md", in: folder) { $0.runOptions.isIsolated = true }
    #expect(verified.text == "1 document, 2 cells run, 1 promise kept\n")
  }

  @Test("a report is whole for programs, whatever the document", arguments: ReportFormat.allCases)
  func formats(_ format: ReportFormat) async throws {
    try folder.write(broken, to: "a.md")
    try folder.write("```swift\nlet x: Int = \"a\"\n```\n", to: "b.md")
    let result = try await Program.render(
      "verify",
      "--format",
      format.rawValue,
      "a.md",
      "b.md",
      in: folder
    )
    #expect(result.status == 1)
    switch format {
    case .text:
      #expect(result.errors.hasPrefix("a.md:2:14: error: '3' is promised here"))
      #expect(
        result.output.hasPrefix("2 documents, 1 cell run, 1 promise broken; 1 document could")
      )
    case .github:
      #expect(result.output.hasPrefix("::error file=a.md,line=2,col=14,endLine=2,endColumn=14,"))
    case .junit:
      let reader = XMLParser(data: Data(result.output.utf8))
      #expect(reader.parse())
    case .json:
      let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      #expect((report as? [String: Any])?["version"] as? Int == 1)
    }
  }

  @Test(
    "wrong use ends with 64 and says why",
    arguments: [
      (["verify"], "Name a document or a folder: this folder lies in no Swift package."),
      (["verify", "--dry-run", "a.md"], "--dry-run goes with --accept."),
      (["verify", "--format", "xml", "a.md"], "The value 'xml' is invalid for '--format"),
      (
        ["verify", "--package", "nowhere", "a.md"],
        "--package takes a folder that holds Package.swift"
      ),
    ]
  )
  func wrongUse(_ arguments: [String], _ message: String) async throws {
    let result = try await Program(Program.render, arguments, in: folder).result()
    #expect(result.status == 64)
    #expect(result.errors.contains("Error: " + message))
  }
}
