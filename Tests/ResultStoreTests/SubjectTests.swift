import Foundation
import StoreSamples
import Testing

@testable import ResultStore

@Suite("What a subject was made from")
struct SubjectTests {
  private let folder: ScratchFolder
  private let troubles = Troubles()

  init() throws { folder = try ScratchFolder() }

  private func parts(_ code: String) -> KeyParts {
    var parts = KeyParts(kind: Sample.kind)
    parts.add("code", code)
    parts.add("toolchain", "6.3.1")
    return parts
  }

  @Test("is known in a later run, subject by subject")
  func remembering() {
    let store = ResultStore(folder, troubles)
    #expect(store.lastParts(for: "a.md") == nil)
    store.remember(parts("a"), for: "a.md")
    store.remember(parts("b"), for: "b.md")
    let later = ResultStore(folder, troubles)
    #expect(later.lastParts(for: "a.md") == parts("a"))
    #expect(later.lastParts(for: "a.md").map { parts("c").changes(since: $0) } == ["code"])
    later.remember(parts("c"), for: "a.md")
    #expect(store.lastParts(for: "a.md") == parts("c"))
    #expect(store.lastParts(for: "b.md") == parts("b"))
    #expect(store.lastParts(for: "") == nil)
    #expect(troubles.all == [])
  }

  @Test("is not written again where nothing has changed")
  func unchanged() throws {
    let store = ResultStore(folder, troubles)
    store.remember(parts("a"), for: "a.md")
    let files = FileManager.default
    let fans = try files.contentsOfDirectory(atPath: store.layout.objects)
    let fan = store.layout.objects + "/" + (fans.first ?? "")
    let path = fan + "/" + (try files.contentsOfDirectory(atPath: fan).first ?? "")
    try Bytes.age(path, by: 1000)
    store.remember(parts("a"), for: "a.md")
    #expect(try Bytes.age(of: path) > 900)
    store.remember(parts("b"), for: "a.md")
    #expect(try Bytes.age(of: path) < 100)
  }

  @Test("is forgotten where it is damaged")
  func damaged() throws {
    let store = ResultStore(folder, troubles)
    store.remember(parts("a"), for: "a.md")
    let name = try #require(try folder.names(in: "store/objects").first { $0.utf8.count > 10 })
    let path = store.layout.objects + "/" + name
    var bytes = try Bytes.read(path)
    bytes[bytes.count - 1] ^= 1
    try Bytes.write(bytes, to: path)
    #expect(store.lastParts(for: "a.md") == nil)
    #expect(troubles.reasons == [.badEntry])
    store.remember(parts("b"), for: "a.md")
    #expect(store.lastParts(for: "a.md") == parts("b"))
  }
}
