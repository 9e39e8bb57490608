import Documents
import Foundation
import NotebookSyntax
import ResultStore
import Testing

@testable import NotebookExecution

@Suite("A package that changes")
struct ChangingPackageTests {
  private static let kept = """
    import Foundation
    public func kept() -> String {
      let paths = FileManager.default.enumerator(atPath: Bundle.module.bundlePath)
      let names = (paths?.allObjects as? [String] ?? []).filter { $0.hasSuffix("txt") }
      let data = Bundle.module.url(forResource: "data", withExtension: "txt")
      return (data.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? "none")
        + " " + names.sorted().joined(separator: " ")
    }
    """

  @Test("is linked as it is: in every document, on every run, whatever sources come and go")
  func manySources() async throws {
    // So many that the compiler's driver names its inputs in a list of its own.
    var files = [
      "Package.swift": FixturePackage.manifest("Many", targets: ".target(name: \"Many\")")
    ]
    for number in 0..<140 {
      files["Sources/Many/f\(number).swift"] = "public func f\(number)() -> Int { \(number) }"
    }
    let fixture = try FixturePackage(files)
    defer { fixture.remove() }
    let first = runner(fixture)
    #expect(await shown("import Many\nf7()", by: first) == ["7\n"])
    #expect(await shown("import Many\nf8() + f9()", by: first) == ["17\n"])
    #expect(await shown("import Many\nf139()", by: runner(fixture)) == ["139\n"])
    #expect(await shown("import Many\nf8() + f9()", by: runner(fixture, reads: false)) == ["17\n"])

    try fixture.write("public func more() -> Int { f1() + 140 }", to: "Sources/Many/more.swift")
    fixture.remove("Sources/Many/f139.swift")
    #expect(await shown("import Many\nmore()", by: runner(fixture)) == ["141\n"])
    #expect(await shown("import Many\nf139()", by: runner(fixture)) == [])
  }

  @Test("has its programs run anew where a resource is another, has another name, comes or goes")
  func resources() async throws {
    let target =
      ".target(name: \"Kept\", resources: [.copy(\"data.txt\"), .copy(\"Folder\"), .process(\"Processed\")])"
    let fixture = try FixturePackage([
      "Package.swift": FixturePackage.manifest("Many", targets: target),
      "Sources/Kept/data.txt": "one",
      "Sources/Kept/Folder/a.txt": "",
      "Sources/Kept/Processed/p.txt": "",
      "Sources/Kept/Kept.swift": Self.kept,
    ])
    defer { fixture.remove() }
    func read() async -> [String] { await shown("import Kept\nprint(kept())", by: runner(fixture)) }
    #expect(await read() == ["one Folder/a.txt data.txt p.txt\n"])

    try fixture.write("two", to: "Sources/Kept/data.txt")
    #expect(await read() == ["two Folder/a.txt data.txt p.txt\n"])
    try fixture.move("Sources/Kept/Folder/a.txt", to: "Sources/Kept/Folder/b.txt")
    #expect(await read() == ["two Folder/b.txt data.txt p.txt\n"])
    try fixture.move("Sources/Kept/Processed/p.txt", to: "Sources/Kept/Processed/q.txt")
    #expect(await read() == ["two Folder/b.txt data.txt q.txt\n"])
    fixture.remove("Sources/Kept/Processed/q.txt")
    try fixture.write("", to: "Sources/Kept/Processed/r.txt")
    try fixture.write("", to: "Sources/Kept/Folder/.c.txt")
    #expect(await read() == ["two Folder/.c.txt Folder/b.txt data.txt r.txt\n"])
  }

  private func runner(_ fixture: FixturePackage, reads: Bool = true) -> NotebookRunner {
    let store = ResultStore(folder: fixture.folder.appending(path: ".store").path, limit: 1 << 28) {
      Issue.record("\($0)")
    }
    let package = RunOptions.Package.folder(fixture.folder.path)
    return NotebookRunner(
      options: RunOptions(package: package, jobs: 1, store: StoreUse(store, reads: reads))
    )
  }

  private func shown(_ code: String, by runner: NotebookRunner) async -> [String] {
    let source = SourceText(path: "README.md", text: "```swift\n\(code)\n```\n")
    return await runner.run(NotebookParser.parse(source)).shown
  }
}
