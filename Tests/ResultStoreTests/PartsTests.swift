import StoreSamples
import Testing

@testable import ResultStore

@Suite("The parts of a key")
struct PartsTests {
  private func parts(_ list: [(String, String)]) -> KeyParts {
    var parts = KeyParts(kind: Sample.kind)
    for (name, text) in list { parts.add(name, text) }
    return parts
  }

  @Test("tell which of them differ, were added, and are gone")
  func changes() {
    let old = parts([("code", "a"), ("flags", "-O"), ("seed", "1")])
    let new = parts([("toolchain", "6.3"), ("code", "b"), ("flags", "-O")])
    #expect(new.changes(since: old).map(\.name) == ["code", "seed", "toolchain"])
    #expect(old.changes(since: new).map(\.name) == ["code", "seed", "toolchain"])
    #expect(old.changes(since: old).map(\.name) == [])
    #expect(
      parts([("a", "1"), ("a", "2")]).changes(since: parts([("a", "1")])).map(\.name) == ["a"]
    )
    // Two spellings of one text in Unicode are two names.
    #expect(parts([("\u{E9}", "1")]).changes(since: parts([("e\u{301}", "1")])).count == 2)
  }

  @Test("of one name are held against each other between what both lists begin and end with")
  func lists() {
    func changes(_ old: String, _ new: String) -> [String] {
      let lists = [old, new].map { parts($0.map { ("cell", "\($0)") }) }
      return lists[1].changes(since: lists[0]).map { "\($0.name) \($0.kind) \($0.place)" }
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
