import Foundation
import TestSupport
import Testing

@testable import NotebookReports

@Suite("A patch")
struct UnifiedPatchTests {
  @Test("is written as git writes it")
  func text() {
    let old = (1...20).map { "line \($0)\n" }.joined()
    let new = old.replacing("line 2\n", with: "line two\n")
      .replacing("line 9\n", with: "line 9\nline 9½\n").replacing("line 20\n", with: "line 20")
    let patch = UnifiedPatch(path: "a.md", old: Array(old.utf8), new: Array(new.utf8))
    #expect(
      String(decoding: patch.bytes, as: UTF8.self) == """
        diff --git a/a.md b/a.md
        --- a/a.md
        +++ b/a.md
        @@ -1,5 +1,5 @@
         line 1
        -line 2
        +line two
         line 3
         line 4
         line 5
        @@ -7,6 +7,7 @@
         line 7
         line 8
         line 9
        +line 9½
         line 10
         line 11
         line 12
        @@ -17,4 +18,4 @@
         line 17
         line 18
         line 19
        -line 20
        +line 20
        \\ No newline at end of file

        """
    )
  }

  @Test("of a file that stays as it is is empty")
  func nothing() {
    #expect(UnifiedPatch(path: "a.md", old: [1, 2], new: [1, 2]).bytes == [])
  }

  @Test(
    "is taken by git",
    arguments: [
      ("a\nb\nc\n", "a\nB\nc\n"),
      ("a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"),
      ("a\r\nb\nc\rd\n", "a\r\nB\nc\rD\r\n"),
      ("a\nb", "a\nB"),
      ("a\nb", "a\nb\n"),
      ("a\nb\n", "a\nb"),
      ("a\r\n", "a\n"),
      ("", "a\n"),
      ("", "a"),
      ("a\n", ""),
      ("a", ""),
      ("a", "b"),
      ("\n\n\n", "\n\n"),
      ("a\nb\nc\nd\ne\nf\ng\nh\ni\nj", "A\nb\nc\nd\ne\nf\ng\nh\ni\nj"),
      ("a\nb\nc\nd\ne\nf\ng\nh\n", "A\nb\nc\nd\ne\nf\ng\nH\n"),
      ("a\nb\nc\nd\ne\nf\ng\nh\ni\n", "A\nb\nc\nd\ne\nf\ng\nh\nI\n"),
      ("-- a\n++ b\n@@\n", "--- a\n+++ b\n@@ -1 +1 @@\n"),
      ("diff --git a/x b/x\n", "\\ No newline at end of file\n"),
      ("\u{FEFF}a\n", "\u{FEFF}b\n"),
      ("trailing \t\n", "trailing  \t\n"),
    ]
  )
  func applies(_ old: String, _ new: String) async throws {
    let folder = try ScratchFolder()
    try await expectApplies([File("notebook.md", Array(old.utf8), Array(new.utf8))], in: folder)
  }

  @Test("keeps bytes that are no text")
  func bytes() async throws {
    let folder = try ScratchFolder()
    let old: [UInt8] = [0xFF, 0x0A, 0xC3, 0x0A, 0x61, 0x0A]
    try await expectApplies([File("a.md", old, old.dropLast(2) + [0x80, 0x0A])], in: folder)
  }

  @Test(
    "names any file so that git finds it",
    arguments: [
      "two words.md", " a ", "quote\"s.md", "back\\slash.md", "täb\tline\nend.md", "日本/語.md",
      "a/b/c.md", "a b/c d/e.md", "-x.md", "a\u{7}\u{1}\u{7F}.md", "b/a", "emoji 😀.md",
      "a/dev/null",
    ]
  )
  func names(_ path: String) async throws {
    let folder = try ScratchFolder()
    try await expectApplies([File(path, Array("a\n".utf8), Array("b\n".utf8))], in: folder)
  }

  @Test(
    "quotes names as git does",
    arguments: [
      ("a/b c.md", "a/b c.md"), ("a/ä", "\"a/\\303\\244\""), ("a/\"\\", "\"a/\\\"\\\\\""),
      ("a/\t\n\u{1}", "\"a/\\t\\n\\001\""),
    ]
  )
  func quotes(_ path: String, _ expected: String) {
    #expect(GitPath.quoted(path) == expected)
  }

  @Test("is taken by git for random files", arguments: 0..<4 as Range<UInt64>)
  func random(_ seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try ScratchFolder()
    let files = (0..<40).map { number in
      let old = RandomFile(using: &generator)
      return File("file \(number).md", old.bytes, old.edited(using: &generator).bytes)
    }
    try await expectApplies(files, in: folder)
  }

  @Test("names files from the top of a git working tree, because git starts there")
  func workTree() async throws {
    let top = try ScratchFolder()
    let inner = top.path("docs/guide")
    let names = ["docs/guide/a.md", "docs/a.md", "a.md"]
    for name in names { try top.write("old\n", to: name) }
    #expect(try await Program(git, ["init", "-q"], in: top).result().status == 0)
    let found = ["./a.md", "../a.md", top.path("a.md")].map { path in
      UnifiedPatch.name(of: path, in: FolderPath(path: inner))
    }
    #expect(found == names)
    let patches = names.map { name in
      UnifiedPatch(path: name, old: Array("old\n".utf8), new: Array("new\n".utf8))
    }
    try top.write(Data(patches[0].bytes), to: "first.patch")
    try top.write(Data(patches[1].bytes + patches[2].bytes), to: "rest.patch")
    let first = ["-C", inner, "apply", top.path("first.patch")]
    #expect(try await Program(git, first, in: top).result().status == 0)
    #expect(try await Program(git, ["apply", "rest.patch"], in: top).result().status == 0)
    for name in names { #expect(try top.read(name) == "new\n") }
  }

  @Test(
    "names files from the folder where there is no git",
    arguments: [
      ("a.md", "a.md"), ("./b/../a.md", "a.md"), ("/x/y/b/a.md", "b/a.md"),
      ("/z/a.md", "z/a.md"), ("../a.md", "x/a.md"),
    ]
  )
  func noWorkTree(_ path: String, _ expected: String) {
    #expect(UnifiedPatch.name(of: path, in: FolderPath(path: "/x/y")) == expected)
  }

  @Test("names files by the folder even if a symbolic link leads to it")
  func symbolicLink() throws {
    let folder = try ScratchFolder()
    try folder.write("", to: "real/a.md")
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real")
    let real = FolderPath(path: folder.path("real"))
    #expect(real.relativePath(of: link + "/a.md", from: real) == "a.md")
  }

  private struct File {
    var path: String
    var old: [UInt8]
    var new: [UInt8]

    init(_ path: String, _ old: [UInt8], _ new: [UInt8]) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  private var git: String {
    get throws {
      try #require(
        ["/usr/bin/git", "/opt/homebrew/bin/git", "/usr/local/bin/git"]
          .first { FileManager.default.isExecutableFile(atPath: $0) },
        "git is missing: install the package git"
      )
    }
  }

  private func expectApplies(_ files: [File], in folder: ScratchFolder) async throws {
    var patch: [UInt8] = []
    for file in files {
      try folder.write(Data(file.old), to: file.path)
      let name = UnifiedPatch.name(of: file.path, in: FolderPath(path: folder.url.path))
      patch += UnifiedPatch(path: name, old: file.old, new: file.new).bytes
    }
    let path = try folder.write(Data(patch), to: ".patch/all.patch")
    for arguments in [["apply", "--check", path], ["apply", "--whitespace=nowarn", path]] {
      let result = try await Program(git, arguments, in: folder).result()
      #expect(result.status == 0, "\(result.errors)")
    }
    for file in files {
      #expect(Array(try folder.data(file.path)) == file.new, "\(file.path)")
    }
  }
}
