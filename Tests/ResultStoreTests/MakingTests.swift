import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("How a result was last made")
struct MakingTests {
  private let folder: ScratchFolder
  private let troubles = Troubles()
  private let page = Subject("a.md", "page")

  init() throws { folder = try ScratchFolder() }

  private func parts(_ code: String, toolchain: String = "6.3.1") -> KeyParts {
    var parts = KeyParts(kind: Sample.kind)
    parts.add(.sample("code"), code)
    parts.add(.sample("toolchain"), toolchain)
    return parts
  }

  private func use(reads: Bool = true) -> StoreUse {
    StoreUse(ResultStore(folder, troubles), reads: reads)
  }

  private func memo(_ subject: Subject, reads: Bool = true) -> Memo<String> {
    Memo(Sample.kind, in: use(reads: reads), .json, of: subject) { nil }
  }

  private func last(of subject: Subject) -> Making? { memo(subject).lastMaking() }

  @Test("is known in a later run, subject by subject, with what changed before it")
  func remembering() {
    #expect(last(of: page) == nil)
    memo(page).remember(parts("a"))
    memo(Subject("b.md", "page")).remember(parts("b"))
    #expect(last(of: page)?.reason == .isFirst)
    #expect(last(of: page)?.parts == parts("a"))
    memo(page).remember(parts("c"))
    let change = PartChange(name: .sample("code"), kind: .changed, place: 0)
    #expect(last(of: page)?.reason == .changes([change]))
    #expect(last(of: page)?.earlier == parts("a"))
    #expect(last(of: Subject("b.md", "page"))?.parts == parts("b"))
    #expect(last(of: Subject("a.md", "program 1")) == nil)
    #expect(troubles.all == [])
  }

  @Test("is told apart where nothing has changed")
  func unchanged() {
    memo(page).remember(parts("a"))
    memo(page).remember(parts("a"))
    #expect(last(of: page)?.reason == .isMissing)
    memo(page, reads: false).remember(parts("a"))
    #expect(last(of: page)?.reason == .isAskedFor)
    let kept = last(of: page)
    #expect(Making.Reason(making: parts("a"), since: kept) == .isMissing)
    #expect(Making.Reason(making: parts("a"), since: nil) == .isFirst)
    memo(page).remember(parts("a"), isKept: false)
    #expect(Making.Reason(making: parts("a"), since: last(of: page)) == .isUnkept)
  }

  @Test("stays as it was for a result that was only used again")
  func reused() throws {
    let first = use()
    first.store.remember([Made(parts("a"), named: "x"), Made(parts("b"), named: "y")], of: page)
    let made = first.store.makings(of: page)
    #expect(made.map(\.name) == ["x", "y"])
    first.store.remember(
      [Made(parts("b"), named: "y", .isReused), Made(parts("c"), named: "z", .isReused)],
      of: page
    )
    let later = first.store.makings(of: page)
    #expect(later.map(\.name) == ["y", "z"])
    #expect(later[0].seconds == made[1].seconds)
    #expect(later[0].marks == .isReused)
    #expect(later[1].seconds == nil)
  }

  @Test("is the same for all ways to write a document's path")
  func paths() throws {
    try Bytes.write([], to: folder.path("a.md"))
    let subject = Subject(folder.path("a.md"), "page")
    #expect(Subject(folder.path("./nowhere/../a.md"), "page") != subject)
    #expect(Subject(folder.path("./a.md"), "page") == subject)
    #expect(Subject(folder.path("a.md"), "program 1") != subject)
  }

  @Test("is forgotten where it is damaged")
  func damaged() throws {
    memo(page).remember(parts("a"))
    let name = try #require(try folder.names(in: "store/objects").first { $0.utf8.count > 10 })
    let path = use().store.layout.objects + "/" + name
    var bytes = try Bytes.read(path)
    bytes[bytes.count - 1] ^= 1
    try Bytes.write(bytes, to: path)
    #expect(last(of: page) == nil)
    #expect(troubles.reasons == [.badEntry])
    memo(page).remember(parts("b"))
    #expect(last(of: page)?.reason == .isFirst)
  }

  @Test("is read again as it was written, and not from bytes that are none")
  func encoding() {
    let makings = [
      Making(name: "é", parts: parts("a"), earlier: parts("b"), seconds: 5, marks: .isReused),
      Making(name: "", parts: parts(""), earlier: nil, seconds: nil, marks: []),
    ]
    let bytes = Making.encoded(makings)
    #expect(Making.decoded(bytes) == makings)
    #expect(Making.decoded(bytes + [0]) == nil)
    for count in bytes.indices { #expect(Making.decoded(Array(bytes.prefix(count))) == nil) }
  }
}
