import Foundation
import TestSupport
import Testing

@testable import Files

@Suite("A view of files")
struct FileViewTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "shows what lies on the disk, and text that was put in front of it until that is taken away"
  )
  func inFront() throws {
    try folder.write("saved", to: "a.md")
    var files = FileView()
    #expect(text(files.contents(of: folder.path("a.md"))) == "saved")
    files.put("typed", at: folder.path("./a.md"))
    #expect(text(files.contents(of: folder.path("a.md"))) == "typed")
    #expect(files.item(at: folder.path("a.md"))?.size == 5)
    files.takeText(at: folder.path("a.md"))
    #expect(text(files.contents(of: folder.path("a.md"))) == "saved")
    #expect(files.contents(of: folder.path("none.md")) == nil)
    #expect(files.item(at: folder.path("none.md")) == nil)
    #expect(!files.isReadable(folder.path("none.md")))
  }

  @Test("lists files that are in no folder among those that are, byte by byte in their order")
  func names() throws {
    for name in ["c.md", "a.md"] { try folder.write("", to: name) }
    var files = FileView()
    files.put("", at: folder.path("b.md"))
    files.put("", at: folder.path("a.md"))
    files.put("", at: folder.path("new/most/d.md"))
    #expect(try files.names(in: folder.url.path).names == ["a.md", "b.md", "c.md", "new"])
    #expect(try files.names(in: folder.path("new")).names == ["most"])
    #expect(files.item(at: folder.path("new"))?.isFolder == true)
    let fault = #expect(throws: SystemFault.self) { try files.names(in: folder.path("none")) }
    #expect(fault?.isAbsence == true)
  }

  @Test("knows a file that is not there by the real name of its folder")
  func realNames() throws {
    try Folder.make(folder.path("real"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("linked"),
      withDestinationPath: "real"
    )
    var files = FileView()
    files.put("text", at: folder.path("linked/a.md"))
    #expect(text(files.contents(of: folder.path("real/a.md"))) == "text")
    #expect(try files.names(in: folder.path("real")).names == ["a.md"])
  }

  @Test("that lies in memory shows nothing of the disk")
  func memory() throws {
    try folder.write("saved", to: "a.md")
    var files = FileView.inMemory
    files.put([1, 2], at: folder.path("b.png"))
    #expect(files.contents(of: folder.path("a.md")) == nil)
    #expect(files.item(at: folder.path("a.md")) == nil)
    #expect(!files.isReadable(folder.path("a.md")))
    #expect(files.contents(of: folder.path("b.png")) == [1, 2])
    #expect(try files.names(in: folder.url.path).names == ["b.png"])
    #expect(throws: SystemFault.self) { try files.names(in: "/usr") }
  }

  @Test("reads on where the beginning promises something", arguments: [10, 5_000, 200_000])
  func excerpt(length: Int) throws {
    let whole = "---" + String(repeating: "x", count: length)
    try folder.write(whole, to: "a.md")
    var beginnings: [Int] = []
    let files = FileView()
    let bytes = files.excerpt(of: folder.path("a.md")) { beginning in
      beginnings.append(beginning.count)
      return beginning.starts(with: "---".utf8)
    }
    #expect(text(bytes) == whole)
    #expect(beginnings == [min(whole.utf8.count, 4096)])
    #expect(files.excerpt(of: folder.path("a.md")) { _ in false } == nil)
    #expect(files.excerpt(of: folder.path("none.md")) { _ in true } == nil)
  }

  @Test("notes what it is asked, each question once, and what was not there too")
  func notes() throws {
    try folder.write("saved", to: "a.md")
    let all = FileView()
    let files = all.remembering()
    for _ in 1...2 {
      _ = files.contents(of: folder.path("a.md"))
      _ = files.contents(of: folder.path("none.bib"))
      _ = files.contents(of: folder.path("a.md"), for: .excerpt)
      _ = files.item(at: folder.path("p.png"))
      _ = try files.names(in: folder.url.path)
    }
    _ = files.quiet.contents(of: folder.path("b.md"))
    #expect(
      files.dependencies == [
        FileDependency(path: folder.path("a.md"), use: .content),
        FileDependency(path: folder.path("none.bib"), use: .content),
        FileDependency(path: folder.path("a.md"), use: .excerpt),
        FileDependency(path: folder.path("p.png"), use: .presence),
        FileDependency(path: folder.url.path, use: .names),
      ]
    )
    #expect(files.contentsRead.map(\.path) == [folder.path("a.md"), folder.path("none.bib")])
    #expect(files.contentsRead.map { text($0.bytes) } == ["saved", nil])
    #expect(all.dependencies == [])
    #expect(files.remembering().dependencies == [])
  }
}
