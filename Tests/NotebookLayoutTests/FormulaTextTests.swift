import NotebookSyntax
import Testing

@testable import NotebookLayout

@Suite("A formula in plain text")
struct FormulaTextTests {
  private static let macros = TeXMacroTable(
    definitions: [
      #"\newcommand{\norm}[1]{\left\lVert #1 \right\rVert}"#,
      #"\newcommand{\E}[1][x]{\mathbb{E}_{#1}} \DeclareMathOperator*{\argmax}{arg\,max}"#,
      #"\def\half#1{\frac{#1}{2}} \let\to\rightarrow \providecommand{\norm}{|}"#,
      #"\newcommand{\again}{x\again}"#,
    ]
  )

  @Test(
    "says what it says on the page, in one line",
    arguments: [
      ("x^2", "x²"), (#"x_{ij}^{-1}"#, "xᵢⱼ⁻¹"), (#"e^{-x^2}"#, "e^(−x²)"), ("a_B", "a_B"),
      (#"\mathbf{a}^{\mathsf{T}} \mathbf b"#, "aᵀb"), (#"90^\circ"#, "90°"), ("f'(x)", "f′(x)"),
      (#"\|x\|_2 \to 0"#, "‖x‖₂ → 0"), ("-x+y=-1", "−x + y = −1"), ("x:=y", "x := y"),
      (#"\sum_{i=1}^n x_i"#, "∑ᵢ₌₁ⁿ xᵢ"), (#"\int_0^\infty e^{-x}\,dx"#, "∫₀^∞ e⁻ˣ dx"),
      (#"\frac{\partial f}{\partial x}"#, "∂f/∂x"), (#"\frac{a+b}2"#, "(a + b)/2"),
      (#"\sqrt{x+1}, \sqrt[3]{8}"#, "√(x + 1), ∛8"), (#"2\sin x + \cos(2x)"#, "2 sin x + cos(2x)"),
      (#"\lim_{x \to 0} \frac{\sin x}{x}"#, "lim_(x → 0) (sin x)/x"),
      (#"f\colon \mathbb{R}^n \to \mathbb{E}"#, "f : ℝⁿ → 𝔼"), (#"\mathcal{L}(\theta)"#, "ℒ(θ)"),
      (#"\hat{y} - \bar y"#, "ŷ − ȳ"), (#"a \not= b, x \notin A"#, "a ≠ b, x ∉ A"),
      (#"\begin{pmatrix} a & b \\ c & d \\ \end{pmatrix}"#, "(a, b; c, d)"),
      (#"\text{if } x > 0"#, "if x > 0"), (#"\operatorname{diag}(a)"#, "diag(a)"),
      (#"\norm{x+y} \le \half{z}"#, "‖x + y‖ ≤ z/2"), (#"\E X = \E[y] X"#, "𝔼ₓX = 𝔼_yX"),
      (#"\argmax_z p"#, "arg max_z p"), (#"3\%, \{1\}"#, "3%, {1}"), (#"\binom{n}{k}"#, "C(n, k)"),
      ("größer", "größer"), ("", ""),
    ]
  )
  func line(_ tex: String, _ text: String) {
    #expect(FormulaText.text(of: tex, Self.macros) == text)
  }

  @Test(
    "ends, whatever is written, and names what it does not know",
    arguments: [
      (#"\unknown x"#, "unknown x"), ("{", ""), ("}", ""), (#"\frac{1}"#, "1/"), ("^", ""),
      (#"\begin{matrix} a"#, "(a)"), (#"\left("#, "("), (#"\sqrt["#, "√"), (#"\"#, ""),
    ]
  )
  func nonsense(_ tex: String, _ text: String) {
    #expect(FormulaText.text(of: tex, Self.macros) == text)
  }

  @Test("does not grow without bounds by macros or braces")
  func bounds() {
    #expect(FormulaText.text(of: #"\again"#, Self.macros).count < 1000)
    let deep = String(repeating: "{", count: 5000) + "x" + String(repeating: "}", count: 5000)
    #expect(FormulaText.text(of: deep).contains("x"))
  }
}
