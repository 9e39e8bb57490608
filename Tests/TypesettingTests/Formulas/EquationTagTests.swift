import Testing

@testable import Typesetting

@Suite("Tags of equations")
struct EquationTagTests {
  /// The tags of a formula where its first number is 5, each with its label; `-` before a label that
  /// names nothing.
  private func tags(_ tex: String, macros: [FormulaMacro] = []) throws -> [String] {
    let page = FormulaPage(
      idPrefix: "t-",
      macros: macros,
      requests: [FormulaRequest(tex, isDisplay: true)]
    )
    let tags = try #require(try typesetter().tags(of: page)?.first)
    return tags.tags.map { $0.text(startingAt: 5) + ($0.label.map { " \($0)" } ?? "") }
      + tags.unnumbered.map { "-\($0)" }
  }

  static let cases: [(tex: String, tags: [String])] = [
    ("a = b", []),
    (#"x \label{a}"#, ["-a"]),
    (#"x \tag{T} \label{a}"#, ["T a"]),
    (#"x \tag*{$\star$}"#, [#"$\star$"#]),
    (#"\begin{equation} a \label{a} \end{equation}"#, ["5 a"]),
    (#"\begin{equation*} a \end{equation*}"#, []),
    (#"\begin{equation*} a \tag{3} \label{a} \end{equation*}"#, ["3 a"]),
    (
      #"\begin{align} a \label{a} \\ b \notag \label{b} \\ c \label{c} \end{align}"#,
      ["5 a", "6 c", "-b"]
    ),
    (#"\begin{align} a \nonumber \cr b \label{b} \cr \end{align}"#, ["5 b"]),
    (#"\begin{align} a &= b \\ c &= d \\ \end{align}"#, ["5", "6"]),
    (#"\begin{align} a \tag{x} \\ b \end{align}"#, ["x", "5"]),
    (
      #"\begin{align} \begin{bmatrix} 1 \\ 2 \end{bmatrix} \\ a \\[2ex] b \end{align}"#,
      ["5", "6", "7"]
    ),
    (#"\begin{align} \begin{aligned} a \\ b \end{aligned} \end{align}"#, ["5"]),
    ("\\begin{align} a % \\\\ no row\n \\end{align}", ["5"]),
    (#"\begin{equation} \begin{split} a \\ b \end{split} \label{a} \end{equation}"#, ["5 a"]),
    (
      #"\begin{equation} \begin{multlined} a \\ b \end{multlined} \label{a} \end{equation}"#,
      ["5 a"]
    ),
    (#"\begin{multline} a \\ b \label{a} \end{multline}"#, ["5 a"]),
    (#"\begin{gather} \substack{a \\ b} \\ c \end{gather}"#, ["5", "6"]),
    (#"\begin{alignat}{2} a &= b & c &= d \\ e \end{alignat}"#, ["5", "6"]),
    (#"\begin{flalign} a &= b \end{flalign}"#, ["5"]),
    (#"\begin{eqnarray} a &=& b \\ c \end{eqnarray}"#, ["5", "6"]),
    (#"\begin{empheq}[left={[} \empheqlbrace]{align} a \\ b \end{empheq}"#, ["5", "6"]),
    (#"\begin{empheq}{equation*} a \end{empheq}"#, []),
    (#"\begin{numcases}{f =} 1 & one \\ 2 & other \end{numcases}"#, ["5", "6"]),
    (#"\begin{subnumcases}{f =} 1 & one \label{a} \\ 2 & two \end{subnumcases}"#, ["5a a", "5b"]),
    (#"\begin{align} a \\ \intertext{so that} b \end{align}"#, ["5", "6"]),
    (#"\be a \label{a} \ee"#, ["5 a"]),
    (#"\be a \nn \ee"#, []),
    (#"\row{\begin{align} a}{b \label{b} \end{align}}"#, []),
    (#"\rows{a}{b \label{b}}"#, ["5", "6 b"]),
    (#"\begin{eq} a \lab{a} \end{eq}"#, ["5 eq-a"]),
    (#"\begin{align"#, []),
    (#"\end{align}"#, []),
    (#"\"#, []),
  ]

  @Test("are MathJax's own, whatever macros and environments come to", arguments: cases.indices)
  func tags(_ index: Int) throws {
    let macros = [
      FormulaMacro("be", #"\begin{equation}"#), FormulaMacro("ee", #"\end{equation}"#),
      FormulaMacro("nn", #"\nonumber"#),
      FormulaMacro("rows", #"\begin{align} #1 \\ #2 \end{align}"#),
      FormulaMacro("lab", #"\label{eq-#1}"#),
    ]
    let (tex, expected) = Self.cases[index]
    let definition =
      tex.contains("{eq}") ? #"\newenvironment{eq}{\begin{equation}}{\end{equation}}"# : ""
    #expect(try tags(definition + tex, macros: macros) == expected, "\(tex)")
  }

  @Test("are those that the formula is set with", arguments: cases.indices)
  func agree(_ index: Int) throws {
    let tex = Self.cases[index].tex
    let set = try typesetter().page(idPrefix: "t-")
      .set([FormulaRequest(tex, isDisplay: true, firstNumber: 5)])
    guard let formula = set[0].formula else { return }
    let labelled = try tags(tex).filter { !$0.hasPrefix("-") && $0.contains(" ") }
    #expect(formula.labels.map { "\($0.tag) \($0.name)" }.sorted() == labelled.sorted(), "\(tex)")
  }

  @Test("need no engine where nothing could count")
  func noEngine() throws {
    let own = Typesetter()
    let page = FormulaPage(
      idPrefix: "",
      requests: [FormulaRequest(#"\begin{pmatrix} a \end{pmatrix}"#, isDisplay: true)]
    )
    #expect(try own.tags(of: page)?.map(\.isEmpty) == [true])
    #expect(!own.isStarted)
  }
}
