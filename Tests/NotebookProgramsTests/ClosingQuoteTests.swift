import Testing

@testable import NotebookPrograms

@Suite("The quotation mark that closes promised text")
struct ClosingQuoteTests {
  @Test(
    "a full stop and words may stand behind it, and the text may quote",
    arguments: [
      (#"x""#, "x"), (#"x"."#, "x"), (#"x"!)"#, "x"), (#"x" to the console."#, "x"),
      (#"x", as it should."#, "x"), (#"""#, ""), (#"" at last"#, ""), (#"say "hi"""#, #"say "hi""#),
      (#"say "hi" now" twice."#, #"say "hi" now"#), (#"say "hi" now"."#, #"say "hi" now"#),
      (#"x" where "y" is"#, "x"), (#"("a", "b")" in all"#, #"("a", "b")"#),
      (#"["k": "v"]" and so on"#, #"["k": "v"]"#), (#"size 5"."#, "size 5"),
      (#"it ends."."#, "it ends."),
      ("goes on", nil), (#"Dear "Ada", I"#, nil), (#"a "b"."#, nil), ("", nil),
    ] as [(String, String?)]
  )
  func closing(_ line: String, _ text: String?) {
    let bytes = Array(line.utf8)
    let found = ClosingQuote.index(in: bytes[...]).map {
      String(decoding: bytes[..<$0], as: UTF8.self)
    }
    #expect(found == text, "\(line)")
  }
}
