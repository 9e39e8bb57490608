import Testing

@testable import Typesetting

@Suite struct FormulaProblemTests {
  static let cases: [(tex: String, offset: Int, message: String)] = [
    (#"x + \foo"#, 4, #"Undefined control sequence \foo"#),
    (#"é + \foo"#, 5, #"Undefined control sequence \foo"#),
    (#"a + \frac{x}{c \foo}"#, 15, #"Undefined control sequence \foo"#),
    (#"\sqrt{\frac{\foo}{\foo}}"#, 12, #"Undefined control sequence \foo"#),
    (#"\begin{aligned} a &= \foo \end{aligned}"#, 21, #"Undefined control sequence \foo"#),
    (#"\newcommand{\x}{\foo} a + \x b"#, 26, #"Undefined control sequence \foo"#),
    (#"a + \frac{x}"#, 4, #"Missing argument for \frac"#),
    (#"\sqrt{x"#, 0, "Missing close brace"),
    (#"x + {a + b"#, 4, "Extra open brace or missing close brace"),
    (#"x + a}"#, 5, "Extra close brace or missing open brace"),
    (#"x \left( y"#, 2, #"Extra \left or missing \right"#),
    (#"x \right)"#, 2, #"Missing \left or extra \right"#),
    (#"x + \left a"#, 4, #"Missing or unrecognized delimiter for \left"#),
    (#"a \begin{matrix} b"#, 2, #"Missing \end{matrix}"#),
    (#"\begin{matrix} b \end{pmatrix}"#, 17, #"\begin{matrix} ended with \end{pmatrix}"#),
    (#"\begin{nothing} b \end{nothing}"#, 0, "Unknown environment 'nothing'"),
    (
      #"\begin{subequations} a \end{subequations}"#, 0, "Unknown environment 'subequations'"
    ),
    (#"x^2^3"#, 3, "Double exponent: use braces to clarify"),
    (#"x_2_3"#, 3, "Double subscripts: use braces to clarify"),
    (#"a & b"#, 2, "Misplaced &"),
    (#"x \tag{1} \tag{2}"#, 10, #"Multiple \tag"#),
    (#"\color{nosuch"#, 0, "Missing close brace"),
    (#"\unicode{zz}"#, 0, #"Argument to \unicode must be a number"#),
    (#"a \unicode{xD800}"#, 2, #"Argument to \unicode must be the number of a character"#),
    (#"\text{\unicode{57343}}"#, 6, #"Argument to \unicode must be the number of a character"#),
    (#"5 % of x"#, 2, "'%' begins a comment, so what follows is left out"),
    (#"\text{5%}"#, 7, "'%' begins a comment, so what follows is left out"),
    (#"\frac{5%}{2}"#, 7, "'%' begins a comment, so what follows is left out"),
    (#"\require{nowhere} x"#, 0, "There is no package 'nowhere' here"),
    (
      #"\href{javascript:alert(1)}{x}"#, 6,
      "A link is an address on the web, or one beside the page, not javascript:alert(1)"
    ),
    (#"\style{position: fixed}{x}"#, 7, "The style position: fixed is not allowed in a formula"),
    (
      #"\style{background: url(//a/b)}{x}"#, 7,
      "The style background: url(//a/b) is not allowed in a formula"
    ),
    (
      #"\style{background: image-set('a' 1x)}{x}"#, 7,
      "The style background: image-set('a' 1x) is not allowed in a formula"
    ),
    (#"\color{url(//a)}{x}"#, 7, "The value url(//a) is not allowed in a formula"),
    (
      #"\class{a b"c}{x}"#, 9, #"A class is a name of letters, digits and hyphens, not b"c"#
    ),
    (
      #"\href{data:text/html,a}{x}"#, 6,
      "A link is an address on the web, or one beside the page, not data:text/html,a"
    ),
    (
      #"\mmlToken{mi}[href="javascript:a"]{x}"#, 20,
      "A link is an address on the web, or one beside the page, not javascript:a"
    ),
    (
      #"\def\x{\x y}\x"#, 12,
      "MathJax maximum macro substitution count exceeded; is here a recursive macro call?"
    ),
    (#"x + \ref{nowhere}"#, 4, "Unknown label nowhere"),
  ]

  @Test("a wrong formula says what is wrong and where", arguments: cases.indices)
  func problem(_ index: Int) throws {
    let (tex, offset, message) = Self.cases[index]
    let result = try set(tex)
    #expect(result.formula == nil, "\(tex)")
    #expect(result.problems.map(\.message) == [message], "\(tex)")
    #expect(result.problems.map(\.offset) == [offset], "\(tex)")
  }

  @Test("what a formula says to scripts and other formulas stays out of the page")
  func names() throws {
    let formula = try #require(set(#"\cssId{content}{x}"#).formula)
    #expect(!formula.svg.contains(#"id="content""#) && !formula.mathML.contains("content\""))
    #expect(
      try set(#"\data{folder=a}{x}"#).problems.map(\.message) == [
        #"Undefined control sequence \data"#
      ]
    )
  }

  @Test("a formula nested too deeply is its own error, and the next one is set")
  func depth() throws {
    let deep = String(repeating: "{", count: 20_000) + String(repeating: "}", count: 20_000)
    let session = try typesetter().page()
    let results = try session.set([FormulaRequest(deep), FormulaRequest("x")])
    #expect(results[0].problems.count == 1)
    #expect(results[1].formula != nil)
  }

  @Test("an error within \\vb does not change the letters of later formulas")
  func vectorsAfterErrors() throws {
    let session = try typesetter().page(idPrefix: "t-")
    let results = try session.set([FormulaRequest("\\vb{\\foo}"), FormulaRequest("x")])
    #expect(results[0].formula == nil)
    #expect(results[1] == (try set("x", isDisplay: false)))
  }
}
