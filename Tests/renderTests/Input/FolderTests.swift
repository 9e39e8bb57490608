import Files
import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Folders of documents")
struct FolderTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func git(_ arguments: String..., at place: String = "c") async throws {
    let program = try Program.installed("git", package: "git")
    let result = try await Program(program, ["-C", place] + arguments, in: folder).result()
    try #require(result.status == 0, "\(result.errors)")
  }

  /// What all commands take for the documents of some paths.
  private func found(_ names: String...) -> [String] {
    let paths = names.map(folder.path)
    let verified = DocumentSearch(
      PackageModules(FileView()),
      ProjectFinder(FileView()),
      FileView()
    ).find(paths).files.map(
      folder.relative
    )
    let selection = InputSelection(paths: paths, outputFolder: folder.path("Output"))
    #expect(selection.inputs.map { folder.relative($0.path) } == verified)
    return verified
  }

  @Test("leave out what others have put there, unless it is named")
  func foreign() async throws {
    for name in [
      "a", "node_modules/b", "part/vendor/c", "Pods/d", "Carthage/e", ".build/f", "vendors/g",
    ] {
      try folder.write("# A\n", to: "c/\(name).md")
    }
    #expect(found("c") == ["c/a.md", "c/vendors/g.md"])
    #expect(found("c/part/vendor") == ["c/part/vendor/c.md"])
    #expect(found("c/node_modules/b.md", "c/Pods") == ["c/node_modules/b.md", "c/Pods/d.md"])
  }

  @Test("leave out what git ignores, as git itself has it, unless it is named")
  func ignored() async throws {
    try folder.write("made/\nsecret*\n!secret-no.md\n", to: "c/.gitignore")
    try folder.write("*.md\n!kept.md\n", to: "c/part/.gitignore")
    for name in [
      "a", "made/b", "deep/made/c", "secret", "secret-no", "part/x", "part/kept", "part/tracked",
      "ü",
    ] {
      try folder.write("# A\n", to: "c/\(name).md")
    }
    let expected = ["c/a.md", "c/part/kept.md", "c/part/tracked.md", "c/secret-no.md", "c/ü.md"]
    // Beside a repository, too, as where a folder was copied.
    #expect(found("c") == expected.filter { $0 != "c/part/tracked.md" })
    try await git("init", "-q")
    try await git("add", "-f", "part/tracked.md")
    #expect(found("c") == expected)
    #expect(found("c/part") == ["c/part/kept.md", "c/part/tracked.md"])
    #expect(found("c/made") == ["c/made/b.md"])
    #expect(found("c/deep/made/c.md", "c/secret.md") == ["c/deep/made/c.md", "c/secret.md"])
    let leftovers = try FileManager.default.contentsOfDirectory(
      atPath: FileManager.default.temporaryDirectory.path
    )
    #expect(!leftovers.contains { $0.hasPrefix("lectern-ignored") })
  }

  @Test("leave out drafts, tell of them, and have them where they are named")
  func drafts() async throws {
    try folder.write("# A\n\n[d](part/d.md)\n", to: "c/a.md")
    try folder.write("---\ntitle: Not yet\ndraft: true\n---\n\n## D {#sec-d}\n", to: "c/part/d.md")
    try folder.write("---\ndraft: false\n---\n# E\n", to: "c/e.md")
    #expect(found("c") == ["c/a.md", "c/e.md"])
    let note = "c/part/d.md: note: this is a draft, and left out unless it is named\n"
    let verified = await Verified("c", in: folder)
    #expect(verified.errors.contains(note))
    let rendered = await Rendered("c", in: folder)
    #expect(rendered.status == .success)
    #expect(rendered.errors.hasPrefix(note))
    #expect(
      rendered.errors.contains("c/a.md:3:5: warning: this leads to the page of 'c/part/d.md'")
    )
    #expect(try folder.files(in: "Output") == ["a.html", "e.html"])

    #expect(await Rendered("c", "c/part/d.md", in: folder).errors == "")
    #expect(try folder.files(in: "Output") == ["a.html", "e.html", "part/d.html"])
    let named = await Rendered("c/part/d.md", in: folder) { $0.roots = [folder.path("c")] }
    #expect(named.output == "c/part/d.md → Output/part/d.html\n")
  }

  @Test("are planned again when a draft is one no more")
  func plannedDrafts() async throws {
    try folder.write("# A\n", to: "c/a.md")
    try folder.write("---\ndraft: true\n---\n# D\n", to: "c/d.md")
    let result = try await Program.render("plan", "c", "--file", "build.ninja", in: folder)
    #expect(result.status == 0)
    #expect(!(try folder.read("build.ninja").contains("d.md")))
    #expect(try folder.read("build.ninja.d").contains("c/d.md"))
  }

  @Test("hold two documents where two names differ only in Unicode's normal form")
  func normalForms() async throws {
    let names = ["u\u{308}.md", "\u{FC}.md"]
    for name in names {
      try folder.write("```swift\n1 + 1\n```\n\n```output\n3\n```\n", to: "c/" + name)
    }
    try #require(try FolderNames(of: folder.path("c")).names.count == 2, "this disk knows one form")
    let verified = await Verified("c", in: folder)
    #expect(verified.status == .failure)
    #expect(verified.errors.matches(of: /error: '3' is promised/).count == 2)
    #expect(found("c").map { Array($0.utf8) } == names.map { Array("c/\($0)".utf8) })
    #expect(found("c/" + names[1], "c/" + names[0]).count == 2)
    for name in names { try folder.write("# A\n\n[x](<\(name)#a>)\n", to: "c/" + name) }
    let rendered = await Rendered("c", in: folder)
    #expect(rendered.errors == "")
    #expect(
      try FolderNames(of: folder.path("Output")).names.filter { $0.hasSuffix(".html") }.count == 2
    )
  }

  @Test("fail where a document's name is not UTF-8")
  func otherEncoding() async throws {
    try folder.write("# A\n", to: "c/a.md")
    let name = Array(folder.path("c").utf8) + [UInt8(ascii: "/"), 0xE9] + Array(".md".utf8)
    let descriptor = open(name.map(CChar.init(bitPattern:)) + [0], O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0, "this disk knows only UTF-8")
    close(descriptor)
    let verified = await Verified("c", in: folder)
    #expect(verified.status == .inputOutput)
    #expect(verified.errors.contains("c/\u{FFFD}.md: error: this name is not UTF-8"))
    #expect(await Rendered("c", in: folder).status == .inputOutput)
    // By its own name, as it comes from the command line.
    let named = await Verified("c/\u{FFFD}.md", in: folder)
    #expect(named.status == .inputOutput)
    #expect(named.errors.contains("a name that is not UTF-8 cannot be used"))
  }

  @Test("tell of folders whose names are not UTF-8, which fails where warnings do")
  func folderOfOtherEncoding() async throws {
    try folder.write("# A\n", to: "c/a.md")
    let name = Array(folder.path("c").utf8) + [UInt8(ascii: "/"), 0xE9]
    let made = mkdir(name.map(CChar.init(bitPattern:)) + [0], 0o700)
    try #require(made == 0, "this disk knows only UTF-8")
    for isStrict in [false, true] {
      let rendered = await Rendered("c", in: folder) { $0.isStrict = isStrict }
      #expect(rendered.errors.contains("c/\u{FFFD}: warning: this name is not UTF-8"))
      #expect(rendered.status == (isStrict ? .failure : .success))
      let verified = await Verified("c", in: folder) { $0.isStrict = isStrict }
      #expect(verified.status == (isStrict ? .failure : .success))
    }
  }

  @Test("tell of a link that leads to no document")
  func danglingLink() async throws {
    try folder.write("# A\n", to: "c/a.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("c/b.md"),
      withDestinationPath: "gone.md"
    )
    let verified = await Verified("c", in: folder)
    #expect(verified.status == .noInput)
    #expect(verified.errors.contains("c/b.md: error: this link leads to no file\n"))
  }

  @Test("are one where they are given twice")
  func twice() async throws {
    try folder.write("# A\n", to: "c/a.md")
    try folder.write("# B\n", to: "c/part/b.md")
    #expect(found("c", "c/../c") == ["c/a.md", "c/part/b.md"])
    let rendered = await Rendered("c/part/b.md", "c", "c/", in: folder)
    #expect(rendered.errors == "")
    #expect(try folder.files(in: "Output") == ["a.html", "part/b.html"])
  }
}
