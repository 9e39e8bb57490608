import Testing

@testable import Typesetting

@Suite struct FormulaSessionTests {
  @Test(
    "a macro holds to the end of its page and on no other",
    arguments: [
      #"\newcommand{\own}{x}"#, #"\def\own{x}"#, #"\let\own\alpha"#,
      #"\DeclareMathOperator{\own}{x}"#,
      #"\DeclarePairedDelimiter{\own}{(}{)}"#, #"\Newextarrow{\own}{5,10}{8594}"#,
    ]
  )
  func macros(_ definition: String) throws {
    let first = try typesetter().page()
    let other = try typesetter().page()
    #expect(try first.set([FormulaRequest(definition)])[0].problems == [])
    #expect(try first.set([FormulaRequest(#"\own{a}"#)])[0].formula != nil)
    #expect(try other.set([FormulaRequest(#"\own{a}"#)])[0].formula == nil)
    #expect(try set(#"\own{a}"#).problems.map(\.identifier) == ["UndefinedControlSequence"])
  }

  @Test("a renewed command and a colour are forgotten with their page")
  func renewal() throws {
    let before = try set(#"\vec x"#)
    let session = try typesetter().page(idPrefix: "t-")
    _ = try session.set([
      FormulaRequest(#"\renewcommand{\vec}[1]{\mathbf{#1}} \vec x \definecolor{own}{rgb}{1,0,0}"#)
    ])
    #expect(try set(#"\vec x"#) == before)
    #expect(try set(#"\color{own} x"#).formula?.svg.contains("#ff0000") == false)
  }

  @Test(
    "a formula that is set again is set anew where a name has got another meaning",
    arguments: [
      (#"\newcommand{\own}{x}"#, #"\own"#), (#"\def\own{x}"#, #"\own"#),
      (#"\let\own\alpha"#, #"\own"#), (#"\DeclareMathOperator{\own}{x}"#, #"\own"#),
      (#"\DeclarePairedDelimiter{\own}{(}{)}"#, #"\own{a}"#),
      (#"\Newextarrow{\own}{5,10}{8594}"#, #"\own{a}"#),
      (#"\newenvironment{own}{(}{)}"#, #"\begin{own}\end{own}"#),
      (#"\newcommand{\make}{\def\own{x}} \make"#, #"\own"#),
      (#"\definecolor{own}{rgb}{1,0,0}"#, #"\color{own} x"#),
      (#"\renewcommand{\vec}[1]{\mathbf{#1}}"#, #"\vec x"#),
    ]
  )
  func repetition(_ definition: String, _ tex: String) throws {
    let session = try typesetter().page(idPrefix: "r-")
    let results = try session.set(
      [tex, tex, definition, tex, tex].map { FormulaRequest($0) }
    )
    #expect(results[0] == results[1])
    #expect(results[3] != results[0])
    #expect(results[3].formula != nil)
    #expect(results[3] == results[4])
  }

  @Test("a page's own macros are known from its beginning, and a wrong one is named")
  func ownMacros() throws {
    let macros = [FormulaMacro("R", #"\mathbb R"#), FormulaMacro(#"\inner"#, "(#1, #2)")]
    let session = try typesetter().page(macros: macros)
    #expect(session.macroProblems == [nil, nil])
    #expect(try session.set([FormulaRequest(#"\inner{\R}{x}"#)])[0].formula != nil)
    let wrong = try typesetter().page(macros: [FormulaMacro("bad", "{"), FormulaMacro("good", "x")])
    #expect(wrong.macroProblems == ["Missing close brace", nil])
  }

  @Test("a page is set as if no other had been set before it")
  func manyPages() throws {
    let macros = [FormulaMacro("R", #"\mathbb R"#)]
    let pages: [(macros: [FormulaMacro], formulas: [String])] = [
      ([], ["x^2", #"\begin{align} a &= b \label{eq} \\ c &= d \end{align}"#, #"\eqref{eq}"#]),
      ([], ["y", #"\begin{align} a &= b \label{eq} \end{align}"#, "x^2"]),
      (macros, [#"\R^n"#, #"\bm x"#]), ([], [#"\R"#]), (macros, [#"\R^n"#, "x^2"]),
      ([], [#"\newcommand{\me}{m_e} \me"#, #"\me"#]), ([], [#"\me"#]),
      ([], [#"\definecolor{own}{rgb}{1,0,0} \color{own} x"#]), ([], [#"\color{own} x"#]),
      ([], [#"\vb{\nothing} x"#, "x"]), ([], ["x^2 + ab"]), ([], [#"\tag{7} z"#]), ([], ["z"]),
      ([], [#"\unicode[2,.5][Foo]{x263a} y"#]), ([], [#"\unicode{x263a} y"#]),
      ([], [#"\left( x"#]), ([], [#"\left( x \right)"#, #"\mathbf{x}"#]),
    ]
    let typesetter = try typesetter()
    for (number, (macros, formulas)) in pages.enumerated() {
      func results(by typesetter: Typesetter) throws -> ([FormulaResult], String) {
        let session = try typesetter.page(idPrefix: "p\(number)-", macros: macros)
        let results = try session.set(formulas.map { FormulaRequest($0, isDisplay: true) })
        return (results, try session.definitions)
      }
      let alone = try results(by: Typesetter())
      let after = try results(by: typesetter)
      #expect(alone == after, "page \(number)")
    }
  }

  @Test("references point forwards and back, and to labels of the page")
  func references() throws {
    let session = try typesetter().page(
      idPrefix: "p-",
      references: [
        "eq-page": FormulaReference(text: "7", address: "#eq-page"),
        "eq-other": FormulaReference(text: "8", address: "other.html#eq-other"),
      ]
    )
    let results = try session.set([
      FormulaRequest(#"\eqref{late} \text{ and \ref{late}}"#),
      FormulaRequest(#"\begin{equation} x \label{late} \end{equation}"#, isDisplay: true),
      FormulaRequest(#"\eqref{late} \eqref{eq-page} \eqref{eq-other}"#),
      FormulaRequest(#"\ref{never} x"#),
      FormulaRequest("y", isDisplay: true, firstNumber: nil, tag: "T", label: "own"),
    ])
    let texts = results.map { MarkupReader($0.formula?.mathML ?? "<none/>").text }
    #expect(texts[0] == "(1)\u{a0}and\u{a0}1")
    #expect(texts[2] == "(1)(7)(8)")
    #expect(results[0].formula?.svg.contains(##"href="#p-eqn-late""##) == true)
    #expect(results[1].formula?.svg.contains(#"id="p-eqn-late""#) == true)
    #expect(results[2].formula?.svg.contains(##"href="#eq-page""##) == true)
    #expect(results[2].formula?.svg.contains(##"href="other.html#eq-other""##) == true)
    #expect(results[3].problems.map(\.unknownLabel) == ["never"])
    #expect(results[4].formula?.labels.map(\.tag) == ["T"])
  }

  @Test("numbers begin where the page says and go on from there")
  func numbers() throws {
    let session = try typesetter().page()
    let equation = #"\begin{align} a \label{l} \\ b \end{align}"#
    let results = try session.set([
      FormulaRequest(equation, isDisplay: true, firstNumber: 4),
      FormulaRequest(#"\begin{equation} c \label{m} \end{equation}"#, isDisplay: true),
      FormulaRequest(equation, isDisplay: true),
    ])
    #expect(results.map { $0.formula?.labels.map(\.tag) } == [["4"], ["6"], nil])
    #expect(results[1].formula?.nextNumber == 7)
    #expect(results[2].problems.map(\.message) == ["Label 'l' multiply defined"])
    #expect(results[0].formula?.isWide == true)
  }

  @Test("a formula that numbers itself by a macro is set anew each time")
  func numbersByMacro() throws {
    let session = try typesetter().page(macros: [
      FormulaMacro("own", #"\begin{equation} x \end{equation}"#)
    ])
    let results = try session.set((0..<3).map { _ in FormulaRequest(#"\own"#, isDisplay: true) })
    #expect(results.map { $0.formula?.nextNumber } == [2, 3, 4])
  }

  @Test(
    "what is as wide as the page fits a column",
    arguments: ["multline", "flalign", "flalign*"]
  )
  func wideEnvironments(_ name: String) throws {
    let formula = try set(
      #"\begin{\#(name)} a &= b \\ c &= d \end{\#(name)}"#.replacing(
        "&",
        with: name == "multline" ? "" : "&"
      )
    ).formula
    #expect(try #require(formula).width < 80)
  }

  @Test("a double bar around a letter is as high as a single one")
  func doubleBar() throws {
    func height(_ tex: String) throws -> Double { try #require(try set(tex).formula).height }
    #expect(try height(#"\left\lVert x\right\rVert"#) == height(#"\|x\|"#))
    #expect(try height(#"\left\|\frac{x}{2}\right\|"#) > height(#"\|x\|"#))
  }

  @Test("identifiers of two pages never meet, and every glyph has its definition")
  func identifiers() throws {
    let tex = #"\cssId{here}{x} \begin{equation} \sum_i y_i \label{l} \end{equation} \eqref{l}"#
    let pages = try ["a-", "b-"].map { prefix in
      let session = try typesetter().page(idPrefix: prefix)
      let formula = try #require(try session.set([FormulaRequest(tex, isDisplay: true)])[0].formula)
      return MarkupReader("<page>\(formula.svg)\(formula.mathML)\(try session.definitions)</page>")
    }
    for page in pages {
      #expect(page.isWellFormed)
      #expect(Set(page.ids).count == page.ids.count)
      #expect(page.references.isSubset(of: page.ids))
    }
    #expect(Set(pages[0].ids).isDisjoint(with: pages[1].ids))
  }

  @Test("the same formulas give the same bytes")
  func determinism() throws {
    let requests = FormulaTable.formulas(FormulaTable.physics).map { FormulaRequest($0) }
    let (first, second) = (try typesetter().page(), try typesetter().page())
    #expect(try first.set(requests) == second.set(requests))
    #expect(try first.definitions == second.definitions)
  }

  @Test("sizes are in ex, and the colour is the text's")
  func sizes() throws {
    let formula = try #require(try set("x_1", isDisplay: false).formula)
    #expect(formula.width > 1 && formula.width < 4 && formula.height > 1 && formula.depth > 0)
    #expect(formula.svg.contains(#"fill="currentColor""#) && !formula.isWide)
  }
}
