import NotebookDisplay
import Testing

@Suite("TeX for texts and numbers")
struct TeXTests {
  @Test(
    "special characters stand outside the text",
    arguments: [
      ("plain words", #"\text{plain words}"#),
      ("50% off", #"\text{50}\%\text{ off}"#),
      (#"a\b"#, #"\text{a}\backslash{}\text{b}"#),
      ("{x_1^2}", #"\{\text{x}\_\text{1}{\wedge}\text{2}\}"#),
      ("~$&#", ##"{\sim}\$\&\#"##),
      ("two\nlines", #"\text{two lines}"#),
      ("", #"\text{}"#),
    ]
  )
  func text(text: String, expected: String) {
    #expect(TeX.text(text) == expected)
  }

  @Test(
    "numbers keep all their digits",
    arguments: [
      (0.1, "0.1"), (2, "2.0"), (1.5e-7, #"1.5 \times 10^{-7}"#), (-1e20, #"-1 \times 10^{20}"#),
      (.infinity, #"\infty"#), (-.infinity, #"-\infty"#), (.nan, #"\mathrm{NaN}"#), (-0.0, "-0.0"),
    ] as [(Double, String)]
  )
  func number(value: Double, expected: String) {
    #expect(TeX.number(value) == expected)
  }

  @Test(
    "elements have at most eight significant digits",
    arguments: [
      (0.190913518, "0.19091352"), (1, "1"), (2e-17, #"2 \times 10^{-17}"#),
      (0.30000000000000004, "0.3"),
      (1234567.891, "1234567.9"), (.nan, #"\mathrm{NaN}"#),
    ] as [(Double, String)]
  )
  func shortNumber(value: Double, expected: String) {
    #expect(TeX.shortNumber(value) == expected)
  }
}
