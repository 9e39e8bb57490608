import Documents
import Foundation
import NotebookSyntax
import ResultStore
import Testing
import Timing

@testable import NotebookExecution
@testable import NotebookPrograms

@Suite("The way around the compiler's driver")
struct DirectRouteTests {
  private let frontend =
    "/usr/bin/swift-frontend -frontend -c -primary-file '/tmp/a b/main.swift' -Onone -o /tmp/T/main-1.o"
  private let linker =
    #" "/usr/bin/ld.lld" -dynamic-linker /lib64/ld.so -o /tmp/prog /usr/crt1.o /tmp/T/main-1.o -lm"#

  private func route(_ lines: String...) -> DirectRoute? {
    DirectRoute(
      told: lines.joined(separator: "\n"),
      source: "/tmp/a b/main.swift",
      output: "/tmp/prog",
      in: "/tmp/T"
    )
  }

  @Test("is learned from what the driver tells, with another source, object and program")
  func learning() throws {
    let found = try #require(route("Swift version 6.3", frontend, "clang version 21", linker))
    #expect(
      found.compiling("/x/main.swift", to: "/x/main.o") == [
        "/usr/bin/swift-frontend", "-frontend", "-c", "-primary-file", "/x/main.swift", "-Onone",
        "-o", "/x/main.o",
      ]
    )
    #expect(
      found.linking("/x/main.o", to: "/x/out") == [
        "/usr/bin/ld.lld", "-dynamic-linker", "/lib64/ld.so", "-o", "/x/out", "/usr/crt1.o",
        "/x/main.o", "-lm",
      ]
    )
  }

  @Test(
    "does not lead to the driver's own list of inputs, nor to anything else that goes with the run"
  )
  func passingFiles() throws {
    let listed = frontend.replacing(
      "-primary-file",
      with: "-filelist /tmp/T/sources-1 -primary-file"
    )
    let found = try #require(route(listed, linker))
    #expect(try found == #require(route(frontend, linker)))
    #expect(route(frontend + " -import-objc-header /tmp/T/a.pch", linker) == nil)
    #expect(route(frontend, linker + " @/tmp/T/arguments.resp") == nil)
  }

  @Test("is left where what the driver tells is not understood")
  func notUnderstood() {
    #expect(route(frontend) == nil)
    #expect(route(linker) == nil)
    #expect(route(frontend, frontend, linker) == nil)
    #expect(route(frontend.replacing("a b", with: "c"), linker) == nil)
    #expect(route(frontend, linker.replacing("/tmp/prog", with: "/tmp/other")) == nil)
    #expect(route(frontend, linker.replacing("main-1.o", with: "main-2.o")) == nil)
  }

  @Test(
    "a command line is read as a shell reads it",
    arguments: [
      ("a 'b c' d", ["a", "b c", "d"]), (#""a \"b\"" c\ d"#, [#"a "b""#, "c d"]),
      ("'' x", ["", "x"]),
      (#"  a'b'"c"d  "#, ["abcd"]), (#"'\n'"#, [#"\n"#]),
    ]
  )
  func words(_ line: String, _ words: [String]) {
    #expect(ShellWords.words(in: line) == words)
    #expect(ShellWords.words(in: line + " 'open") == nil)
  }

  @Test("the same programs come to the same by the driver and around it")
  func sameResults() async throws {
    let text = """
      ```swift
      import Foundation
      print(sqrt(2.0))
      ```

      ```swift reset
      import Foundation
      print(sqrt(3.0))
      let wrong: Int = "a"
      ```

      ```swift reset
      import Foundation
      print(sqrt(4.0))
      [1][Int(sqrt(4.0))]
      ```
      """
    // One job at a time, so that later programs take the way that the first has shown.
    let folder = try Trial.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    let runner = NotebookRunner(options: RunOptions(jobs: 1, workingFolder: folder.path))
    let first = TranscriptDump(await runner.run(notebook), of: notebook).text
    let second = TranscriptDump(await runner.run(notebook), of: notebook).text
    #expect(first == second)
    #expect(first.contains("out| 1.41"))
    #expect(first.contains("a.md:9:18: error[compiler-error]: cannot convert value"))
    #expect(first.contains("a.md:15:4: error[trap]: Index out of range"))
  }

  @Test("it is kept for later runs, and learned anew where it leads nowhere")
  func keptRoutes() async throws {
    let folder = try Trial.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = ResultStore(folder: folder.appending(path: "store").path, limit: 1 << 28) {
      Issue.record("\($0)")
    }
    let use = StoreUse(store)
    // The way for these flags is not known yet to the user's cache.
    let flag = "NEW_\(UInt64.random(in: 0...UInt64.max))"
    /// The stages of a run of one new cell.
    func stages(_ code: String) async -> Set<String> {
      let text = "```swift\nprint(\(code))\n```\n"
      let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
      let timeline = Timeline()
      let transcript = await timeline.recording {
        await NotebookRunner(
          options: RunOptions(
            compilerArguments: ["-D", flag],
            store: use,
            workingFolder: folder.path
          )
        ).run(notebook)
      }
      #expect(transcript.diagnostics == [])
      #expect(transcript.records.values.map(\.output).joined().count == 1)
      return Set(timeline.spans.map(\.stage.name))
    }
    #expect(await stages("1").contains("swiftc driver"))
    #expect(await !stages("2").contains("swiftc driver"))

    let toolchain = try #require(Toolchain(compiler: nil))
    let routes = DirectRoutes(toolchain, use)
    let key = DirectRoutes.Key(flags: ["-lost"], modules: ["A"])
    #expect(routes[key] == nil)
    let lost = try #require(
      route(
        frontend.replacing("/usr/bin", with: "/nowhere"),
        linker.replacing("/usr/bin", with: "/nowhere")
      )
    )
    routes.learn(lost, for: key)
    #expect(DirectRoutes(toolchain, use)[key] == lost)
    #expect(DirectRoutes(.none, use)[key] == nil)
    let compiler = try await compilerOf(toolchain, DirectRoutes(toolchain, use), lost)
    let source = SourceText(path: "a.md", text: "```swift\nprint(3)\n```\n")
    let pieces = ProgramPlan.plans(of: ParsedNotebook(NotebookParser.parse(source))).flatMap(
      \.pieces
    )
    try await TemporaryFolder.with(in: folder.path) { folder in
      let program = SourceWriter.program(pieces, in: source)
      let remarks = try await compiler.compile(program, in: folder, name: "p")
      #expect(!remarks.hasErrors)
      #expect(FileManager.default.fileExists(atPath: folder["p.program"]))
    }
  }

  /// A compiler for which all routes lead nowhere.
  private func compilerOf(
    _ toolchain: Toolchain,
    _ routes: DirectRoutes,
    _ lost: DirectRoute
  ) async throws -> Compiler {
    let tools = Tools(RunOptions(), WorkSlots(1))
    let libraries = try await tools.get(importing: [], path: "a.md").libraries
    let compiler = Compiler(
      toolchain: toolchain,
      libraries: libraries,
      swiftVersion: "5",
      flags: CompilerFlags([]),
      timeout: .seconds(60),
      routes: routes
    )
    routes.learn(lost, for: compiler.key(importing: ["NotebookDisplay"]))
    return compiler
  }
}
