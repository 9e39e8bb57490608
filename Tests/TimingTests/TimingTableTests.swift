import Testing

@testable import Timing

@Suite("The table of timings")
struct TimingTableTests {
  @Test("names the stages, the longest first, without what other stages took")
  func stages() {
    let table = TimingTable(SampleSpans.notebook, elapsed: .milliseconds(1001.25))
    #expect(
      table.text == """
        stage                                 ms    share   spans
        starting engine                    920.0   37.1 %       1
        compiler                           780.0   31.5 %       2
        linker                             380.5   15.3 %       2
        running                            180.0    7.3 %       2
        laying out                          63.5    2.6 %       1
        rest of programs                    50.0    2.0 %       1
        compiling                           39.5    1.6 %       2
        parsing                             20.0    0.8 %       1
        rest of notebook                    20.0    0.8 %       1
        rest of program                     20.0    0.8 %       2
        highlighting                         6.5    0.3 %       2
        total                             2480.0  100.0 %      17

        1 notebook in 1001.3 ms by the clock
        """
    )
  }

  @Test("adds up: stages and notebooks give the total")
  func sums() {
    var sample = SampleSpans()
    for number in 0..<30 {
      let start = Double(number) * 10
      let notebook = sample.add(.notebook, start...start + 25, of: "\(number).md")
      sample.add(.parsing, start + 1...start + 2.5, in: notebook, of: "\(number).md")
      sample.add(.running, start + 3...start + 20, in: notebook, of: "\(number).md")
    }
    let table = TimingTable(sample.spans, elapsed: .seconds(1))
    #expect(table.stages.reduce(.zero) { $0 + $1.time } == table.total.time)
    #expect(table.notebooks.reduce(.zero) { $0 + $1.time } == table.total.time)
    #expect(table.total.time == .milliseconds(30 * 25))
    #expect(table.total.count == 90)
    #expect(table.stages.map(\.count) == [30, 30, 30])
  }

  @Test("lists the ten slowest of many notebooks, and says how many more there are")
  func manyNotebooks() {
    var sample = SampleSpans()
    for number in 1...12 {
      let path = "a/very/long/path/to/the/folder/of/notebooks/\(number).md"
      let notebook = sample.add(.notebook, 0...Double(number) * 100, of: path)
      sample.add(.labels, 0...Double(number) * 60, in: notebook, of: path)
    }
    let text = TimingTable(sample.spans, elapsed: .seconds(1)).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 80 })
    let listed = lines.filter { $0.hasPrefix("…") }
    #expect(listed.count == 10)
    #expect(listed.first?.contains("/12.md") == true)
    #expect(listed.allSatisfy { $0.hasSuffix("  labels of other pages") })
    #expect(lines.contains("and 2 more"))
  }

  @Test("shows names that a terminal would obey as harmless text")
  func controlCharacters() {
    var sample = SampleSpans()
    sample.add(.notebook, 0...1, of: "a\u{1B}[31m\n.md")
    sample.add(.notebook, 0...2, of: "b.md")
    let text = TimingTable(sample.spans, elapsed: .seconds(1)).text
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("a?[31m?.md  "))
  }

  @Test("of nothing is an empty one")
  func nothing() {
    let table = TimingTable([], elapsed: .zero)
    #expect(table.total.time == .zero)
    #expect(table.text.hasSuffix("0 notebooks in 0.0 ms by the clock"))
  }
}
