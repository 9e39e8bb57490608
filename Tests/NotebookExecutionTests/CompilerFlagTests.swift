import Foundation
import ResultStore
import Testing

@testable import NotebookExecution

@Suite("Flags of the compiler")
struct CompilerFlagTests {
  @Test(
    "name paths that begin at the document's folder, however they are written",
    arguments: [
      ("-Iinclude", "-I/d/include", ["/d/include"]),
      (
        "-I include -I ../up -L. -F/f", "-I /d/include -I /up -L/d -F/f",
        ["/d", "/d/include", "/f", "/up"]
      ),
      ("-Xcc -Ia -Xcc -I -Xcc b", "-Xcc -I/d/a -Xcc -I -Xcc /d/b", ["/d/a", "/d/b"]),
      ("-Xcc -include -Xcc a.h", "-Xcc -include -Xcc /d/a.h", ["/d/a.h"]),
      (
        "-Xcc -iquote -Xcc q -Xcc -isystems", "-Xcc -iquote -Xcc /d/q -Xcc -isystem/d/s",
        ["/d/q", "/d/s"]
      ),
      ("-import-objc-header b/h.h", "-import-objc-header /d/b/h.h", ["/d/b/h.h"]),
      (
        "-Xcc -fmodule-map-file=m/a.map -Xcc -fmodule-file=A=a.pcm",
        "-Xcc -fmodule-map-file=/d/m/a.map -Xcc -fmodule-file=A=/d/a.pcm",
        ["/d/a.pcm", "/d/m/a.map"]
      ),
      (
        "-Xfrontend -load-plugin-executable -Xfrontend p#M,N",
        "-Xfrontend -load-plugin-executable -Xfrontend /d/p#M,N", ["/d/p"]
      ),
      ("-Xlinker -L -Xlinker lib -lfoo", "-Xlinker -L -Xlinker /d/lib -lfoo", ["/d/lib"]),
      (
        "-I/usr/include -sdk s -I/usr/local/x", "-I/usr/include -sdk /d/s -I/usr/local/x",
        ["/usr/local/x"]
      ),
      (
        "-D DEBUG -DLIB=a/b -Onone -framework F x.o", "-D DEBUG -DLIB=a/b -Onone -framework F x.o",
        []
      ),
      ("-Xlinker -Bsymbolic -Xcc -fblocks -I", "-Xlinker -Bsymbolic -Xcc -fblocks -I", []),
    ]
  )
  func paths(_ written: String, _ absolute: String, _ named: [String]) {
    let flags = CompilerFlags(written.split(separator: " ").map(String.init), from: "/d")
    #expect(flags.absolute == absolute.split(separator: " ").map(String.init))
    #expect(flags.paths == named)
    #expect(flags.written.joined(separator: " ") == written)
  }

  @Test("may stand in a file, and may name objects that are there")
  func files() throws {
    let folder = try Trial.makeFolder().resolvingSymlinksInPath()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path
    for (name, text) in ["flags": "-I b\n'-Ld e' x.o\n@flags\n", "x.o": "", "h/a.md": ""] {
      let file = folder.appending(path: name)
      let place = file.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let flags = CompilerFlags(["@flags", "-Ih"], from: path)
    #expect(
      flags.absolute
        == ["-I", "\(path)/b", "-L\(path)/d e", "\(path)/x.o", "-I\(path)/h"]
    )
    // Documents are no headers.
    #expect(flags.files.map(\.path) == ["\(path)/flags", "\(path)/x.o"])
  }

  @Test("lead through links")
  func links() throws {
    let folder = try Trial.makeFolder().resolvingSymlinksInPath()
    defer { try? FileManager.default.removeItem(at: folder) }
    let manager = FileManager.default
    for name in ["include", "there/deep"] {
      try manager.createDirectory(
        at: folder.appending(path: name),
        withIntermediateDirectories: true
      )
    }
    try Data().write(to: folder.appending(path: "there/deep/a.h"))
    for (link, place) in [("include/to", "../there"), ("there/deep/back", "../..")] {
      try manager.createSymbolicLink(
        atPath: folder.path + "/" + link,
        withDestinationPath: place
      )
    }
    let names = CompilerFlags(["-Iinclude"], from: folder.path).files.map(\.name)
    #expect(names.contains("/to/deep/a.h"))
    #expect(names.count < 9)
  }

  @Test("count for what is compiled with them, with all that they lead to")
  func counting() throws {
    let folder = try Trial.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func key(_ text: String?, as name: String = "a.h") throws -> StoreKey {
      let header = folder.appending(path: name)
      if let text { try Data(text.utf8).write(to: header) }
      defer { try? FileManager.default.removeItem(at: header) }
      var parts = KeyParts(kind: ResultKind("test", version: 1))
      let compiler = Compiler(
        toolchain: .none,
        libraries: NotebookLibraries(modules: [:]),
        swiftVersion: "5",
        flags: CompilerFlags(["-I", "."], from: folder.path),
        timeout: .seconds(1)
      )
      parts.add(compiler)
      return parts.key
    }
    let first = try key("#define A 1")
    #expect(try key("#define A 2") != first)
    #expect(try key("#define A 1", as: "b.h") != first)
    #expect(try key(nil) != first)
    #expect(try key("#define A 1") == first)
    #expect(try key("#define A 1", as: "a.md") == key(nil))
  }
}
