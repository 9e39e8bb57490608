import NotebookDisplay
import Testing

@Suite("An array of structs is a table")
struct RecordTableTests {
  let bundle = DisplayBundle(showing: [
    Record(name: "a|<b>", loss: 0.5, step: 1), Record(name: "pear", loss: nil, step: 20),
  ])

  @Test("plain columns are aligned under their names, numbers flush right")
  func plain() {
    let expected = """
      name   loss  step
      a|<b>   0.5     1
      pear    nil    20
      """
    #expect(bundle.plain == expected)
  }

  @Test("HTML cells are escaped, and columns of numbers marked")
  func html() {
    let expected = """
      <table>
      <thead>
      <tr><th scope="col">name</th><th scope="col" class="number">loss</th>\
      <th scope="col" class="number">step</th></tr>
      </thead>
      <tbody>
      <tr><td>a|&lt;b&gt;</td><td class="number">0.5</td><td class="number">1</td></tr>
      <tr><td>pear</td><td class="number">nil</td><td class="number">20</td></tr>
      </tbody>
      </table>
      """
    #expect(bundle[.html] == expected)
  }

  @Test("Markdown cells are escaped, and columns of numbers flush right")
  func markdown() {
    let expected = #"""
      | name | loss | step |
      | --- | ---: | ---: |
      | a\|\<b\> | 0.5 | 1 |
      | pear | nil | 20 |
      """#
    #expect(bundle[.markdown] == expected)
  }

  @Test("labelled tuples make a table, others a list")
  func tuples() {
    #expect(DisplayBundle(showing: [(x: 1, y: "a")]).plain == "x  y\n1  a")
    #expect(DisplayBundle(showing: [(1, "a")]).forms == [.plain: #"[(1, "a")]"#])
  }

  @Test("structs with a form of their own and mixed types make a list")
  func lists() {
    #expect(DisplayBundle(showing: [Angle(degrees: 1)])[.html] == nil)
    let mixed: [Any] = [Record(name: "a", loss: 1, step: 1), 1]
    #expect(DisplayBundle(showing: mixed)[.html] == nil)
  }

  @Test("over a thousand rows only the edges are shown")
  func elided() {
    let bundle = DisplayBundle(showing: (0..<1001).map { Record(name: "\($0)", loss: 0, step: $0) })
    let lines = bundle.plain.split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines[4].hasPrefix("..."))
    #expect(lines[7].hasSuffix("1000"))
  }

  @Test(
    "a page's column of numbers has the digits that a reader can use, its plain text all",
    arguments: [
      ([0.1, 0.01], ["0.10", "0.01"]),
      ([1, 2, 30], ["1.0", "2.0", "30.0"]),
      ([0.5, .nan, -.infinity, nil], ["0.5", "nan", "-inf", "nil"]),
      ([0.1 + 0.2, 2 / 3, 1], ["0.30000", "0.66667", "1.00000"]),
      ([1 / 300, 1 / 30_000], ["3.33333e-03", "3.33333e-05"]),
      ([1234.56789, 0.0123456], ["1234.5679", "0.0123"]),
      ([1e-3, 1e-9, 0], ["1e-03", "1e-09", "0e+00"]),
      ([8_045_311_447, -1], ["8045311447.0", "-1.0"]),
      ([1e300, .leastNonzeroMagnitude], ["1e+300", "5e-324"]),
      ([nil, nil], ["nil", "nil"]),
    ] as [([Double?], [String])]
  )
  func digits(_ values: [Double?], _ expected: [String]) {
    let bundle = DisplayBundle(showing: values.map { Measurement(value: $0) })
    let cells = (bundle[.html] ?? "").matches(of: /<td[^>]*>([^<]*)</).map { String($0.1) }
    #expect(cells == expected)
    let exact = values.map { $0.map { "\($0)" } ?? "nil" }
    let lines = bundle.plain.split(separator: "\n").dropFirst()
    #expect(lines.map { String($0.drop { $0 == " " }) } == exact)
  }

  @Test("a column of Float has no digits of Double")
  func singlePrecision() {
    let bundle = DisplayBundle(showing: [(x: Float(0.1), y: 1), (x: Float(0.25), y: 2)])
    #expect(bundle[.markdown]?.hasSuffix("| 0.10 | 1 |\n| 0.25 | 2 |") == true)
  }

  @Test("line ends within a cell become spaces")
  func lineEnds() {
    #expect(DisplayBundle(showing: [(x: 1, y: "a\nb")]).plain == "x  y\n1  a b")
  }
}

struct Record {
  var name: String
  var loss: Double?
  var step: Int
}

private struct Measurement {
  var value: Double?
}
