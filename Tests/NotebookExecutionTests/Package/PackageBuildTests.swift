import Foundation
import Testing

@testable import NotebookExecution

@Suite("Building a package")
struct PackageBuildTests {
  @Test("objects of source files that are gone are not linked, in Swift and in C")
  func staleObjects() async throws {
    let fixture = try FixturePackage([
      "Package.swift": FixturePackage.manifest(
        "Stale",
        targets: ".target(name: \"Stale\", dependencies: [\"CStale\"]), .target(name: \"CStale\")"
      ),
      "Sources/Stale/Kept.swift": "import CStale\npublic func kept() -> Int { Int(c()) }\n",
      "Sources/Stale/Gone.swift": "@_silgen_name(\"g\") func g()\npublic func gone() { g() }\n",
      "Sources/CStale/include/c.h": "int c(void);\n",
      "Sources/CStale/kept.c": "int c(void) { return 5; }\n",
      "Sources/CStale/gone.c": "int missing(void);\nint gone(void) { return missing(); }\n",
    ])
    defer { fixture.remove() }
    let path = fixture.folder.path
    let before = try await SwiftPackage(folder: path).libraries()
    #expect(before.modules["Stale"]?.objects.count == 2)
    fixture.remove("Sources/Stale/Gone.swift")
    fixture.remove("Sources/CStale/gone.c")
    let libraries = try await SwiftPackage(folder: path).libraries()
    #expect(libraries.modules["Stale"]?.objects.count == 1)
    #expect(libraries.modules["CStale"]?.objects.count == 1)
    let objects = before.modules.values.flatMap(\.objects)
    #expect(objects.allSatisfy(FileManager.default.fileExists))
    let trial = try await Trial(
      "```swift\nimport Stale\nkept()\n```\n",
      libraries: libraries
    )
    #expect(trial.dump == "piece @1: ran\n  val| 5\n")
  }

  @Test("nobody is asked to build it again before something of it changes")
  func knownBuild() async throws {
    let fixture = try FixturePackage([
      "Package.swift": FixturePackage.manifest("Known", targets: ".target(name: \"Known\")"),
      "Sources/Known/Known.swift": "public func known() -> Int { 1 }\n",
      "README.md": "# Known\n",
    ])
    defer { fixture.remove() }
    let real = try #require(Toolchain.find("swift"))
    let log = fixture.folder.appending(path: ".calls").path
    let swift = try fixture.tool("echo \"$@\" >> '\(log)'\nexec '\(real)' \"$@\"")
    func libraries() async throws -> NotebookLibraries {
      try await SwiftPackage(folder: fixture.folder.path, swift: swift).libraries()
    }
    func calls() throws -> Int {
      try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count
    }
    let built = try await libraries()
    // What was written just now may be written again without a trace.
    let tool = try #require(PackageTool(program: swift, folder: fixture.folder.path))
    while !BuildInputs(of: tool).isSettled {
      try await Task.sleep(for: .milliseconds(50))
    }
    _ = try await libraries()
    let before = try calls()
    try Data("# New words\n".utf8).write(to: fixture.folder.appending(path: "README.md"))
    #expect(try await libraries().modules == built.modules)
    #expect(try calls() == before)

    let object = try #require(built.modules["Known"]?.objects.first)
    try FileManager.default.removeItem(atPath: object)
    _ = try await libraries()
    #expect(try calls() > before)
    #expect(FileManager.default.fileExists(atPath: object))

    try Data("public func other() {}\n".utf8)
      .write(to: fixture.folder.appending(path: "Sources/Known/Other.swift"))
    #expect(try await libraries().modules["Known"]?.objects.count == 2)
  }

  @Test("a task that is cancelled ends the build, and those of its processes that left its group")
  func cancellation() async throws {
    let fixture = try FixturePackage(["Package.swift": ""])
    defer { fixture.remove() }
    let number = "\(Int.random(in: 100_000...999_999))"
    let swift = try fixture.tool(
      "set -m\nsleep \(number) &\n(trap '' INT; sleep \(number)) &\nwait"
    )
    let package = SwiftPackage(folder: fixture.folder.path, swift: swift)
    let task = Task { try await package.libraries() }
    while Trial.processes(naming: number).count < 2 { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    await #expect(throws: PackageFault.cancelled(fixture.folder.path)) { try await task.value }
    #expect(Trial.processes(naming: number) == [])
  }

  @Test("work goes on while somebody waits for it, and begins anew after it was given up")
  func sharing() async throws {
    actor Runs {
      var count = 0
      func begin() -> Int {
        count += 1
        return count
      }
    }
    let runs = Runs()
    let work = SharedWork<Int> {
      guard await runs.begin() == 1 else { return 7 }
      while !Task.isCancelled { try? await Task.sleep(for: .seconds(60)) }
      return nil
    }
    let tasks = (0..<2).map { _ in Task { await work.finished() } }
    while await work.waiters < 2 { await Task.yield() }
    tasks[0].cancel()
    #expect(await tasks[0].value == nil)
    #expect(await work.waiters == 1)
    tasks[1].cancel()
    #expect(await tasks[1].value == nil)
    #expect(await work.finished() == 7)
    #expect(await work.finished() == 7)
    #expect(await runs.count == 2)
  }

  @Test("the package of a document is the nearest one around it")
  func around() throws {
    let fixture = try FixturePackage([
      "Package.swift": "", "Inner/Package.swift": "", "Inner/Docs/a.md": "", "Other/b.md": "",
    ])
    defer { fixture.remove() }
    let path = fixture.folder.path
    #expect(SwiftPackage.around("\(path)/Inner/Docs/a.md") == "\(path)/Inner")
    #expect(SwiftPackage.around("\(path)/Inner/Docs/../../Other/b.md") == path)
    #expect(SwiftPackage.around("\(path)/Inner") == "\(path)/Inner")
    #expect(SwiftPackage.around("/nowhere/at/all.md") == nil)
    #expect(DisplayPath.fromCurrentFolder(FileManager.default.currentDirectoryPath) == ".")
  }
}
