import NotebookDisplay
import Testing

@testable import NotebookExecution

@Suite("The order of standard output and standard error")
struct PrintedOrderTests {
  @Test(
    "is kept within a statement, as far as the program flushes them",
    .enabled(if: ErrorWatch.isPossible),
    arguments: [
      "fputs(\"e\\($0)\\n\", stderr)",
      "FileHandle.standardError.write(Data(\"e\\($0)\\n\".utf8))",
      "_ = write(2, \"e\\($0)\\n\", 3)",
      "Thread.detachNewThread { fputs(\"e0\\n\", stderr); isDone.signal() }; isDone.wait()",
    ]
  )
  func withinStatement(_ code: String) async throws {
    let trial = try await Trial(
      """
      ```swift
      import Foundation
      let isDone = DispatchSemaphore(value: 0)
      let warn: (Int) -> Void = { _ = $0; \(code) }
      ```

      ```swift
      for _ in 0..<3 {
        print("a")
        print("b", terminator: "")
        fflush(stdout)
        warn(0)
      }
      ```
      """
    )
    let round = "  out| a\n  out| b\n  err| e0\n  err| \n"
    #expect(trial.dump == "piece @1: ran\npiece @7: ran\n" + round + round + round)
  }

  @Test("what is written at once is whole, however long it is", .enabled(if: ErrorWatch.isPossible))
  func long() async throws {
    let trial = try await Trial(
      """
      ```swift
      import Foundation
      func say(_ word: String, _ file: UnsafeMutablePointer<FILE>) {
        fputs(String(repeating: word, count: 300_000) + "\\n", file)
        fflush(file)
      }
      for _ in 0..<2 { say("o", stdout); say("e", stderr) }
      ```
      """
    )
    let lines: [Substring] = trial.dump.split(separator: "\n")
    let words = lines.dropFirst().filter { $0.count > 7 }
    #expect(words.map { $0.prefix(8) } == ["  out| o", "  err| e", "  out| o", "  err| e"])
    #expect(words.allSatisfy { $0.count == 300_007 })
  }

  @Test("places on both streams part what is between two cuts, and no other")
  func places() {
    let key = ChannelKey.random
    func parts(_ switches: [PrintedOrder.Place], isMixed: Bool = true) -> [String] {
      let run = ProgramRun(
        events: [],
        standardOutput: Array("ab".utf8) + key.marker(1) + Array("cd".utf8),
        standardError: Array("xy".utf8) + key.marker(1) + Array("zw".utf8),
        switches: switches,
        key: key,
        ending: .exited(0),
        files: OpenedFiles(),
        values: [],
        mixed: [],
        unordered: [],
        ended: 0
      )
      var order = PrintedOrder(run)
      let all = [order.parts(before: 0, isMixed: isMixed), order.parts(after: 1)]
      return all.map { parts in parts.map { String(decoding: $0.bytes, as: UTF8.self) }.joined() }
    }
    let after = 2 + key.marker(1).count
    #expect(parts([]) == ["abxy", "cdzw"])
    #expect(parts([.init(output: 1, error: 0)]) == ["axyb", "cdzw"])
    #expect(parts([.init(output: 1, error: 0), .init(output: 2, error: 1)]) == ["axby", "cdzw"])
    #expect(parts([.init(output: 1, error: 0)], isMixed: false) == ["abxy", "cdzw"])
    #expect(parts([.init(output: after + 1, error: after)]) == ["abxy", "czwd"])
  }
}
