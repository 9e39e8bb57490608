import Foundation
import NotebookDisplay
import Testing

@testable import NotebookExecution

@Suite("Reading what a program tells and prints")
struct RecordingTests {
  private static let events: [Event] = [
    .pieceBegan(id: 70_000, at: .max),
    .statementReached(3),
    .valueShown(DisplayBundle(plain: "é", [.latex: "\\alpha"], prefersPlain: true)),
    .valueShown(DisplayBundle(plain: "")),
    .promiseReached(id: 7, nil),
    .promiseReached(id: 8, DisplayBundle(plain: "1.0")),
    .pieceEnded(id: 1, at: 2),
    .errorWatched, .storedBegan(5),
    .storedEnded(.max),
    .request(
      .value(
        Request.Question(
          file: "é.md",
          line: 3,
          column: 4,
          name: "n",
          type: "Int",
          inputs: [Request.Input(type: "Int", bytes: [1, 2]), Request.Input(type: "", bytes: [])]
        )
      )
    ),
    .request(.keep(number: 7, value: [0, 255])),
    .request(.reading(path: "a b")),
    .trapped(signal: 11, isFirstThread: true, frames: [1, .max]),
    .trapped(signal: 4, isFirstThread: false, frames: []),
    .finished,
  ]

  private static let key = ChannelKey.random

  @Test(
    "events survive the way through frames, in chunks of any size",
    arguments: [1, 2, 3, 7, 1000]
  )
  func frames(_ size: Int) {
    let bytes = SealedFrame.encode(Self.events, key: Self.key)
    var decoder = EventDecoder(key: Self.key)
    var decoded: [Event] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      decoded += decoder.decode(bytes[start..<min(start + size, bytes.count)])
    }
    #expect(decoded == Self.events)
    #expect(!decoder.isBroken)
  }

  @Test("bytes that are no event end the reading, not the program")
  func garbage() {
    var decoder = EventDecoder(key: Self.key)
    let frames = SealedFrame.encode([.finished, .finished], key: Self.key)
    let garbage: [UInt8] = [1, 0, 0, 0, 99] + Array(repeating: 0, count: 8)
    #expect(decoder.decode(frames[..<(frames.count / 2)] + garbage) == [.finished])
    #expect(decoder.isBroken)
    #expect(decoder.decode(frames[(frames.count / 2)...]) == [])
  }

  @Test("replies survive the way through frames")
  func replies() {
    let replies: [Reply] = [
      .kept(number: 1, most: 2, output: [3], error: [], value: [4, 5]),
      .missing(number: 6, most: 7), .missing(number: 8, most: nil), .noted,
    ]
    for reply in replies {
      let bytes = ReplyFrame.encode(reply).flatMap { $0 }
      #expect(Int(bytes[0]) == bytes.count - 4)
      #expect(ReplyFrame.decode(Array(bytes[4...])) == reply)
    }
    #expect(ReplyFrame.decode([]) == nil)
    #expect(ReplyFrame.decode([0, 1]) == nil)
  }

  @Test("the bytes of requests are told from output, also while they arrive")
  func requestBytes() {
    var decoder = EventDecoder(key: Self.key)
    let end = SealedFrame.encode([.finished], key: Self.key)
    let request = SealedFrame.encode(
      [.finished, .request(.keep(number: 1, value: Array(repeating: 0, count: 99)))],
      key: Self.key
    )
    .dropFirst(end.count)
    _ = decoder.decode(end)
    #expect(decoder.requestBytes == 0)
    #expect(decoder.decode(request.prefix(50)) == [])
    #expect(decoder.requestBytes == 50)
    #expect(decoder.decode(request.dropFirst(50)).count == 1)
    #expect(decoder.requestBytes == request.count)
    #expect(decoder.decode([255, 255, 255, 255, 9]) == [])
    #expect(decoder.isBroken)
  }

  @Test("output is cut at markers and nowhere else")
  func cuts() {
    let (first, second) = (Self.key.marker(1), Self.key.marker(2))
    // One that was seen is none any more, and another run's never was.
    let printed = Array("b".utf8) + first + ChannelKey.random.marker(2)
    let bytes = Array("a".utf8) + first + printed + second + Array("c".utf8)
    let cut = CutOutput(bytes, key: Self.key)
    #expect(cut[cut.range(before: 0)] == Array("a".utf8))
    #expect(cut[cut.range(before: 1)] == printed)
    #expect(cut[cut.range(after: 2)] == Array("c".utf8))
    #expect(cut[cut.range(before: 7)] == [])
  }

  @Test(
    "the runtime's words about a failure are told from its place and from what a cell printed",
    arguments: [
      (
        "Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range\n",
        "Index out of range", "", nil
      ),
      ("main/a.md:22: Fatal error: two\nlines\nCurrent stack trace:\n0 x\n", "two\nlines", "", 22),
      ("main/a.md:25: Precondition failed\n", "Precondition failed", "", 25),
      ("said\nmain/a.md:2: Assertion failed: why\n", "Assertion failed: why", "said\n", 2),
      ("just text\n", "", "just text\n", nil),
      ("a Fatal error in a sentence\n", "", "a Fatal error in a sentence\n", nil),
      (
        "Fatal error: failed to allocate 9 bytes of memory\n",
        "failed to allocate 9 bytes of memory", "", nil
      ),
    ] as [(String, String, String, Int?)]
  )
  func runtimeMessages(_ text: String, _ message: String, _ printed: String, _ line: Int?) {
    let read = RuntimeMessage(text)
    #expect(read.message == message)
    #expect(read.printed == printed)
    #expect(read.line == line)
  }
}
