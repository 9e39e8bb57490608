import NotebookDisplay
import Testing

@Suite("Numbers with the digits that their author chose")
struct NumberFormattingTests {
  @Test(
    "plain text and TeX",
    arguments: [
      (0.5.digits(4), "0.5000", "0.5000"),
      (2.675.digits(2), "2.67", "2.67"),
      (0.125.digits(2), "0.12", "0.12"),
      (2.5.digits(-3), "2", "2"),
      (Double.nan.digits(2), "nan", #"\mathrm{NaN}"#),
      ((-Double.infinity).digits(2), "-inf", #"-\infty"#),
      (Float(0.1).digits(3), "0.100", "0.100"),
      (3.digits(2), "3.00", "3.00"),
      (Int.max.digits(1), "9223372036854775807.0", "9223372036854775807.0"),
      (0.012345.significant(3), "0.0123", "0.0123"),
      (1.5.significant(3), "1.50", "1.50"),
      (9.996.significant(3), "10.0", "10.0"),
      (123_456.significant(3), "123000", "123000"),
      (1e-9.significant(2), "1.0e-09", #"1.0 \times 10^{-9}"#),
      (0.0.significant(3), "0.00", "0.00"),
      (7.0.significant(0), "7", "7"),
      (1.5e-7.scientific(2), "1.50e-07", #"1.50 \times 10^{-7}"#),
      (1500.scientific(1), "1.5e+03", #"1.5 \times 10^{3}"#),
      (0.125.percent(1), "12.5%", #"12.5\%"#),
      (0.125.percent(), "12%", #"12\%"#),
      (0.005.percent(1), "0.5%", #"0.5\%"#),
      ((-1.5).percent(), "-150%", #"-150\%"#),
      (Double.nan.percent(1), "nan%", #"\mathrm{NaN}\%"#),
      (1.percent(), "100%", #"100\%"#),
      (1_234_567.grouped(), "1,234,567", "1{,}234{,}567"),
      ((-1234).grouped(), "-1,234", "-1{,}234"),
      (999.grouped(), "999", "999"),
    ]
  )
  func forms(number: FormattedNumber, plain: String, latex: String) {
    #expect(number.description == plain)
    #expect(number.display.plain == plain)
    #expect(number.latex == latex)
    #expect(number.display[.latex] == latex)
    #expect(number.display.prefersPlain)
  }

  @Test("extreme numbers and digits do not trap")
  func extremes() {
    #expect(Double.greatestFiniteMagnitude.digits(.max).description.count == 309 + 1 + 100)
    #expect((-Double.greatestFiniteMagnitude).percent(.max).description.hasSuffix("0%"))
    #expect(Double.leastNonzeroMagnitude.significant(.min).description == "5e-324")
    #expect(Int.min.grouped().description == "-9,223,372,036,854,775,808")
    #expect(UInt.max.scientific(0).description == "2e+19")
  }

  @Test("formatted arrays are vectors and matrices in those digits")
  func arrays() {
    let vector = DisplayBundle(showing: [0.123456, 10].digits(2))
    #expect(vector.plain == "[0.12, 10.00]")
    #expect(vector[.latex] == #"\begin{bmatrix} 0.12 & 10.00 \end{bmatrix}"#)
    let matrix = DisplayBundle(showing: [[0.123456, 10], [-1, 0]].digits(2))
    #expect(matrix.plain == "[[ 0.12 10.00]\n [-1.00  0.00]]")
    #expect(matrix[.latex] == #"\begin{bmatrix} 0.12 & 10.00 \\ -1.00 & 0.00 \end{bmatrix}"#)
    #expect(DisplayBundle(showing: [0.5, 0.25].percent()).plain == "[50%, 25%]")
    #expect(DisplayBundle(showing: [1500.0].scientific(1)).plain == "[1.5e+03]")
    #expect(DisplayBundle(showing: [[1500.0]].significant(1)).plain == "[[2000]]")
  }
}
