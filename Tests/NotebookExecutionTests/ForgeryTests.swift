import Documents
import Foundation
import NotebookPrograms
import NotebookSyntax
import Testing

@testable import NotebookDisplay
@testable import NotebookExecution

@Suite("What a program says of itself")
struct ForgeryTests {
  private let key = ChannelKey.random
  private static let events: [Event] = [
    .pieceBegan(id: 1, at: 0), .statementReached(0), .valueShown(DisplayBundle(plain: "42")),
    .pieceEnded(id: 1, at: 1), .finished,
  ]

  /// The frames of ``events``.
  private var sealed: [[UInt8]] {
    var count = 0
    return Self.events.indices.map { last in
      let bytes = SealedFrame.encode(Array(Self.events[...last]), key: key)
      defer { count = bytes.count }
      return Array(bytes[count...])
    }
  }

  /// How many of some frames are believed, and whether something else was noticed.
  private func believed(_ frames: [[UInt8]]) -> (count: Int, isBroken: Bool) {
    var decoder = EventDecoder(key: key)
    let count = decoder.decode(frames.flatMap(\.self)).count
    return (count, decoder.isBroken)
  }

  @Test("codes are those of SipHash-2-4")
  func sipHash() {
    // From the reference implementation: key 00 01 … 0f, texts 00 01 … of 0, 1, 8 and 15 bytes.
    let codes: [(Int, UInt64)] = [
      (0, 0x726f_db47_dd0e_0e31), (1, 0x74f8_39c5_93dc_67fd), (8, 0x93f5_f579_9a93_2462),
      (15, 0xa129_ca61_49be_45e5),
    ]
    for (count, code) in codes {
      let hash = SipHash(key: (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908))
      let text = (0..<count).map { UInt8($0) }
      #expect(text.withUnsafeBytes { hash.finished($0) } == code)
    }
  }

  @Test("counts once, in its turn and as it was said")
  func frames() {
    let frames = sealed
    func believe(_ numbers: Int...) -> (count: Int, isBroken: Bool) {
      believed(numbers.map { frames[$0] })
    }
    #expect(believe(0, 1, 2, 3, 4) == (5, false))
    #expect(believe(0, 1, 2, 2, 3, 4) == (3, true))
    #expect(believe(0, 1, 3, 4) == (2, true))
    #expect(believe(1, 0) == (0, true))
    for bit in 32..<(8 * frames[2].count) {
      var forged = frames
      forged[2][bit / 8] ^= 1 << (bit % 8)
      #expect(believed(forged) == (2, true), "bit \(bit)")
    }
    var other = EventDecoder(key: .random)
    #expect(other.decode(frames[0]) == [])
    #expect(other.isBroken)
  }

  @Test("is no other piece, statement, value or promise than its cells have, and none twice")
  func order() {
    let text = "```swift\nlet a = 6\na * 7\na // => 6\n```\n\nIt is `{swift} a`.\n"
    let notebook = ParsedNotebook(
      NotebookParser.parse(SourceText(path: "n.md", text: text))
    )
    let program = SourceWriter.program(notebook.pieces, in: notebook.notebook.source)
    let ids = notebook.pieces.map(\.id)
    let value = Event.valueShown(DisplayBundle(plain: "42"))
    let promise = Event.promiseReached(id: program.promises.first ?? -1, nil)
    let told: [Event] = [
      .pieceBegan(id: ids[0], at: 0), .statementReached(0), .statementReached(1), value,
      .statementReached(2), value, promise, .pieceEnded(id: ids[0], at: 0),
      .pieceBegan(id: ids[1], at: 0), .statementReached(3), value,
      .pieceEnded(id: ids[1], at: 0), .finished,
    ]
    func first(refused events: [Event]) -> Int? {
      var order = EventOrder(of: program)
      return events.firstIndex { !order.accepts($0) }
    }
    #expect(program.statements.count == 4)
    #expect(first(refused: told) == nil)
    for (index, event) in told.enumerated() {
      var twice = told
      twice.insert(event, at: index)
      // A promise in a loop is met as often as that runs.
      #expect(first(refused: twice) == (event == promise ? nil : index + 1), "\(event)")
    }
    #expect(first(refused: [told[8]]) == 0)
    #expect(first(refused: [.finished]) == 0)
    #expect(first(refused: Array(told[..<8]) + [.finished]) == 8)
    #expect(first(refused: Array(told[..<1]) + [.statementReached(3)]) == 1)
    #expect(first(refused: Array(told[..<1]) + [value]) == 1)
    #expect(first(refused: [.promiseReached(id: 1_000, nil)]) == 0)
  }

  @Test("is not what a cell writes to the channel, which finds no key to it")
  func channel() async throws {
    let frame = SealedFrame.encode([.valueShown(DisplayBundle(plain: "43"))], key: key)
    let trial = try await Trial(
      """
      ```swift
      import Foundation
      let secrets = ["self", "1", "\\(getppid())"].flatMap { process in
        let file = FileManager.default.contents(atPath: "/proc/\\(process)/environ") ?? Data()
        let variables = String(decoding: file, as: UTF8.self).split(separator: "\\0")
        let known = ["LECTERN_CHANNEL=1", "LECTERN_RUN=", "LECTERN_MEMORY=", "LECTERN_STORE=", "LECTERN_TEST"]
        return variables.filter { variable in
          variable.hasPrefix("LECTERN_") && !known.contains { variable.hasPrefix($0) }
        }
      }
      secrets
      ```

      ```swift
      let frame: [UInt8] = \(frame)
      for descriptor in Int32(3)...400 { _ = write(descriptor, frame, frame.count) }
      6 * 7
      ```
      """
    )
    #expect(trial.transcript.diagnostics.map(\.identifier) == ["lost-touch"])
    #expect(trial.dump.contains("val| []\n"))
    #expect(!trial.dump.contains("43"))
  }
}
