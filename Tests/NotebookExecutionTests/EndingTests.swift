import Foundation
import NotebookExecution
import NotebookSyntax
import Testing

@Suite("How a program ends")
struct EndingTests {
  @Test(
    "a program that does not come to its end is an error at the statement that ended it",
    arguments: [
      ("exit(0)", "early-exit"), ("_exit(0)", "early-exit"), ("quick_exit(0)", "early-exit"),
      ("kill(getpid(), SIGKILL)", "killed"),
      ("Thread { exit(0) }.start(); sleep(60)", "early-exit"),
      ("for descriptor in Int32(0)...1023 { close(descriptor) }", "lost-touch"),
      ("for descriptor in Int32(3)...1023 { close(descriptor) }; exit(0)", "lost-touch"),
      (
        "let nothing = open(\"/dev/null\", O_WRONLY); for d in Int32(3)...400 { dup2(nothing, d) }",
        "lost-touch"
      ),
      // An event's bytes as they might come by accident, and bytes that are none.
      (
        "for d in Int32(3)...400 { _ = write(d, [5, 0, 0, 0, 5, 0, 0, 0, 0] as [UInt8], 9) }; exit(0)",
        "lost-touch"
      ),
      (
        "for d in Int32(3)...400 { _ = write(d, [1, 0, 0, 0, 5] as [UInt8], 5) }; exit(0)",
        "lost-touch"
      ),
      ("for d in Int32(3)...400 { _ = write(d, \"hello, world\", 12) }", "lost-touch"),
      (
        "var words: [UnsafeMutablePointer<CChar>?] = [strdup(\"true\"), nil]; execvp(\"true\", &words)",
        "early-exit"
      ),
    ]
  )
  func earlyEnds(_ statement: String, _ identifier: String) async throws {
    let trial = try await Trial(
      "```swift\nimport Foundation\n1\n```\n\n```swift\n\(statement)\n```\n\n```swift\n2  // => 2\n```\n"
    )
    let errors = trial.transcript.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.identifier) == [identifier])
    #expect(errors.first?.start?.line == 7)
    #expect(trial.transcript.records.values.contains { $0.status == .notRun })
  }

  @Test(
    "a call of 'exit' is told where it is, in whatever thread",
    arguments: [
      "Thread { finish() }.start()", "Task.detached { finish() }",
      "DispatchQueue.global().async { finish() }", "atexit { usleep(1) }; finish()",
    ]
  )
  func exits(_ code: String) async throws {
    let trial = try await Trial(
      """
      ```swift
      import Foundation
      func finish() {
        print("end")
        exit(7)
      }
      ```

      ```swift
      \(code)
      ```

      ```swift
      while true { sleep(1) }
      ```
      """
    )
    let error = try #require(trial.transcript.diagnostics.first)
    #expect(error.identifier == "early-exit")
    #expect(error.start?.line == 5)
    #expect(error.help == "a cell must not call 'exit'")
  }

  @Test(
    "a loop of events that never ends is a time-out",
    arguments: ["RunLoop.main.run()", "dispatchMain()"]
  )
  func endless(_ statement: String) async throws {
    let trial = try await Trial(
      "```swift\nimport Foundation\n\(statement)\n```\n",
      timeout: .seconds(1)
    )
    #expect(trial.transcript.diagnostics.map(\.identifier) == ["timeout"])
    #expect(trial.transcript.diagnostics.first?.start?.line == 3)
  }

  @Test("a copy of the process tells nothing")
  func copies() async throws {
    let trial = try await Trial(
      """
      ```swift
      import Foundation
      typealias Fork = @convention(c) () -> Int32
      let fork = unsafeBitCast(dlsym(dlopen(nil, RTLD_NOW), "fork"), to: Fork.self)
      let child = fork()
      if child == 0 { print("child") } else { waitpid(child, nil, 0) }
      if child == 0 { _exit(0) }
      child > 0
      ```
      """
    )
    #expect(trial.transcript.diagnostics == [])
    #expect(trial.dump.contains("val| true"))
  }

  @Test("a trap in another thread is told where it is")
  func otherThread() async throws {
    let trial = try await Trial(
      """
      ```swift
      import Foundation
      let (numbers, isWatched) = ([1, 2], DispatchSemaphore(value: 0))
      func third() -> Int { numbers[2] }
      ```

      ```swift
      Thread { isWatched.wait(); print(third()) }.start()
      while true {
        isWatched.signal()
      }
      ```
      """
    )
    let places = trial.transcript.diagnostics.map {
      "\($0.severity.rawValue) \($0.start?.line ?? 0) \($0.message)"
    }
    #expect(
      places == [
        "error 4 Index out of range",
        "note 9 it is in another thread or task; the program itself was here",
      ]
    )
  }
}
