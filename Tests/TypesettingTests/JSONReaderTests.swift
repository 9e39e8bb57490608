import Testing

@testable import Typesetting

@Suite struct JSONReaderTests {
  @Test("every kind of value is read")
  func values() throws {
    let text =
      #" {"a": [1, -2.5e3, true, false, null], "b\n\"\\\u00e9\ud83d\ude00": "é 😀", "c": {}} "#
    let expected: ChartValue = .object([
      "a": .array([.number(1), .number(-2500), .bool(true), .bool(false), .null]),
      "b\n\"\\é😀": .string("é 😀"), "c": .object([:]),
    ])
    #expect(try JSONReader.value(of: text) == expected)
  }

  static let wrong: [(String, Int, Int, String)] = [
    ("", 1, 1, "a value is due here, not the end"),
    ("{\"a\": 1,\n \"b\": }", 2, 7, "a value is due here, not '}'"),
    ("[1, 2", 1, 6, "a comma or ] is due here, not the end"),
    ("[1, 2,]", 1, 7, "a value is due here, not ']'"),
    ("{'a': 1}", 1, 2, "a name in double quotes is due here, not '''"),
    (#"{"a" 1}"#, 1, 6, #"a colon after "a" is due here, not '1'"#),
    (#"{"é": 1, "é": 2}"#, 1, 10, #""é" is there twice"#),
    ("[NaN]", 1, 2, "a value is due here, not 'N'"),
    ("[1.2.3]", 1, 2, "1.2.3 is no number"),
    ("\"abc", 1, 1, "a text has no end"),
    ("\"a\nb\"", 1, 1, "a text goes beyond its line"),
    (#""\x""#, 1, 2, "there is no such escape"),
    (#""\u12"#, 1, 2, #"\u is followed by four hexadecimal digits"#),
    ("1 2", 1, 3, "there is more after the end"),
    (String(repeating: "[", count: 200), 1, 102, "the nesting is too deep"),
  ]

  @Test("what is not JSON has a place", arguments: wrong.indices)
  func problems(_ index: Int) {
    let (text, line, column, message) = Self.wrong[index]
    let expected = JSONReader.Fault(line: line, column: column, message: message)
    #expect(throws: expected) { try JSONReader.value(of: text) }
  }
}
