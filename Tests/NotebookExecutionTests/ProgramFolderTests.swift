import Documents
import Foundation
import NotebookSyntax
import ResultStore
import Testing

@testable import NotebookExecution

@Suite("Programs that belong to their folder")
struct ProgramFolderTests {
  @Test("are run in each folder, though they are equal", arguments: [true, false])
  func equalPrograms(reads: Bool) async throws {
    let folder = try Trial.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = ResultStore(folder: folder.appending(path: "store").path, limit: 1 << 28) {
      Issue.record("\($0)")
    }
    let runner = NotebookRunner(options: RunOptions(store: StoreUse(store, reads: reads)))
    let text = """
      ```swift
      import Foundation
      print(try String(contentsOfFile: "data.txt", encoding: .utf8))
      ```
      """
    for name in ["a", "b"] {
      let place = folder.appending(path: name)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
      try Data("of \(name)".utf8).write(to: place.appending(path: "data.txt"))
    }
    for name in ["a", "b", "a"] {
      let path = folder.appending(path: "\(name)/n.md").path
      let notebook = NotebookParser.parse(SourceText(path: path, text: text))
      #expect(await runner.run(notebook).shown == ["of \(name)\n"])
    }
  }

  @Test("are found again by those that need no tools, where folder and store are moved together")
  func relativePlaces() {
    func way(_ folder: String, from store: String) -> String {
      ProgramFolder(folder).path(from: ProgramFolder(store))
    }
    #expect(way("/nowhere/a/b", from: "/nowhere/a/.lectern") == "../b")
    #expect(way("/nowhere/a", from: "/nowhere/a/.lectern") == "..")
    #expect(way("/elsewhere/a/b", from: "/elsewhere/a/.lectern") == "../b")
    #expect(way("/nowhere/c", from: "/nowhere/a/.lectern") == "../../c")
  }
}
