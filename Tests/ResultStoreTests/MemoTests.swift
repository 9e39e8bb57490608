import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("A memo")
struct MemoTests {
  private let folder: ScratchFolder
  private let troubles = Troubles()

  init() throws { folder = try ScratchFolder() }

  private func use(reads: Bool = true, isFrozen: Bool = false) -> StoreUse {
    StoreUse(ResultStore(folder, troubles), reads: reads, isFrozen: isFrozen)
  }

  private static func parts(_ code: String, tool: String?, kind: ResultKind = Sample.kind)
    -> KeyParts
  {
    var parts = KeyParts(kind: tool == nil ? kind.withoutTools : kind)
    parts.add(.sample("code"), code)
    if let tool { parts.add(.sample("tool"), tool) }
    return parts
  }

  /// A memo of what a tool makes of some code.
  private func memo(_ code: String, tool: String = "1", in use: StoreUse?) -> Memo<String> {
    Memo(
      Sample.kind,
      in: use,
      .json,
      of: Subject("a.md", "sample"),
      parts: { Self.parts(code, tool: tool) },
      withoutTools: { Self.parts(code, tool: nil) },
      last: {
        var parts = KeyParts(kind: ResultKind("last sample", version: 1))
        parts.add(.sample("tool"), tool)
        return parts
      }
    )
  }

  @Test("gives what is kept, and makes what is not, once")
  func making() throws {
    #expect(try memo("a", in: use()).result { "A" } == "A")
    #expect(try memo("a", in: use()).result { "B" } == "A")
    #expect(try memo("b", in: use()).result { "B" } == "B")
    #expect(try memo("a", tool: "2", in: use()).result { "C" } == "C")
    #expect(try memo("a", in: use(reads: false)).result { "D" } == "D")
    #expect(memo("a", in: use()).found() == "D")
    #expect(memo("a", in: use(reads: false)).found() == nil)
    #expect(troubles.all == [])
  }

  @Test("makes each time what is kept nowhere, or of what is not known what determines it")
  func keepingNothing() throws {
    #expect(try memo("a", in: nil).result { "A" } == "A")
    #expect(try memo("a", in: nil).result { "B" } == "B")
    let unknown = Memo<String>(Sample.kind, in: use(), .json) { nil }
    #expect(unknown.resultWithoutTools { "A" } == "A")
    #expect(unknown.resultWithoutTools { "B" } == "B")
    #expect(unknown.outlook().reason == .isUnknown)
  }

