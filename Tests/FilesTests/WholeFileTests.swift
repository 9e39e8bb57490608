import Files
import Foundation
import TestSupport
import Testing

@Suite("A file that is written whole")
struct WholeFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func fault(_ body: () throws(WholeFile.Fault) -> Void) -> String? {
    do throws(WholeFile.Fault) {
      try body()
      return nil
    } catch {
      return error.message
    }
  }

  @Test("makes the folders that it lies in, and leaves nothing beside it")
  func write() throws {
    try WholeFile.write(Array("one".utf8), to: folder.path("a/b/c.html"))
    try WholeFile.write(Array("two".utf8), to: folder.path("a/b/c.html"))
    #expect(try folder.read("a/b/c.html") == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("a/b")) == ["c.html"])
  }

  @Test("is left alone, with its date, where it holds the same")
  func update() throws {
    try folder.write("one", to: "a")
    let before = try #require(FileStamp(of: folder.path("a")))
    try WholeFile.update(Array("one".utf8), at: folder.path("a"))
    #expect(FileStamp(of: folder.path("a")) == before)
    try WholeFile.update(Array("two".utf8), at: folder.path("a"))
    #expect(try folder.read("a") == "two")
  }

  @Test("takes the place of what a link leads to, and not of the link")
  func link() throws {
    try folder.write("one", to: "target")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "target")
    try WholeFile.write(Array("two".utf8), to: folder.path("link"))
    #expect(try folder.read("target") == "two")
    #expect(try files.destinationOfSymbolicLink(atPath: folder.path("link")) == "target")
    try files.createSymbolicLink(atPath: folder.path("circle"), withDestinationPath: "circle")
    #expect(
      fault { () throws(WholeFile.Fault) in try WholeFile.write([], to: folder.path("circle")) }
        == "Too many levels of symbolic links"
    )
  }

  @Test("is refused where it has no name, a folder's, or a device's")
  func refusals() {
    let faults = ["", folder.url.path, "/dev/null"].map { path in
      fault { () throws(WholeFile.Fault) in try WholeFile.write([], to: path) }
    }
    #expect(
      faults == ["its name is empty", "Is a directory", "this is a device or a pipe, and no file"]
    )
  }

  @Test("may stay readable for the same users")
  func permissions() throws {
    try folder.write("one", to: "a")
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("a"))
    try WholeFile.write(Array("two".utf8), to: folder.path("a"), keepsPermissions: true)
    let attributes = try files.attributesOfItem(atPath: folder.path("a"))
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
  }

  @Test("keeps all of its names where it is rewritten")
  func rewrite() throws {
    try folder.write("one and more", to: "a")
    try FileManager.default.linkItem(atPath: folder.path("a"), toPath: folder.path("b"))
    try WholeFile.rewrite(
      Array("two".utf8),
      at: folder.path("a"),
      before: Array("one and more".utf8)
    )
    #expect(try folder.read("a") == "two")
    #expect(try folder.read("b") == "two")
  }

  @Test("is copied once, and again where what it is a copy of is younger")
  func copy() throws {
    try folder.write("one", to: "a")
    try WholeFile.copy(folder.path("a"), to: folder.path("b"))
    #expect(try folder.read("b") == "one")
    try FileManager.default.removeItem(atPath: folder.path("a"))
    try folder.write("two", to: "a")
    try WholeFile.copy(folder.path("a"), to: folder.path("b"))
    #expect(try folder.read("b") == "two")
    let missing = fault { () throws(WholeFile.Fault) in
      try WholeFile.copy(folder.path("none"), to: folder.path("c"))
    }
    #expect(missing == "No such file or directory")
    #expect(try folder.names() == ["a", "b"])
  }

  @Test("takes away what writers that were killed have left, and no more")
  func leftovers() throws {
    try folder.write("", to: ".lectern-a-1-1-0.part")
    try folder.write("", to: ".other.part")
    try WholeFile.write([], to: folder.path("a"))
    #expect(try folder.names() == [".other.part", "a"])
  }
}

@Suite("A file that is written aside")
struct PartialFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("goes where it is not put in its place")
  func abandoned() throws {
    do {
      let file = try PartialFile(at: folder.path("a.part"))
      try file.write([1])
      #expect(try folder.names() == ["a.part"])
    }
    #expect(try folder.names() == [])
  }

  @Test("takes another's place, at a second try where the way is cleared")
  func placed() throws {
    try folder.write("one", to: "a")
    let file = try PartialFile(at: folder.path("a.part"))
    try file.write(Array("two".utf8))
    try file.place(at: folder.path("a"))
    #expect(try folder.read("a") == "two")
    let other = try PartialFile(at: folder.path("b.part"))
    let inner = folder.path("inner")
    try other.place(at: inner + "/b") { () throws(SystemFault) in try Folder.make(inner) }
    #expect(try folder.names() == ["a", "inner", "inner/b"])
  }

  @Test("is not begun where something has its name")
  func presence() throws {
    try folder.write("one", to: "a.part")
    #expect(throws: SystemFault.self) { try PartialFile(at: folder.path("a.part")) }
    #expect(try folder.read("a.part") == "one")
  }
}
