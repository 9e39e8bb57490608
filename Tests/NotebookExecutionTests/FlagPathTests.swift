import Foundation
import ResultStore
import Testing

@testable import NotebookExecution

@Suite("What flags lead to")
struct FlagPathTests {
  @Test("is named by paths from the root, also in a file of flags")
  func named() throws {
    let folder = try Trial.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "flags").path
    try Data("-I /b\n-L/c '/d e.o'\n".utf8).write(to: URL(filePath: file))
    let flags = [
      "-D", "A=/x", "-I/a", "-Xcc", "-fmodule-map-file=/m", "-I/usr/include", "@" + file,
    ]
    #expect(FlagPaths.named(by: flags) == ["/a", "/b", "/c", "/d e.o", "/m", file].sorted())
  }

  @Test("counts for what is compiled with them")
  func counting() throws {
    let folder = try Trial.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let header = folder.appending(path: "a.h")
    func key(_ text: String) throws -> StoreKey {
      try Data(text.utf8).write(to: header)
      var parts = KeyParts(kind: ResultKind("test", version: 1))
      let compiler = Compiler(
        toolchain: .none,
        libraries: NotebookLibraries(modules: [:]),
        swiftVersion: "5",
        arguments: ["-I" + folder.path],
        timeout: .seconds(1)
      )
      parts.add(compiler)
      return parts.key
    }
    let first = try key("#define A 1")
    #expect(try key("#define A 2") != first)
    #expect(try key("#define A 1") == first)
  }
}
