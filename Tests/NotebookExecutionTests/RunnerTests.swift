import Documents
import Foundation
import NotebookExecution
import NotebookSyntax
import Testing

@Suite("Running notebooks")
struct RunnerTests {
  @Test("without a compiler the notebook is not run, and the error says what to install")
  func noCompiler() async throws {
    let trial = try await Trial("```swift\n1\n```\n", compiler: "/nowhere/swiftc")
    #expect(
      trial.dump == """
        notebook.md: error[toolchain-missing]: there is no Swift compiler at '/nowhere/swiftc'
          help: install Swift 6.2 or later from https://swift.org/install
        piece @1: notRun

        """
    )
  }

  @Test("a notebook without Swift needs no compiler")
  func prose() async throws {
    let trial = try await Trial("# Prose\n\n```swift ignore\nx\n```\n", compiler: "/nowhere/swiftc")
    #expect(trial.dump == "piece @3: notRun\n")
  }

  @Test(
    "a path with odd characters is named as it is",
    arguments: ["no \"te\\s é.md", "a: b/c'd.md", "über/x:1:2: error: y.md"]
  )
  func oddPaths(_ path: String) async throws {
    let compiled = try await Trial("```swift\nlet x: Int = 1.5\n```\n", path: path)
    #expect(compiled.dump.hasPrefix("\(path):2:14: error[compiler-error]: cannot convert"))
    let run = try await Trial(
      "```swift\nfunc f(_ i: Int) -> Int { [1][i] }\n  f(3)\n```\n",
      path: path
    )
    #expect(run.dump.hasPrefix("\(path):2:30: error[trap]: Index out of range"))
    #expect(run.dump.contains("\(path):3:3: note[trap]: it was called here"))
  }

  @Test("a name can be declared again in many cells, and in too many is an error that says so")
  func manyRedeclarations() async throws {
    func text(_ cells: Int) -> String {
      "```swift\nlet x = 0\n```\n"
        + String(repeating: "\n```swift\nlet x = x + 1\n```\n", count: cells)
        + "\n```swift\nx\n```\n"
    }
    let many = try await Trial(text(120))
    #expect(many.transcript.diagnostics == [])
    #expect(many.dump.hasSuffix("  val| 120\n"))
    let tooMany = try await Trial(text(201))
    #expect(tooMany.transcript.diagnostics.map(\.identifier).first == "too-many-redeclarations")
  }

  @Test("a compiler that takes too long is ended")
  func compilerTimeout() async throws {
    // A header that nobody writes: the compiler reads it for ever.
    let folder = try Trial.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let header = folder.appending(path: "header.h").path
    #expect(mkfifo(header, 0o600) == 0)
    let trial = try await Trial(
      "---\nswift-flags: [-Xcc, -include, -Xcc, \(header)]\n---\n```swift\n1\n```\n",
      compilerTimeout: .milliseconds(500)
    )
    #expect(trial.transcript.diagnostics.map(\.identifier) == ["compiler-timeout"])
    #expect(trial.leftFiles == [])
  }

  @Test("a task that is cancelled before it begins runs nothing")
  func cancelledEarly() async throws {
    let task = Task {
      try await Task.sleep(for: .seconds(60))
      return 0
    }
    task.cancel()
    let notebook = NotebookParser.parse(SourceText(path: "n.md", text: "```swift\n1\n```\n"))
    let run = Task {
      _ = try? await task.value
      while !Task.isCancelled { await Task.yield() }
      return await NotebookRunner().run(notebook)
    }
    run.cancel()
    #expect(await run.value.diagnostics.map(\.identifier) == ["cancelled"])
  }

  @Test("programs of one notebook run side by side: each waits for the other")
  func sideBySide() async throws {
    let folder = try Trial.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func cell(_ own: String, _ other: String) -> String {
      """
      ```swift reset
      import Foundation
      FileManager.default.createFile(atPath: "\(own)", contents: nil)
      while !FileManager.default.fileExists(atPath: "\(other)") { usleep(1000) }
      ```

      """
    }
    let text = cell("a", "b") + "\n" + cell("b", "a")
    let notebook = NotebookParser.parse(SourceText(path: "n.md", text: text))
    let options = RunOptions(timeout: .seconds(30), jobs: 2, workingFolder: folder.path)
    let transcript = await NotebookRunner(options: options).run(notebook)
    #expect(transcript.diagnostics == [])
  }

  @Test("progress tells of compiling and of each piece")
  func progress() async throws {
    let notebook = NotebookParser.parse(
      SourceText(path: "n.md", text: "```swift\n1\n```\n\n```swift\n2\n```\n")
    )
    let (stream, told) = AsyncStream.makeStream(of: RunProgress.self)
    _ = await NotebookRunner().run(notebook) { told.yield($0) }
    told.finish()
    // The first run with a compiler makes the libraries, too.
    let all = await stream.filter { $0 != .compilingLibraries }.reduce(into: []) { $0.append($1) }
    #expect(all == [.compiling] + notebook.pieces.map { .running($0.id) })
  }

  @Test("a shown value keeps its richer forms")
  func forms() async throws {
    let trial = try await Trial("```swift\n[[1.0, 2.0], [3.0, 4.0]]\n```\n")
    let record = try #require(trial.transcript.records.values.first)
    guard case .value(let bundle) = record.output.first else {
      Issue.record("no value")
      return
    }
    #expect(bundle[.latex]?.contains("bmatrix") == true)
  }

  @Test("a value and a text of any size arrive whole")
  func large() async throws {
    let trial = try await Trial(
      """
      ```swift
      String(repeating: "v", count: 1 << 20)
      print(String(repeating: "t", count: 1 << 20))
      ```
      """
    )
    let text = try #require(trial.transcript.records.values.first).plainText
    #expect(text.utf8.count == 2 << 20 | 2)
  }
}
