import Documents
import NotebookDisplay
import NotebookHTML
import NotebookSyntax
import TestSupport
import Testing

@Suite("Values among TeX")
struct ValueCompositionTests {
  /// What Swift's values of every kind show as TeX.
  private static let values: [(name: String, tex: String)] = [
    ("a whole number", "16"), ("a negative one", "-3"), ("a small one", TeX.number(1e-9)),
    ("a great one", TeX.number(-2.5e300)), ("NaN", TeX.number(Double.nan)),
    ("infinity", TeX.number(Double.infinity)), ("its negative", TeX.number(-Double.infinity)),
    ("a fraction", #"\frac{1}{3}"#), ("a complex number", "1 + 2i"),
    ("a text", TeX.text("a_b & 50% of $x$ {")), ("an empty text", TeX.text("")),
    ("truth", #"\mathrm{true}"#), ("a list", #"\left[1,\ 2\right]"#),
    ("a matrix", #"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"#), ("a sign", #"\pi"#),
    ("a power", "x^2"), ("an index", "x_1"),
  ]

  /// Where a value may stand.
  private static let places = [
    #"\swift{v}"#, #"x^\swift{v}"#, #"x_\swift{v}"#, #"x^{\swift{v}}"#, #"x_\swift{v}^\swift{v}"#,
    #"\sqrt\swift{v}"#, #"\sqrt[3]\swift{v}"#, #"\sqrt[\swift{v}]{x}"#, #"\frac\swift{v}\swift{v}"#,
    #"\frac{\swift{v}}{\swift{v}}"#, #"\swift{v}^2"#, #"\swift{v}_1^2"#,
    #"\left(\swift{v}\right)^2"#,
    #"\hat\swift{v}"#, #"\alpha\swift{v}"#, #"2\swift{v}x"#, #"\text{is \swift{v} m}"#,
    #"\begin{cases} \swift{v} & x \\ y & \swift{v} \end{cases}"#, #"\mathbf\swift{v}"#,
    #"\binom\swift{v}\swift{v}"#, #"\sum_{i=\swift{v}}^\swift{v} i"#, #"{\swift{v}}^2"#,
    #"\overbrace{\swift{v}}^\swift{v}"#, #"\operatorname{f}\swift{v}"#, #"\{\swift{v}\}"#,
  ]

  private func rendered(_ notebook: Notebook, value: String) -> Page {
    let results = Results(ofAll: notebook.pieces.count, ["text/plain": "v", "text/latex": value])
    return PageRenderer(SiteOptions(typesetter: .shared))
      .page(for: notebook, transcript: results.transcript(of: notebook))
  }

  @Test("can be set wherever they stand, whatever they are", arguments: values)
  func composed(_ name: String, _ tex: String) {
    let text = Self.places.map { "$\($0)$\n\n" }.joined()
    let page = rendered(NotebookParser.parse(SourceText(path: "a.md", text: text)), value: tex)
    #expect(page.diagnostics.isEmpty, "\(name): \(page.diagnostics)")
    #expect(page.typesettingFaults.isEmpty)
  }

  @Test(
    "bring no braces where their author wrote them, nor where nobody needs them",
    arguments: [
      (#"x^{\swift{v}}"#, "x^{3}", "x³"), (#"x^\swift{v}"#, "x^{3}", "x³"),
      (#"x = \swift{v}"#, "x = {3}", "x = 3"), (#"\swift{v} x"#, "{3} x", "3x"),
      (#"\frac\swift{v}\swift{v}"#, "\\frac{3}{3}", "3/3"),
      (#"\sqrt \swift{v}"#, "\\sqrt {3}", "√3"),
      (#"\{\swift{v}\}"#, "\\{{3}\\}", "{3}"),
      (#"\swift{v}^2"#, "{3}^2", "3²"),
    ]
  )
  func braces(_ tex: String, _ set: String, _ read: String) throws {
    let text = "---\ntitle: '$\(tex)$'\n---\n$\(tex)$\n"
    let page = rendered(
      NotebookParser.parse(SourceText(path: "a.md", text: text)),
      value: "3"
    )
    let html = String(decoding: page.html, as: UTF8.self)
    #expect(page.diagnostics.isEmpty)
    #expect(html.contains("<title>\(read)</title>"))
    #expect(html.contains(">\(set)</annotation>"))
  }
}
