import NotebookProject
import TestSupport
import Testing

@testable import render

@Suite("Lines that are written over in place")
struct ProgressScreenTests {
  private typealias Size = ProgressScreen.Size

  @Test("are the lines that were shown last, and nothing else is left of earlier ones")
  func inPlace() {
    var screen = ProgressScreen()
    var terminal = ScreenEmulator()
    terminal.write("$ render\n")
    for lines in [["one long line", "two"], ["1", "2", "3"], ["only one"], ["a", "b"]] {
      terminal.write(screen.show(lines, on: Size()))
      #expect(terminal.lines == ["$ render"] + lines)
    }
    terminal.write(screen.erase(on: Size()))
    terminal.write("done\n")
    #expect(terminal.lines == ["$ render", "done"])
    #expect(terminal.faults == [])
  }

  @Test("are not sent again where nothing changes")
  func unchanged() {
    var screen = ProgressScreen()
    #expect(screen.erase(on: Size()) == "")
    #expect(screen.show(["a"], on: Size()) != "")
    #expect(screen.show(["a"], on: Size()) == "")
    #expect(screen.erase(on: Size()) != "")
    #expect(screen.erase(on: Size()) == "")
  }

  @Test("are never blanked before they are written anew")
  func flicker() {
    var screen = ProgressScreen()
    var terminal = ScreenEmulator()
    terminal.write(screen.show(["one", "two", "three"], on: Size()))
    for character in screen.show(["one", "TWO", "three"], on: Size()).split(separator: "\u{1B}") {
      terminal.write(character.first == "[" ? "\u{1B}" + character : String(character))
      #expect(terminal.lines.count == 3)
      #expect(terminal.lines.first == "one")
    }
  }

  @Test("are fewer where the terminal has fewer rows, so that it need not scroll")
  func rows() {
    let size = Size(columns: 40, rows: 4)
    var screen = ProgressScreen()
    var terminal = ScreenEmulator(columns: 40, rows: 4)
    for number in 0..<20 {
      terminal.write("message \(number)\n")
      terminal.write(screen.show((0..<8).map { "line \($0) of \(number)" }, on: size))
      terminal.write(screen.erase(on: size))
    }
    let messages = (0..<20).map { "message \($0)" }
    #expect(terminal.lines == messages)
    #expect(terminal.faults == [])
  }

  @Test("go whatever a user types meanwhile, such as Ctrl-C, which terminals show as ^C")
  func typing() {
    var screen = ProgressScreen()
    var terminal = ScreenEmulator(columns: 10)
    terminal.write(screen.show(["123456789", "123456789"], on: Size(columns: 10)))
    terminal.write("^C")
    terminal.write(screen.erase(on: Size(columns: 10)))
    #expect(terminal.lines == [])
  }

  @Test("go where the terminal has become narrower and broken them")
  func narrower() {
    var screen = ProgressScreen()
    _ = screen.show([String(repeating: "x", count: 70), "short", "end"], on: Size())
    // Seventy columns are three rows of thirty, and the cursor is where the last line begins.
    #expect(screen.erase(on: Size(columns: 30)) == "\r\u{1B}[4A\u{1B}[J")
  }

  @Test(
    "and messages between them: nothing stale is left, and messages are whole",
    arguments: 0..<20
  )
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let size = Size(columns: .random(in: 20...60, using: &generator), rows: 10)
    var screen = ProgressScreen()
    var terminal = ScreenEmulator(columns: size.columns, rows: size.rows)
    var messages: [String] = []
    for step in 0..<200 {
      if Int.random(in: 0..<4, using: &generator) == 0 {
        terminal.write(screen.erase(on: size))
        messages.append("message \(step)")
        terminal.write("message \(step)\n")
      }
      let lines = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        let text = ["reading", "運行", "running cell 3 of 8"].randomElement(using: &generator) ?? ""
        return DocumentProgress(
          verb: "rendering",
          path: String(repeating: text, count: .random(in: 1...9, using: &generator)) + ".md",
          number: 1,
          count: 2,
          phase: .compiling
        )
        .line(columns: size.lineWidth)
      }
      terminal.write(screen.show(lines, on: size))
      #expect(terminal.lines.map { $0.replacing("\u{200B}", with: "") } == messages + lines)
    }
    #expect(terminal.faults == [])
  }
}
