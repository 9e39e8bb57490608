import Testing

@testable import Bibliography

@Suite("LaTeX in values")
struct LaTeXTests {
  @Test(
    "accents and letters become Unicode",
    arguments: [
      ("{\\\"o}", "ö"), ("\\\"{o}", "ö"), ("\\\"o", "ö"), ("{\\\"{o}}", "ö"), ("\\'e", "é"),
      ("\\`a", "à"), ("\\^o", "ô"), ("\\~n", "ñ"), ("\\={a}", "ā"), ("\\.{z}", "ż"),
      ("\\v{s}", "š"), ("\\v s", "š"), ("{\\v S}", "Š"), ("\\c{c}", "ç"),
      ("Fran\\c cois", "François"),
      ("Erd{\\H{o}}s", "Erdős"), ("\\k{a}", "ą"), ("\\r{a}", "å"), ("\\u{g}", "ğ"), ("\\d{s}", "ṣ"),
      ("\\b{d}", "ḏ"), ("\\'{\\i}", "í"), ("\\'\\i", "í"), ("{\\^{\\j}}", "ĵ"),
      ("\\\"{\\i}x", "ïx"),
      ("\\'{\\\"u}", "ǘ"), ("\\ss", "ß"), ("Stra{\\ss}e", "Straße"), ("Stra\\ss{}e", "Straße"),
      ("{\\AE}ther \\ae", "Æther æ"), ("\\oe \\OE", "œŒ"), ("\\O{} \\o", "Ø ø"),
      ("{\\L}\\'od\\'z", "Łódź"),
      ("\\aa\\AA", "åÅ"), ("\\dh\\th", "ðþ"), ("\\\"{ou}", "öu"), ("\\'{}x", "x"), ("\\~{}x", "~x"),
      ("{\\'E}cole", "École"), ("Gödel é", "Gödel é"), ("\\'ж", "ж\u{301}"), ("\\\" o", "ö"),
    ]
  )
  func accents(_ latex: String, _ expected: String) {
    check(latex, expected)
  }

  @Test(
    "signs, dashes, quotation marks and space become Unicode",
    arguments: [
      ("A \\& B", "A & B"), ("100\\%", "100%"), ("\\$5 \\#1 a\\_b \\{x\\}", "$5 #1 a_b {x}"),
      ("1--2", "1–2"), ("a---b", "a—b"), ("a-b", "a-b"), ("``x''", "“x”"), ("`x'", "‘x’"),
      ("don't", "don’t"), ("say \"x\"", "say \"x\""), ("?`Qu\\'e?", "¿Qué?"), ("!`Ay!", "¡Ay!"),
      ("a~b", "a\u{A0}b"), ("  a \n\t b  ", "a b"), ("a{ }{ }b", "a b"), ("a\\ b\\\\c", "a b c"),
      ("hy\\-phen", "hyphen"), ("\\LaTeX{} and {\\TeX}book", "LaTeX and TeXbook"),
      ("\\textregistered\\ldots", "®…"), ("50% off", "50% off"), ("a_b^c", "a_b^c"), ("}a{", "a"),
      ("\\", "\\"),
    ]
  )
  func signs(_ latex: String, _ expected: String) {
    check(latex, expected)
  }

  @Test(
    "emphasis, links and formulas are kept, and protecting braces are not",
    arguments: [
      ("{B}ayes for {DNA}", "Bayes for DNA"), ("\\emph{Homo} sapiens", "*Homo* sapiens"),
      ("\\textit{a \\textbf{b}}", "*a b*"), ("{\\em a b} c", "*a b* c"),
      ("{\\it a}{\\bf b}", "*a*b"),
      ("\\texttt{x} \\textsc{Y}", "x Y"), ("\\emph x", "*x*"),
      ("$x^2$ and {$y_{i}$}", "$x^2$ and $y_{i}$"),
      ("$\\alpha\\$$", "$\\alpha\\$$"), ("\\(a\n b\\)", "$a b$"), ("\\ensuremath{\\pi}", "$\\pi$"),
      ("$$z$$", "$z$"), ("2\\textsuperscript{nd}", "2nd"), ("\\enquote{x}", "“x”"),
      ("\\url{https://a.b/~c_d\\%20}", "[https://a.b/~c_d%20](https://a.b/~c_d%20)"),
      ("\\href{http://a.b/{x}}{see \\emph{it}}", "[see *it*](http://a.b/x)"),
      ("\\doi{10.1/x}", "[https://doi.org/10.1/x](https://doi.org/10.1/x)"),
      ("{\\noopsort{1990a}}1990", "1990"),
    ]
  )
  func structure(_ latex: String, _ expected: String) {
    check(latex, expected)
  }

  @Test(
    "what is not known is remarked on, and its argument kept",
    arguments: [
      ("\\foo{bar}", "bar", ["bib-unknown-command"]), ("\\foo bar", "bar", ["bib-unknown-command"]),
      ("a\\|b", "ab", ["bib-unknown-command"]), ("a $b", "a $b", ["bib-open-math"]),
      ("\\(b", "b", ["bib-open-math"]), ("{$a}b$", "$ab$", ["bib-open-math", "bib-open-math"]),
      ("\\url{javascript:alert(1)}", "javascript:alert(1)", ["bib-unsafe-link"]),
      ("\\href{data:text/html,x}{y}", "y", ["bib-unsafe-link"]),
      ("\\href{https://}{y}", "y", ["bib-unsafe-link"]),
    ]
  )
  func remarks(_ latex: String, _ expected: String, _ remarks: [String]) {
    var reader = LaTeXReader(Array(latex.utf8))
    #expect(reader.readAll().markdown == expected)
    #expect(reader.remarks.map(\.kind.rawValue) == remarks)
  }

  private func check(_ latex: String, _ expected: String) {
    var reader = LaTeXReader(Array(latex.utf8))
    let text = reader.readAll().markdown
    // `==` takes `é` and `é` for the same, but a page's bytes should be the composed ones.
    #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars), "\(text)")
    #expect(reader.remarks.isEmpty)
  }
}
