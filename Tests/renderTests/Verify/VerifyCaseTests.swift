import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Documents that are verified", .serialized)
struct VerifyCaseTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("a document gives the findings that are written down", arguments: GoldenCase.all())
  func findings(of golden: GoldenCase) async throws {
    try folder.write(Data(golden.source.bytes), to: "notebook.md")
    let verified = await Verified("notebook.md", in: folder)
    #expect(try golden.difference(of: verified.text, from: "expected.txt") == nil)
    let isWell = !verified.errors.contains("error:")
    #expect(verified.status == (isWell ? .success : .failure))
  }

  @Test(
    "what can be accepted is, by a patch as well, and nothing else",
    arguments: GoldenCase.all()
  )
  func accepting(_ golden: GoldenCase) async throws {
    let before = Data(try golden.source.bytes)
    try folder.write(before, to: "notebook.md")
    let patch = try await Program.render(
      "verify",
      "--accept",
      "--dry-run",
      "notebook.md",
      in: folder
    ).output
    #expect(try folder.data("notebook.md") == before)

    _ = await Verified("notebook.md", in: folder) { $0.acceptance = .write }
    let after = try folder.data("notebook.md")
    if golden.hasFile("accepted.md") || after != before {
      let text = String(decoding: after, as: UTF8.self)
      #expect(try golden.difference(of: text, from: "accepted.md") == nil)
    }

    // What was accepted holds, and accepting again changes nothing.
    let again = await Verified("notebook.md", in: folder) { $0.acceptance = .write }
    #expect(!again.output.contains("accepted"))
    #expect(try folder.data("notebook.md") == after)

    #expect(patch.isEmpty == (after == before))
    guard after != before else { return }
    try folder.write(before, to: "notebook.md")
    try folder.write(patch, to: "changes.patch")
    let git = try await Program("/usr/bin/git", ["apply", "changes.patch"], in: folder).result()
    #expect(git.status == 0, "\(git.errors)")
    #expect(try folder.data("notebook.md") == after)
  }

  @Test("no file of a case is left unused")
  func strayFiles() throws {
    #expect(!GoldenCase.all().isEmpty)
    for golden in GoldenCase.all() {
      #expect(try golden.strayFiles(besides: ["notebook.md", "expected.txt", "accepted.md"]) == [])
    }
  }
}

extension GoldenCase {
  /// Whether there is such a file in the folder.
  fileprivate func hasFile(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }
}
