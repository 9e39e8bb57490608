import StoreSamples
import Testing

@testable import ResultStore

@Suite("The parts of a key")
struct PartsTests {
  private func parts(_ list: [(String, String)]) -> KeyParts {
    var parts = KeyParts(kind: Sample.kind)
    for (name, text) in list { parts.add(.sample(name), text) }
    return parts
  }

  @Test("tell which of them differ, were added, and are gone")
  func changes() {
    let old = parts([("code", "a"), ("flags", "-O"), ("seed", "1")])
    let new = parts([("toolchain", "6.3"), ("code", "b"), ("flags", "-O")])
    #expect(new.changes(since: old).map(\.name.text) == ["code", "seed", "toolchain"])
    #expect(old.changes(since: new).map(\.name.text) == ["code", "seed", "toolchain"])
    #expect(old.changes(since: old).map(\.name.text) == [])
    #expect(
      parts([("a", "1"), ("a", "2")]).changes(since: parts([("a", "1")])).map(\.name.text) == ["a"]
    )
    // Two spellings of one text in Unicode are two names.
    #expect(parts([("\u{E9}", "1")]).changes(since: parts([("e\u{301}", "1")])).count == 2)
  }

  @Test("of one name are held against each other between what both lists begin and end with")
  func lists() {
    func changes(_ old: String, _ new: String) -> [String] {
      let lists = [old, new].map { parts($0.map { ("cell", "\($0)") }) }
      return lists[1].changes(since: lists[0]).map { "\($0.name.text) \($0.kind) \($0.place)" }
    }
    #expect(changes("abcd", "abxcd") == ["cell added 2"])
    #expect(changes("abcd", "acd") == ["cell removed 1"])
    #expect(changes("abcd", "aXcd") == ["cell changed 1"])
    #expect(changes("abcd", "XbcY") == ["cell changed 0", "cell changed 3"])
    #expect(changes("abcd", "aXYZd") == ["cell changed 1", "cell changed 2", "cell added 3"])
    #expect(changes("aa", "aaa") == ["cell added 2"])
    #expect(changes("", "ab") == ["cell added 0", "cell added 1"])
    #expect(changes("abab", "ab") == ["cell removed 2", "cell removed 3"])
  }

  @Test("have names that are found again by their kind, with names of their own")
  func names() throws {
    let file = PartName("file", .named { "\($0) \($1.predicate)" })
    let kind = ResultKind(
      "list",
      version: 1,
      parts: [file, .sample("file of flags"), .sample("a")]
    )
    #expect(kind.part("a") == .sample("a"))
    #expect(kind.part("file a b").isOne(of: file))
    #expect(kind.part("file a b").own == "a b")
    #expect(!kind.part("files").isOne(of: file))
    #expect(kind.part("b").own == "b")
    #expect(kind.part("b").text == "b")
    #expect(kind.part("e\u{301}") != kind.part("\u{E9}"))
    var parts = KeyParts(kind: kind)
    parts.add(file["a"], "1")
    let read = try #require(KeyParts(encoded: parts.encoded, of: [Sample.kind, kind]))
    #expect(read.names.first?.isOne(of: file) == true)
    #expect(read.contains(file["a"]) && !read.contains(file["b"]))
  }

  @Test("bring others with them whose change need not be told")
  func following() {
    let file = PartName("file", .named { path, _ in path })
    let input = PartName("input", .named { path, _ in path }, bringing: [file])
    let running = PartName("running", .sentence("it is run"), bringing: [input])
    #expect(file["a"].follows(from: input["a"]))
    #expect(!file["a"].follows(from: input["b"]))
    #expect(input["a"].follows(from: running))
    #expect(!running.follows(from: input["a"]))
  }

  @Test("come to the same whether they are added one by one or together")
  func together() {
    let list = [("b", ["1"]), ("a", ["2", ""]), ("c", []), ("b", ["0"]), ("a", ["2"])]
    var (single, joint) = (parts([("b", "x"), ("d", "y")]), parts([("b", "x"), ("d", "y")]))
    for (name, texts) in list { single.add(.sample(name), texts: texts) }
    joint.add(list.map { (PartName.sample($0), $1) })
    #expect(single == joint)
    #expect(joint.names.map(\.text) == ["a", "a", "b", "b", "b", "c", "d"])
  }

  @Test("are read again as they were written")
  func encoding() {
    for list in [[], [("a", "1")], [("b", "1"), ("a", "2"), ("b", "0"), ("", "é\0")]] {
      let parts = parts(list)
      #expect(KeyParts(encoded: parts.encoded) == parts)
      #expect(KeyParts(encoded: parts.encoded)?.key == parts.key)
    }
  }

  @Test("are not read from bytes that are none")
  func damage() {
    let whole = parts([("code", "1"), ("flags", "2")]).encoded
    for count in 0..<whole.count { #expect(KeyParts(encoded: Array(whole.prefix(count))) == nil) }
    #expect(KeyParts(encoded: whole + [0]) == nil)
    for place in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[place] ^= 1 << bit
        // Another name or digest may be read, and is then written so again.
        if let parts = KeyParts(encoded: bytes) { #expect(parts.encoded == bytes) }
      }
    }
  }
}
