import Bibliography
import Documents
import Testing

@Suite("A file as people have them")
struct MessyFileTests {
  @Test("every entry is read, and nothing is told")
  func references() {
    let bibliography = Bibliography(MessyFile.text)
    #expect(bibliography.findings.isEmpty)
    #expect(bibliography.references == MessyFile.references)
  }

  @Test("line ends and a byte order mark make no difference")
  func lineEnds() {
    let text =
      "\u{FEFF}"
      + MessyFile.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(Bibliography(text).findings.isEmpty)
    #expect(Bibliography(text).references == MessyFile.references)
  }

  @Test("reading twice gives the same")
  func twice() {
    #expect(Bibliography(MessyFile.text).references == Bibliography(MessyFile.text).references)
  }

  @Test("a file cut off anywhere is read without a crash, and every place is in it")
  func cutOff() {
    let bytes = Array(MessyFile.text.utf8)
    for end in stride(from: 0, to: bytes.count, by: 7) { check(Array(bytes[..<end])) }
  }

  @Test("a file with random faults is read without a crash, and every place is in it")
  func randomFaults() {
    var generator = Generator(state: 42)
    let faults = Array("{}\"@,=#()\\$%~ \n".utf8)
    for _ in 0..<400 {
      var bytes = Array(MessyFile.text.utf8)
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let fault = faults.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = fault
        case 1: bytes.insert(fault, at: place)
        default: bytes.remove(at: place)
        }
      }
      check(bytes)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let source = SourceText(path: "a.bib", bytes: bytes)
    let bibliography = Bibliography([source])
    #expect(bibliography.references.count == bibliography.keys.count)
    let ends = bibliography.diagnostics.compactMap(\.end)
    let starts = bibliography.diagnostics.compactMap(\.start)
    #expect(starts.count == bibliography.diagnostics.count)
    #expect(zip(starts, ends).allSatisfy { $0 <= $1 && $1.line <= source.lineCount })
    #expect(starts == starts.sorted())
  }
}
