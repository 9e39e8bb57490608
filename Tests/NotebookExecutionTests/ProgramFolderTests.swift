import Documents
import Foundation
import NotebookSyntax
import ResultStore
import Testing

@testable import NotebookExecution
@testable import NotebookPrograms

@Suite("Programs that belong to their folder")
struct ProgramFolderTests {
  @Test(
    "are those that may read by relative paths or ask for it",
    arguments: [
      ("print(1)", false),
      ("import LayerCalculus\nsoftmax([1, 2])", false),
      ("import Foundation\nprint(sqrt(2.0), exp(1.0), String(format: \"%.2f\", 1.0))", false),
      ("import Foundation\nprint(try contents(of: \"a.txt\"))", false),
      ("import Foundation\nvar a = [1]\na.append(contentsOf: [2])", false),
      ("import Foundation\nstruct P { var open = 1 }\nP().open", false),
      ("import Foundation\nprint(try String(contentsOfFile: \"a\", encoding: .utf8))", true),
      ("import Plotting\nprint(try String(contentsOfFile: \"a\", encoding: .utf8))", true),
      ("import Foundation\nlet d = try Data(contentsOf: .init(fileURLWithPath: \"a\"))", true),
      ("import Foundation\nprint(FileManager.default.currentDirectoryPath)", true),
      ("import Foundation\nlet here = getcwd(nil, 0)", true),
      ("import Foundation\nlet folder = opendir(\".\")", true),
      ("import Foundation\nprint(Bundle.main.bundlePath)", true),
      ("import Foundation\nlet p = Process()", true),
      ("import Foundation\nprint(ProcessInfo.processInfo.environment)", true),
      ("import Glibc\nprint(open(\"a\", O_RDONLY))", true),
      ("#if canImport(Foundation)\nimport Foundation\n#endif\nlet f = fopen(\"a\", \"r\")", true),
      ("@_silgen_name(\"getcwd\") func here(_ p: Int, _ n: Int) -> Int", true),
      ("import Shapes\nlet s = Square(side: 2)", true),
      ("import Shapes\n3.load()", true),
    ]
  )
  func belonging(_ code: String, _ belongs: Bool) {
    let source = SourceText(path: "a.md", text: "```swift\n\(code)\n```\n")
    let plans = ProgramPlan.plans(of: ParsedNotebook(NotebookParser.parse(source)))
    #expect(plans.flatMap(\.pieces).belongToFolder == belongs)
  }

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
