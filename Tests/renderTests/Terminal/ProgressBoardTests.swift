import Foundation
import Synchronization
import Testing

@testable import NotebookProject
@testable import render

@Suite("The board of progress")
struct ProgressBoardTests {
  /// A terminal that keeps what it is sent.
  private final class Screen: Sendable {
    private let state = Mutex((ScreenEmulator(columns: 80, rows: 24), 0))

    var lines: [String] { state.withLock { $0.0.lines } }
    var faults: [String] { state.withLock { $0.0.faults } }
    /// How often something was sent.
    var count: Int { state.withLock { $0.1 } }

    @Sendable func send(_ text: String) {
      state.withLock {
        $0.0.write(text)
        $0.1 += 1
      }
    }

    /// Waits until something is shown, or for long.
    func wait(for isShown: ([String]) -> Bool) async throws {
      for _ in 0..<500 where !isShown(lines) { try await Task.sleep(for: .milliseconds(10)) }
    }
  }

  private let screen = Screen()
  private let board: ProgressBoard

  init() {
    board = ProgressBoard(sendingTo: screen.send, size: { .init(columns: 80, rows: 24) })
  }

  @Test("shows a notebook as long as something is done with it")
  func following() async throws {
    board.expect("rendering", 1, lines: 1)
    await board.following("a.md") { line in
      try? await screen.wait { $0 == ["rendering a.md: reading"] }
      line.tell(.typesetting)
      try? await screen.wait { $0 == ["rendering a.md: typesetting"] }
      #expect(screen.lines == ["rendering a.md: typesetting"])
    }
    try await screen.wait { $0.isEmpty }
    #expect(screen.lines == [])
  }

  @Test("shows no more lines than it was told, those that have been in the works longest")
  func mostLines() async throws {
    board.expect("verifying", 4, lines: 2)
    await board.following("a.md") { first in
      await board.following("b.md") { _ in
        await board.following("c.md") { _ in
          first.tell(.checking)
          try? await screen.wait { $0.first?.hasSuffix("checking") == true }
          #expect(
            screen.lines
              == ["verifying a.md (1 of 4): checking", "verifying b.md (2 of 4): reading"]
          )
        }
      }
    }
  }

  @Test(
    "draws some ten times a second, however much there is to tell, and ends with the last of it"
  )
  func rate() async throws {
    board.expect("rendering", 1, lines: 1)
    let start = ContinuousClock.now
    await board.following("a.md") { line in
      for number in 1...300 {
        line.tell(.running(cell: number, count: 300))
        try? await Task.sleep(for: .milliseconds(2))
      }
      try? await screen.wait { $0.first?.hasSuffix("300 of 300") == true }
      #expect(screen.lines == ["rendering a.md: running cell 300 of 300"])
    }
    let tenths = Int((.now - start) / .milliseconds(100))
    #expect(screen.count <= tenths + 2)
  }

  @Test("takes its lines away before anything else is written, which stays whole")
  func messages() async throws {
    board.expect("rendering", 8, lines: 3)
    await withTaskGroup { group in
      for notebook in 0..<8 {
        group.addTask {
          await board.following("\(notebook).md") { line in
            for cell in 1...40 {
              line.tell(.running(cell: cell, count: 40))
              try? await Task.sleep(for: .milliseconds(5))
            }
            board.write(endsLine: true) { screen.send("\(notebook).md is done\n") }
          }
        }
      }
    }
    board.finish()
    let messages = (0..<8).map { "\($0).md is done" }
    #expect(screen.lines.sorted() == messages)
    #expect(screen.faults == [])
  }

  @Test("does not write into a line that somebody has begun")
  func unfinishedLine() async throws {
    board.expect("rendering", 1, lines: 1)
    await board.following("a.md") { line in
      board.write(endsLine: false) { screen.send("begun") }
      line.tell(.compiling)
      try? await Task.sleep(for: .milliseconds(300))
      #expect(screen.lines == ["begun"])
      board.write(endsLine: true) { screen.send(" and ended\n") }
      try? await screen.wait { $0.count == 2 }
      #expect(screen.lines == ["begun and ended", "rendering a.md: compiling"])
    }
    board.finish()
    #expect(screen.lines == ["begun and ended"])
  }

  @Test("never holds up the work where the terminal takes nothing", .timeLimit(.minutes(10)))
  func stoppedTerminal() async throws {
    let isOpen = DispatchSemaphore(value: 0)
    let board = ProgressBoard(sendingTo: { _ in isOpen.wait() }, size: { .init() })
    board.expect("rendering", 1, lines: 1)
    var told = 0
    await board.following("a.md") { line in
      for cell in 1...100 {
        line.tell(.running(cell: cell, count: 100))
        told += 1
        try? await Task.sleep(for: .milliseconds(2))
      }
    }
    #expect(told == 100)
    board.abandon()
    for _ in 0..<10 { isOpen.signal() }
  }

  @Test("shows nothing where there is no terminal, and lets everything else be written")
  func silent() async {
    let board = ProgressBoard(sendingTo: nil)
    board.expect("rendering", 1, lines: 1)
    await board.following("a.md") { line in
      line.tell(.compiling)
      board.write(endsLine: true) { screen.send("message\n") }
    }
    board.finish()
    #expect(screen.lines == ["message"])
  }
}
