import Documents
import Testing

@Suite("Searching")
struct SearchTests {
  @Test("the first element of the second part is found wherever it stands", arguments: 0...9)
  func partition(_ count: Int) {
    let numbers = Array(0..<count)
    for first in 0...count {
      #expect(numbers.partitioningIndex { $0 >= first } == first)
      #expect(
        numbers[...].dropFirst().partitioningIndex { $0 >= first } == max(first, min(1, count))
      )
    }
  }

  @Test(
    "a pattern is found where it stands first, in a part of bytes too",
    arguments: [
      ("abcabc", "abc", 0), ("aababc", "abc", 3), ("ab", "abc", nil), ("", "a", nil),
      ("a", "", nil),
      ("xaab", "aab", 1), ("abab", "b", 1),
    ]
  )
  func pattern(_ text: String, _ pattern: String, _ place: Int?) {
    let expected = place.map { $0..<$0 + pattern.utf8.count }
    #expect(Array(text.utf8)[...].range(of: Array(pattern.utf8)) == expected)
    let inner = Array((pattern + text + pattern).utf8)
      .dropFirst(pattern.utf8.count).dropLast(pattern.utf8.count)
    let moved = expected.map {
      $0.lowerBound + pattern.utf8.count..<$0.upperBound + pattern.utf8.count
    }
    #expect(inner.range(of: Array(pattern.utf8)) == moved)
  }

  @Test("a text is found in bytes, in its own letters or in any")
  func text() {
    let bytes = Array("Say <!DOCTYPE> or é".utf8)
    #expect(bytes.contains(text: "<!DOCTYPE"))
    #expect(!bytes.contains(text: "<!doctype"))
    #expect(bytes.containsIgnoringCase("<!doctype"))
    #expect(!bytes.containsIgnoringCase("<!doctypes"))
    #expect(bytes.contains(text: "") && bytes.containsIgnoringCase(""))
    #expect(bytes.startsIgnoringCase(Array("say".utf8), at: 0))
    #expect(!bytes.startsIgnoringCase(Array("or é?".utf8), at: 15))
  }
}
