import Documents
import Testing

@Suite("TeX, read by its signs")
struct TeXReaderTests {
  @Test(
    "has commands of letters or of one sign",
    arguments: [
      (#"\frac{"#, "frac"), (#"\alpha_1"#, "alpha"), (#"\{x"#, "{"), (#"\\x"#, #"\"#), (#"\"#, ""),
    ]
  )
  func commands(_ tex: String, name: String) {
    let bytes = Array(tex.utf8)
    let range = TeXSyntax.commandName(in: bytes, at: 0)
    #expect(String(decoding: bytes[range], as: UTF8.self) == name)
  }

  @Test("has its commands in their order, without those in comments and behind a line's end")
  func allCommands() {
    let tex =
      #"a \\label \newcommand % \tag{1}"# + "\n" + #"\% \begin {cases} \ref{b} \begin x \begin{"#
    let commands = TeXReader.commands(in: tex)
    #expect(commands.map(\.name) == [#"\"#, "newcommand", "%", "begin", "ref", "begin", "begin"])
    #expect(commands.map(\.environment) == [nil, nil, nil, "cases", nil, nil, nil])
  }

  @Test(
    "has groups that end where their brace closes",
    arguments: [
      ("{a}b", "a"), ("{a{b}c}}", "a{b}c"), (#"{a\}b}"#, #"a\}b"#), ("{}", ""), ("{a{b}", nil),
      (#"{a\"#, nil),
    ] as [(String, String?)]
  )
  func groups(_ tex: String, content: String?) {
    let bytes = Array(tex.utf8)
    let found = TeXSyntax.group(in: bytes, at: 0).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found == content)
  }

  @Test("is a row of commands and other bytes, without comments")
  func tokens() {
    var reader = TeXReader("a\\b% c {\n\\%")
    var tokens: [TeXReader.Token] = []
    while let token = reader.next() { tokens.append(token) }
    #expect(
      tokens == [
        .other(UInt8(ascii: "a")), .command("b"), .other(UInt8(ascii: "\n")), .command("%"),
      ]
    )
  }

  @Test("gives the arguments that come next")
  func arguments() {
    var reader = TeXReader(#" {pmatrix}{l|r} x {"#)
    #expect(reader.argument() == "pmatrix")
    #expect(reader.argument() == "l|r")
    #expect(reader.argument() == nil)
    #expect(reader.next() == .other(UInt8(ascii: "x")))
    #expect(reader.argument() == nil)
    #expect(reader.next() == nil)
  }

  @Test(
    "has matching braces, or not",
    arguments: [("{a}", true), ("}{", false), (#"\{a"#, true), ("{", false)]
  )
  func braces(_ tex: String, match: Bool) {
    #expect(TeXReader.hasMatchingBraces(tex) == match)
  }
}
