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
