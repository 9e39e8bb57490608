import Testing

@testable import Typesetting

@Suite("Text in formulas")
struct TextTests {
  @Test(
    "every character is set, as text where MathJax has no glyph",
    arguments: [
      0x20A0...0x20CF, 0x0250...0x02AF, 0x1C90...0x1CBF, 0x2420...0x245F, 0xE000...0xE01F,
    ]
  )
  func characters(_ codes: ClosedRange<UInt32>) throws {
    let letters = codes.compactMap(Unicode.Scalar.init).map(String.init)
    let session = try typesetter().page()
    let results = try session.set(
      letters.flatMap { [$0, "\\text{\($0)}", "x^\($0)"] }.map { FormulaRequest($0) }
    )
    #expect(results.allSatisfy { $0.problems.isEmpty })
    #expect(results.allSatisfy { ($0.formula?.width ?? 0) > 0 })
  }

  @Test(
    "has its symbols, its boxes and mathematics within each other",
    arguments: [
      #"\text{\textdollar\textbackslash\textasciitilde\textasciicircum}"#, #"\textdollar"#,
      #"\text{\texteuro\ldots\S\P\pounds\copyright\ae\ss\o}"#, #"\fbox{$x$}"#, #"\mbox{a $x$}"#,
      #"\text{a \fbox{b $x$ \mbox{c \textbf{d $y$}}}}"#, #"\makebox{$x$}"#,
      #"\makebox[3cm][l]{$x$ b}"#,
      #"\text{\makebox[2em]{$x$} \raisebox{2pt}{up}}"#,
      #"\parbox{3cm}{words and $x + y$ and more words}"#,
      #"\text{\parbox[t]{3cm}{words \\ and $x$}}"#, #"\text{\underline{a $x$}}"#,
      #"\text{\ensuremath{x^2}}"#,
      #"\begin{align} a \\ \intertext{so $x$ is} b \end{align}"#, #"\text{$\text{$x$}$}"#,
      #"\colorbox{red}{$x$}"#, #"\fcolorbox{red}{blue}{a $x$}"#,
      #"\text{a $\text{b $c$}$ d}"#, #"\hbox{a $x$ \textbf{b $y$ \textit{c $z$}}}"#,
      #"\mbox{\hbox{\text{$x$}}}"#, #"\textbf{$a_{\text{b $c$}}$}"#, #"x \tag{$*$}"#,
      #"x \tag*{a $\star$}"#, #"\begin{align} a &= b \tag{$\ast$} \\ c &= d \notag \end{align}"#,
      #"\begin{align} a &= \text{so $x$ is} \\ \intertext{or $\text{$y$}$} c &= d \end{align}"#,
      #"\begin{gather} \begin{aligned} a &= b \end{aligned} \label{eq-x} \\ c \nonumber \end{gather}"#,
      #"\begin{multline} a \\ b \label{eq-y} \end{multline}"#,
      #"\require{ams}\require{mhchem} x"#,
      "a % a comment\n b",
    ]
  )
  func isSet(_ tex: String) throws {
    #expect(try set(tex, isDisplay: true).problems == [])
  }
}
