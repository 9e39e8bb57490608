import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("A key")
struct KeyTests {
  private let kind = ResultKind("program", version: 2)

  private func parts(_ list: [(String, String)]) -> KeyParts {
    var parts = KeyParts(kind: kind)
    for (name, text) in list { parts.add(.sample(name), text) }
    return parts
  }

  @Test("stays the same from version to version of the store")
  func golden() {
    // They were computed from the format's description by another program.
    #expect(
      KeyParts(kind: kind).key.hex
        == "0de00c41d5195a1b05a5a48954c343d8f4bb6a7d081879078fc18d3821c06d38"
    )
    var parts = parts([("code", "print(\"Grüße\")\n"), ("toolchain", "Swift 6.3.1")])
    #expect(
      parts.key.hex == "cebd54cff1be732314b7cfd4656c31dc64e8a948cc6a36e9c68fe55616d3dd7b"
    )
    parts.add(.sample("flags"), texts: ["-O", "-g"])
    parts.add(.sample("blob"), bytes: [0, 255])
    #expect(
      parts.key.hex == "51a39125b2149101084fbf9b82f559511509dbcf0318337ba4efd61f412f2cc0"
    )
    #expect(parts.key.description == "program 51a39125b214")
  }

  @Test("does not depend on the order in which parts of different names are added")
  func order() {
    let list = [("code", "a"), ("toolchain", "b"), ("flags", "c"), ("", "d"), ("é", "e")]
    let key = parts(list).key
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<50 { #expect(parts(list.shuffled(using: &generator)).key == key) }
    #expect(parts([("a", "1"), ("a", "2")]).key != parts([("a", "2"), ("a", "1")]).key)
  }

  @Test("changes with any change of any part, and the part is named")
  func sensitivity() {
    var generator = SeededGenerator(seed: 2)
    var seen: Set<StoreKey> = []
    var made: Set<[[String]]> = []
    for _ in 0..<2000 {
      var list = (0..<Int.random(in: 1...5, using: &generator)).map { index in
        ("part\(index)", Self.text(&generator))
      }
      let place = Int.random(in: 0..<list.count, using: &generator)
      let old = parts(list)
      if made.insert(list.map { [$0.0, $0.1] }).inserted {
        #expect(seen.insert(old.key).inserted)
      }
      list[place].1 += Self.text(&generator) + "x"
      let new = parts(list)
      if made.insert(list.map { [$0.0, $0.1] }).inserted {
        #expect(seen.insert(new.key).inserted)
      }
      #expect(new.changes(since: old).map(\.name.text) == ["part\(place)"])
    }
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    String(
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        "ab\0".randomElement(using: &generator) ?? "a"
      }
    )
  }

  @Test("changes where text moves between neighbouring parts, names and lists")
  func moves() {
    let keys = [
      parts([("a", "xy"), ("b", "z")]), parts([("a", "x"), ("b", "yz")]),
      parts([("a", "xyz"), ("b", "")]), parts([("a", "xyz")]), parts([("ax", "yz"), ("b", "")]),
      parts([("a", "xyzb")]), parts([("ab", "xyz")]), parts([("a", ""), ("b", "xyz")]),
      parts([("b", "xy"), ("a", "z")]), parts([("a", "xy"), ("a", "z")]),
    ].map(\.key)
    #expect(Set(keys).count == keys.count)
    let lists = [["xy", "z"], ["x", "yz"], ["xyz"], ["xyz", ""], ["", "xyz"], []].map { texts in
      var parts = KeyParts(kind: kind)
      parts.add(.sample("a"), texts: texts)
      return parts.key
    }
    #expect(Set(lists).count == lists.count)
  }

  @Test("differs by the kind of the result and its version")
  func kinds() {
    let kinds = [("a", 1), ("a", 2), ("b", 1), ("a1", 1), ("a", -1)].map {
      KeyParts(kind: ResultKind($0.0, version: $0.1))
    }
    #expect(Set(kinds.map(\.key.hex)).count == kinds.count)
    #expect(kinds[0].changes(since: kinds[1]).map(\.name) == [.version])
    #expect(kinds[0].changes(since: kinds[2]).map(\.name) == [.kind])
  }

  @Test("takes in a file's content, and that there is none")
  func files() throws {
    let folder = try ScratchFolder()
    let path = folder.path("input.csv")
    func key() -> (StoreKey, Bool) {
      var parts = KeyParts(kind: kind)
      let isRead = parts.add(.sample("input"), file: path)
      return (parts.key, isRead)
    }
    let missing = key()
    try folder.write("", to: "input.csv")
    let empty = key()
    let large = Sample.result(0, size: 500_000)
    try Bytes.write(large, to: path)
    let full = key()
    var same = KeyParts(kind: kind)
    same.add(.sample("input"), bytes: large)
    #expect(full == (same.key, true))
    #expect(empty.1 && !missing.1)
    #expect(Set([missing.0, empty.0, full.0]).count == 3)
  }

  @Test("takes in all that a folder holds, but for what is hidden")
  func folders() throws {
    let folder = try ScratchFolder()
    func key(_ path: String = "data") -> StoreKey {
      var parts = KeyParts(kind: kind)
      parts.add(.sample("input"), file: folder.path(path))
      return parts.key
    }
    var keys = [key()]
    for (path, text) in [("data/a", "1"), ("data/a", "2"), ("data/b/c", "2"), ("data/b/d", "2")] {
      try folder.write(text, to: path)
      keys.append(key())
    }
    try FileManager.default.moveItem(atPath: folder.path("data/a"), toPath: folder.path("data/e"))
    keys.append(key())
    try FileManager.default.removeItem(atPath: folder.path("data/b/d"))
    keys.append(key())
    #expect(Set(keys).count == keys.count)
    try folder.write("3", to: "data/.hidden")
    #expect(key() == keys.last)
    try FileManager.default.moveItem(atPath: folder.path("data"), toPath: folder.path("moved"))
    #expect(key("moved") == keys.last)
  }

  @Test("comes to an end where links lead in circles")
  func circles() throws {
    let folder = try ScratchFolder()
    try folder.write("1", to: "data/a")
    try folder.write("2", to: "other/b")
    let links = [("data/up", ".."), ("data/out", "../other"), ("other/in", "../data")]
    for (link, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(link),
        withDestinationPath: target
      )
    }
    let before = try #require(Fingerprint(at: folder.path("data")))
    #expect(Fingerprint(at: folder.path("data")) == before)
    try folder.write("3", to: "other/b")
    #expect(Fingerprint(at: folder.path("data")) != before)
  }

  @Test("can be part of another key, and be written and read")
  func coding() throws {
    var outer = KeyParts(kind: ResultKind("page", version: 1))
    outer.add(.sample("program"), parts([("code", "a")]).key)
    let key = outer.key
    let data = try JSONEncoder().encode(key)
    #expect(try JSONDecoder().decode(StoreKey.self, from: data) == key)
    for bad in ["", "00", String(repeating: "G", count: 64), String(repeating: "A", count: 64)] {
      let text = String(decoding: data, as: UTF8.self).replacing(key.hex, with: bad)
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(StoreKey.self, from: Data(text.utf8))
      }
    }
  }
}