  @Test("keeps nothing of what fails")
  func failing() {
    #expect(throws: CancellationError.self) {
      try memo("a", in: use()).result { throw CancellationError() }
    }
    #expect(memo("a", in: use()).found() == nil)
    #expect(memo("a", in: use()).lastMaking() == nil)
  }

  @Test("that is frozen gives what any tools made last, and makes nothing")
  func freezing() throws {
    _ = try memo("a", in: use()).result { "A" }
    #expect(try memo("a", tool: "none", in: use(isFrozen: true)).result { "B" } == "A")
    _ = try memo("a", tool: "2", in: use()).result { "C" }
    #expect(try memo("a", tool: "none", in: use(isFrozen: true)).result { "B" } == "C")
    let change = PartChange(name: .sample("code"), kind: .changed, place: 0)
    #expect(throws: NotInStore(kind: Sample.kind, reason: .changes([change]))) {
      try memo("b", tool: "2", in: use(isFrozen: true)).result { "B" }
    }
    let own = Memo<String>(Sample.kind, in: use(isFrozen: true), .json) {
      Self.parts("b", tool: "2")
    }
    #expect(own.resultWithoutTools { "B" } == "B")
    #expect(!own.isFrozen)
  }

  @Test("knows the result that was made last, whatever determined it")
  func lastResult() throws {
    #expect(memo("a", in: use()).lastResult() == nil)
    _ = try memo("a", in: use()).result { "A" }
    _ = try memo("b", in: use()).result { "B" }
    #expect(memo("c", in: use()).lastResult() == "B")
    #expect(memo("c", tool: "2", in: use()).lastResult() == nil)
  }

  @Test("says what it would do, and why, and does nothing of it")
  func outlook() throws {
    #expect(memo("a", in: use()).outlook() == Outlook(reason: .isFirst))
    _ = try memo("a", in: use()).result { "A" }
    #expect(memo("a", in: use()).outlook().isKept)
    #expect(memo("a", in: use()).outlook().last?.reason == .isFirst)
    let change = PartChange(name: .sample("tool"), kind: .changed, place: 0)
    #expect(memo("a", tool: "2", in: use()).outlook().reason == .changes([change]))
    #expect(memo("a", in: use(reads: false)).outlook().reason == .isAskedFor)
    #expect(memo("a", in: use()).found() == "A")
  }

  /// Something that was met, by its name, and what it was then.
  private struct Thing: TracedThing, Equatable {
    var tracedName: String
    var content: String

    func add(to parts: inout KeyParts) { parts.add(.sample("thing \(tracedName)"), content) }
  }

  @Test("finds a result by what was met on the way to it, as that is now")
  func tracing() {
    func memo(tool: String = "1", isFrozen: Bool = false) -> Memo<Traced<String>> {
      Memo(
        Sample.kind,
        in: use(isFrozen: isFrozen),
        .traced(.json),
        parts: { Self.parts("a", tool: tool) },
        withoutTools: { Self.parts("a", tool: nil) }
      )
    }
    func found(_ content: String, tool: String = "1", isFrozen: Bool = false) -> String? {
      memo(tool: tool, isFrozen: isFrozen)
        .found { Thing(tracedName: $0, content: content) }?.value
    }
    #expect(found("1") == nil)
    let (one, two) = (Thing(tracedName: "x", content: "1"), Thing(tracedName: "x", content: "2"))
    memo().keep("A", meeting: [one])
    memo().keep("B", meeting: [two])
    #expect(found("1") == "A")
    #expect(found("2") == "B")
    #expect(found("3") == nil)
    #expect(found("1", tool: "none") == nil)
    #expect(found("1", tool: "none", isFrozen: true) == "A")
    #expect(memo().found { Thing(tracedName: $0, content: "2") }?.met == [two])
    memo(tool: "2").keep("C", meeting: [Thing]())
    #expect(found("3", tool: "2") == "C")
  }

  @Test("takes bytes that are no result for none")
  func damage() throws {
    let coding = ResultCoding<Traced<String>>.traced(.json)
    for entry in [Traced.result("é"), .met(["a", ""])] {
      let bytes = try #require(coding.encode(entry))
      #expect(coding.decode(bytes[...]).map { "\($0)" } == "\(entry)")
      for count in bytes.indices {
        #expect(coding.decode(bytes.prefix(count)).map { "\($0)" } != "\(entry)")
      }
    }
    #expect(coding.decode([2, 0]) == nil)
    #expect(coding.decode([]) == nil)
    let texts = ResultCoding<[String]>.json(
      splitting: { (frame: $0.count, texts: $0) },
      joining: { (count: Int, texts: [String]) in count == texts.count ? texts : nil }
    )
    let bytes = try #require(texts.encode(["a", "é", ""]))
    #expect(texts.decode(bytes[...]) == ["a", "é", ""])
    for count in bytes.indices { #expect(texts.decode(bytes.prefix(count)) == nil) }
    let many = Dictionary(uniqueKeysWithValues: (10..<40).map { ("\($0)", $0) })
    let sorted = many.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    let encoded = ResultCoding<[String: Int]>.json.encode(many) ?? []
    #expect(String(decoding: encoded, as: UTF8.self) == "{\(sorted.joined(separator: ","))}")
    #expect(ResultCoding<[Int]>.json.only { $0.count == 2 }.decode(Array("[1]".utf8)[...]) == nil)
  }
}
