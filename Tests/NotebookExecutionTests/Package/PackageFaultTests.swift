import Foundation
import NotebookSyntax
import Testing

@testable import NotebookExecution

@Suite("Packages that cannot be imported")
struct PackageFailureTests {
  @Test("errors are told at their places, each once, and the build is not repeated")
  func compilerErrors() async throws {
    let fixture = try FixturePackage([
      "Package.swift": FixturePackage.manifest("Wrong", targets: ".target(name: \"Wrong\")"),
      "Sources/Wrong/First.swift": """
      public func a() -> Int { "é" + nope }
      struct S {}
      struct S {}
      """,
      "Sources/Wrong/Second.swift": "public typealias T = Missing\n",
    ])
    defer { fixture.remove() }
    let log = fixture.folder.appending(path: "log").path
    let swift = try fixture.tool("echo \"$@\" >> '\(log)'\nexec swift \"$@\"")
    let package = SwiftPackage(folder: fixture.folder.path, swift: swift)
    async let one = failure(of: package)
    async let two = failure(of: package)
    let failures = [await one, await two, await failure(of: package)]
    let first = "\(fixture.folder.path)/Sources/Wrong/First.swift"
    let second = "\(fixture.folder.path)/Sources/Wrong/Second.swift"
    let expected = [
      "\(first):1:33: error[compiler-error]: cannot find 'nope' in scope",
      "\(first):3:8: error[compiler-error]: invalid redeclaration of 'S'",
      "\(second):1:22: error[compiler-error]: cannot find type 'Missing' in scope",
    ]
    for failure in failures { #expect(failure == expected) }
    #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count == 1)
  }

  @Test("a manifest's error is told at its place")
  func manifestError() async throws {
    let fixture = try FixturePackage([
      "Package.swift": FixturePackage.manifest("Wrong", targets: ".nothing(name: \"Wrong\")")
    ])
    defer { fixture.remove() }
    let told = await failure(of: SwiftPackage(folder: fixture.folder.path))
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("\(fixture.folder.path)/Package.swift:8:14: error") == true)
    #expect(told.first?.hasSuffix("type 'Target' has no member 'nothing'") == true)
  }

  @Test("a dependency that is not there is told in SwiftPM's words")
  func dependency() async throws {
    let fixture = try FixturePackage([
      "Package.swift": FixturePackage.manifest(
        "Wrong",
        dependencies: ".package(path: \"Nowhere\")",
        targets: ".target(name: \"Wrong\")"
      ),
      "Sources/Wrong/Wrong.swift": "",
    ])
    defer { fixture.remove() }
    let told = await failure(of: SwiftPackage(folder: fixture.folder.path))
    #expect(told.count == 1)
    #expect(
      told.first?.hasPrefix(
        "\(fixture.folder.path)/Package.swift: error[package-error]: the package at "
          + "'\(fixture.folder.path)/Nowhere' cannot be accessed"
      ) == true
    )
  }

  @Test("a program of the package that does not link is told as the linker says it")
  func link() async throws {
    let fixture = try FixturePackage([
      "Package.swift": FixturePackage.manifest("Wrong", targets: ".executableTarget(name: \"W\")"),
      "Sources/W/main.swift": "@_silgen_name(\"no_such_function\") func f()\nf()\n",
    ])
    defer { fixture.remove() }
    let told = await failure(of: SwiftPackage(folder: fixture.folder.path))
    #expect(told.count == 1)
    #expect(told.first?.contains("error[linker-error]: undefined ") == true)
    #expect(told.first?.contains("no_such_function") == true)
  }

  @Test("a folder without a manifest, and a computer without Swift, are told as such")
  func nothing() async throws {
    let fixture = try FixturePackage(["Package.swift": "", "Empty/file": ""])
    defer { fixture.remove() }
    let empty = fixture.folder.appending(path: "Empty").path
    #expect(
      await failure(of: SwiftPackage(folder: empty))
        == ["\(empty): error[package-missing]: there is no Package.swift in '\(empty)'"]
    )
    let folder = fixture.folder.path
    #expect(
      await failure(of: SwiftPackage(folder: folder, swift: "/nowhere/swift")) == [
        "\(folder): error[toolchain-missing]: there is no Swift package manager at '/nowhere/swift'"
      ]
    )
  }

  @Test("a build whose records are in another form is told as such")
  func unreadable() async throws {
    let fixture = try FixturePackage(["Package.swift": "", "a/debug/description.json": "[]"])
    defer { fixture.remove() }
    let folder = fixture.folder.path
    let swift = try fixture.tool("echo '\(folder)/a/debug'")
    let told = await failure(of: SwiftPackage(folder: folder, swift: swift))
    #expect(
      told == [
        "\(folder): error[package-unreadable]: the package was built, but its modules cannot be "
          + "found: '\(folder)/a/debug/description.json' is in a form that is not known"
      ]
    )
  }

  @Test(
    "what a build prints without a place becomes sentences",
    arguments: [
      (
        "error: Failed to clone repository u:\n    fatal: it does not exist\nmore",
        "package-error", "Failed to clone repository u: fatal: it does not exist"
      ),
      (
        "error: 'x': Invalid manifest (compiled with: [\"/a\"])\nPackage.swift:4: Fatal error: bad\n",
        "package-error", "'x': Invalid manifest: Package.swift:4: Fatal error: bad"
      ),
      (
        "error: link command failed with exit code 1 (use -v to see invocation)\n"
          + "ld.lld: error: unable to find library -lx\n"
          + "clang: error: linker command failed with exit code 1 (use -v to see invocation)\n",
        "linker-error", "unable to find library -lx"
      ),
      (
        "error: fatalError\n[1/2] Compiling\n\n", "package-error",
        "'swift build' failed and did not say why"
      ),
    ]
  )
  func words(_ text: String, _ identifier: String, _ message: String) {
    let output = PackageTool.Output(text: "", errors: text + text, isSuccess: false)
    let told = BuildMessages(of: "P").diagnostics(in: output)
    #expect(told.map(\.message) == [message])
    #expect(told.map(\.identifier) == [identifier])
    #expect(told.map(\.path) == ["P/Package.swift"])
  }

  @Test("files are named as the package is, else from the current folder")
  func paths() {
    let current = FileManager.default.currentDirectoryPath
    #expect(DisplayPath(of: ".").path("\(current)/Sources/a.swift") == "Sources/a.swift")
    #expect(DisplayPath(of: ".").manifest == "Package.swift")
    #expect(DisplayPath(of: "p/").path("\(current)/p/a.swift") == "p/a.swift")
    #expect(DisplayPath(of: "./p").path("\(current)/p/a.swift") == "./p/a.swift")
    #expect(DisplayPath(of: "p").path("\(current)/other/a.swift") == "other/a.swift")
    #expect(DisplayPath(of: "p").path("/elsewhere/a.swift") == "/elsewhere/a.swift")
  }

  private func failure(of package: SwiftPackage) async -> [String] {
    do {
      _ = try await package.libraries()
      return []
    } catch {
      return error.diagnostics.map { diagnostic in
        let place = diagnostic.start.map { ":\($0.line):\($0.column)" } ?? ""
        let kind = "\(diagnostic.severity)[\(diagnostic.identifier)]"
        return "\(diagnostic.path)\(place): \(kind): \(diagnostic.message)"
      }
    }
  }
}
