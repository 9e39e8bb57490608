import LayerCalculus
import NotebookDisplay
import Testing

@Suite("Display")
struct DisplayTests {
  @Test("they print in NumPy's layout")
  func plain() {
    #expect("\([0.1, 0.5, 0.4] as Vector)" == "[0.1 0.5 0.4]")
    #expect("\([[1, -2.5], [0, 3]] as Matrix)" == "[[ 1.  -2.5]\n [ 0.   3. ]]")
    #expect(([1, 2] as Vector).display.plain == "[1. 2.]")
  }

  @Test("digits fixes the decimals in plain text and in TeX")
  func digits() {
    let x: Vector = [0.19091352, -0.5]
    #expect("\(x.digits(4))" == "[ 0.1909 -0.5000]")
    #expect(latex(x.digits(4)) == #"\begin{bmatrix} 0.1909 \\ -0.5000 \end{bmatrix}"#)
    #expect("\(([[0.25]] as Matrix).digits(1))" == "[[0.2]]")
    #expect(
      latex(([[1, 2e-5]] as Matrix).digits(2)) == #"\begin{bmatrix} 1.00 & 0.00 \end{bmatrix}"#
    )
  }

  @Test("a vector is a column, or a row on request")
  func rows() {
    let x: Vector = [1, 2, 3]
    #expect(latex(x) == #"\begin{bmatrix} 1 \\ 2 \\ 3 \end{bmatrix}"#)
    #expect(latex(x.asRow) == #"\begin{bmatrix} 1 & 2 & 3 \end{bmatrix}"#)
    #expect(latex(x.asRow.digits(1)) == #"\begin{bmatrix} 1.0 & 2.0 & 3.0 \end{bmatrix}"#)
    #expect(latex(x.digits(1).asRow) == latex(x.asRow.digits(1)))
  }

  @Test(
    "TeX has as few decimals as show each element to 4, and one form for all",
    arguments: [
      ([0.1, 0.25, 3], "0.10 & 0.25 & 3.00"), ([1, -2, 0], "1 & -2 & 0"),
      ([0.19091352, 0.5], "0.1909 & 0.5000"), ([0.5, 0, -0.0], "0.5 & 0 & 0"),
      ([1, -1e-9], "1 & 0"), ([0.5, -1e-9], "0.5 & 0.0"), ([0.00004, 0.001], "0.000 & 0.001"),
      ([1e-7, -2.5e-8, 0], #"1.000 \times 10^{-7} & -2.500 \times 10^{-8} & 0"#),
      ([1234567, 1], #"1.235 \times 10^{6} & 1.000 \times 10^{0}"#),
      ([999999, 0.5], "999999.0 & 0.5"),
      ([.infinity, -.infinity, .nan, 0.5], #"\infty & -\infty & \mathrm{NaN} & 0.5"#),
      ([.leastNonzeroMagnitude], #"4.941 \times 10^{-324}"#),
      ([1.7e308], #"1.700 \times 10^{308}"#),
    ] as [(Vector, String)]
  )
  func defaultDigits(vector: Vector, cells: String) {
    #expect(latex(vector.asRow) == #"\begin{bmatrix} "# + cells + #" \end{bmatrix}"#)
  }

  @Test("TeX of a large matrix has dots for its middle")
  func elision() {
    let A = Matrix(rows: 11, columns: 12, elements: (0..<132).map(Double.init))
    #expect(
      latex(A) == #"""
        \begin{bmatrix} \#
        0 & 1 & 2 & 3 & \cdots & 8 & 9 & 10 & 11 \\ \#
        12 & 13 & 14 & 15 & \cdots & 20 & 21 & 22 & 23 \\ \#
        24 & 25 & 26 & 27 & \cdots & 32 & 33 & 34 & 35 \\ \#
        36 & 37 & 38 & 39 & \cdots & 44 & 45 & 46 & 47 \\ \#
        \vdots & \vdots & \vdots & \vdots & \ddots & \vdots & \vdots & \vdots & \vdots \\ \#
        84 & 85 & 86 & 87 & \cdots & 92 & 93 & 94 & 95 \\ \#
        96 & 97 & 98 & 99 & \cdots & 104 & 105 & 106 & 107 \\ \#
        108 & 109 & 110 & 111 & \cdots & 116 & 117 & 118 & 119 \\ \#
        120 & 121 & 122 & 123 & \cdots & 128 & 129 & 130 & 131 \#
        \end{bmatrix}
        """#
    )
    #expect(!latex(Matrix(repeating: 7, rows: 10, columns: 10)).contains("dots"))
  }

  @Test("a long vector has dots in TeX and in plain text")
  func longVector() {
    let x = Vector((0..<2000).map(Double.init))
    #expect(x.description == "[0.000e+00 1.000e+00 2.000e+00 ... 1.997e+03 1.998e+03 1.999e+03]")
    #expect(
      latex(x.asRow)
        == #"\begin{bmatrix} 0 & 1 & 2 & 3 & \cdots & 1996 & 1997 & 1998 & 1999 \end{bmatrix}"#
    )
  }

  @Test("a matrix of a million elements is shown by its corners")
  func largeMatrix() {
    let A = Matrix.identity(1000)
    #expect(A.description.hasPrefix("[[1. 0. 0. ... 0. 0. 0.]\n [0. 1. 0. ... 0. 0. 0.]"))
    #expect(latex(A).hasPrefix(#"\begin{bmatrix} 1 & 0 & 0 & 0 & \cdots & 0"#))
  }

  private func latex(_ value: some Displayable) -> String {
    value.display[.latex] ?? ""
  }
}
