import Documents
import Foundation
import NotebookExecution
import NotebookSyntax
import Testing

@Suite("Limits, and what is left behind")
struct LimitTests {
  @Test(
    "an endless loop is ended, and what was printed before it, half a line too, is kept",
    arguments: ["while true {}", "for await _ in AsyncStream<Int>(unfolding: { 1 }) {}"]
  )
  func endlessLoop(_ loop: String) async throws {
    let trial = try await Trial(
      """
      ```swift
      print("whole")
      print("half", terminator: "")
      \(loop)
      ```
      """,
      timeout: .seconds(1)
    )
    #expect(
      trial.dump.contains("notebook.md:4:1: error[timeout]: the notebook ran longer than 1 s")
    )
    #expect(trial.dump.contains("  out| whole\n  out| half\n"))
    #expect(trial.leftFiles == [])
  }

  @Test("a program that does not let itself be told to end is ended")
  func stubborn() async throws {
    let trial = try await Trial(
      "```swift\nimport Foundation\nprint(1)\nsignal(SIGTERM, SIG_IGN)\nwhile true {}\n```\n",
      timeout: .seconds(1)
    )
    #expect(trial.dump.contains("notebook.md:5:1: error[timeout]"))
    #expect(trial.dump.contains("  out| 1\n"))
  }

  @Test("a flood of output is ended, and the cells before it lose nothing")
  func flood() async throws {
    let trial = try await Trial(
      """
      ```swift
      print("first")
      1
      ```

      ```swift
      while true { print("flood") }
      ```
      """,
      outputLimit: 1 << 20
    )
    #expect(trial.dump.contains("notebook.md:7:1: error[output-limit]: the notebook printed more"))
    #expect(trial.dump.contains("piece @1: ran\n  out| first\n  out| \n  val| 1\n"))
    #expect(trial.leftFiles == [])
  }

  @Test(
    "a program that asks for too much memory is ended at the statement that does",
    arguments: [
      "var all: [[UInt8]] = []; while true { all.append(Array(repeating: 1, count: 1 << 20)) }",
      "let one = [UInt8](repeating: 1, count: 3 << 30)",
    ]
  )
  func memory(_ code: String) async throws {
    let trial = try await Trial(
      "```swift\nprint(1)\n\(code)\n```\n",
      memoryLimit: 1 << 30
    )
    #expect(trial.dump.contains("error[memory-limit]: the notebook used more than 1 GiB of memory"))
    #expect(trial.dump.contains("notebook.md:3:"))
    #expect(trial.dump.contains("  out| 1\n"))
  }

  #if os(Linux)
    @Test("processes that together take too much memory are ended, though none of them does alone")
    func memoryTogether() async throws {
      let child = "perl -e '$x = \"a\" x 200_000_000; sleep 60' & "
      let trial = try await Trial(
        """
        ```swift
        import Foundation
        print(1)
        Foundation.system(\"\"\"
          \(child + child + child)wait
          \"\"\")
        ```
        """,
        memoryLimit: 512 << 20
      )
      #expect(
        trial.dump.contains(
          "notebook.md:4:1: error[memory-limit]: the notebook used more than 512 MiB of memory"
        ),
        "\(trial.dump)"
      )
      #expect(trial.dump.contains("  out| 1\n"))
      #expect(Trial.processes(naming: "200_000_000") == [])
    }

    @Test("a program that starts more and more others is ended, and all of them")
    func processFlood() async throws {
      let number = "\(Int.random(in: 100_000...999_999))"
      let trial = try await Trial(
        """
        ```swift
        import Foundation
        Foundation.system("while :; do sleep \(number) & done")
        ```
        """
      )
      #expect(
        trial.dump.contains(
          "notebook.md:3:1: error[process-limit]: the notebook had more than 256 processes at once"
        ),
        "\(trial.dump)"
      )
      #expect(Trial.processes(naming: number) == [])
    }
  #endif

  @Test(
    "no process is left, whatever a cell starts",
    arguments: [
      "Foundation.system(\"sleep NUMBER &\")",
      "Foundation.system(\"setsid sleep NUMBER >/dev/null 2>&1 &\")",
      "Foundation.system(\"setsid sh -c 'sleep NUMBER & sleep NUMBER' &\"); fatalError()",
      "Foundation.system(\"(trap '' TERM; setsid sleep NUMBER) & sleep NUMBER\")",
    ]
  )
  func processes(_ code: String) async throws {
    let number = "\(Int.random(in: 100_000...999_999))"
    let code = code.replacing("NUMBER", with: number)
    let trial = try await Trial(
      "```swift\nimport Foundation\nprint(1)\n_ = \(code)\n```\n",
      timeout: .seconds(2)
    )
    #expect(trial.dump.contains("  out| 1\n"))
    #expect(Trial.processes(naming: number) == [])
    #expect(trial.leftFiles == [])
  }

  @Test("a task that is cancelled ends the notebook's processes and removes its files")
  func cancellation() async throws {
    let number = "\(Int.random(in: 100_000...999_999))"
    let folder = try Trial.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let text =
      "```swift\nimport Foundation\nprint(1)\n_ = Foundation.system(\"setsid sleep \(number)\")\n```\n"
    let notebook = NotebookParser.parse(SourceText(path: "notebook.md", text: text))
    let (stream, began) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      await NotebookRunner(options: RunOptions(temporaryFolder: folder.path)).run(notebook) {
        if case .running = $0 { began.yield() }
      }
    }
    for await _ in stream { break }
    // The cell must have come so far as to start its process.
    while Trial.processes(naming: number).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    let transcript = await task.value
    #expect(transcript.diagnostics.contains { $0.identifier == "cancelled" })
    #expect(Trial.processes(naming: number) == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }
}
