import NotebookDisplay
import Testing

@Suite("Arrays as NumPy 2.4 prints them")
struct NumPyTextTests {
  @Test(
    "a vector has NumPy's digits and padding",
    arguments: [
      // probabilities are cut to eight decimals
      (
        [0.190913518, 0.203535313, 0.21698333, 0.231324278, 0.157247427],
        "[0.19091352 0.20353531 0.21698333 0.23132428 0.15724743]"
      ),
      // whole numbers end in a point
      ([1.0, 20.0, -3.0], "[ 1. 20. -3.]"),
      // short fractions are padded with spaces
      ([0.1, 2.25, -30.0], "[  0.1    2.25 -30.  ]"),
      // a range over a thousand gives all an exponent
      ([1.0, 1001.0, 0.0], "[1.000e+00 1.001e+03 0.000e+00]"),
      // a range of a thousand keeps the decimals
      ([1.0, 1000.0], "[   1. 1000.]"),
      // a hundred million gives an exponent
      ([100000000.0, 200000000.0], "[1.e+08 2.e+08]"),
      // below a ten-thousandth gives an exponent
      ([9e-05, 0.0002], "[9.e-05 2.e-04]"),
      // exponents are equally wide
      ([1e+100, 1e-05, -2.5], "[ 1.0e+100  1.0e-005 -2.5e+000]"),
      // NaN and infinities are as wide as the rest
      ([1.5, .nan, -.infinity, .infinity], "[ 1.5  nan -inf  inf]"),
      // only NaN
      ([.nan, .infinity], "[nan inf]"),
      // negative zero keeps its sign
      ([0.0, -0.0], "[ 0. -0.]"),
      // more than eight decimals are rounded
      ([0.3333333333333333, 0.6666666666666666], "[0.33333333 0.66666667]"),
      // the least and the greatest number
      ([.leastNonzeroMagnitude, .greatestFiniteMagnitude], "[4.94065646e-324 1.79769313e+308]"),
    ] as [([Double], String)]
  )
  func vector(values: [Double], expected: String) {
    #expect(NumPyText.vector(values) == expected)
  }

  @Test(
    "a matrix has NumPy's digits and padding",
    arguments: [
      ([[0.1, 0.0, 0.0], [0.5, 0.0, 0.0]], "[[0.1 0.  0. ]\n [0.5 0.  0. ]]"),
      ([[1.5], [-2.0]], "[[ 1.5]\n [-2. ]]"),
      ([[.nan, 1.0], [2.5, -.infinity]], "[[ nan  1. ]\n [ 2.5 -inf]]"),
      ([[1e-10, 1.0], [3.0, 4.0]], "[[1.e-10 1.e+00]\n [3.e+00 4.e+00]]"),
    ] as [([[Double]], String)]
  )
  func matrix(rows: [[Double]], expected: String) {
    #expect(NumPyText.matrix(rows) == expected)
  }

  @Test("fixed digits keep their zeros and never become an exponent")
  func fixedDigits() {
    #expect(
      NumPyText.vector([0.125, 1_000_000, -3], digits: 2) == "[      0.12 1000000.00      -3.00]"
    )
    #expect(
      NumPyText.matrix([[0.5, 10], [-1, 0.00001]], digits: 2) == "[[ 0.50 10.00]\n [-1.00  0.00]]"
    )
    #expect(NumPyText.vector([2.5, 3.5], digits: 0) == "[2. 4.]")
    #expect(NumPyText.vector([2.5], digits: -4) == "[2.]")
  }

  @Test("a vector wraps at 75 characters and continues under its first element")
  func wrapping() {
    let expected = """
      [0.    0.125 0.25  0.375 0.5   0.625 0.75  0.875 1.    1.125 1.25  1.375
       1.5   1.625 1.75  1.875 2.    2.125 2.25  2.375 2.5   2.625 2.75  2.875
       3.    3.125 3.25  3.375 3.5   3.625]
      """
    #expect(NumPyText.vector((0..<30).map { Double($0) / 8 }) == expected)
  }

  @Test("a wide matrix wraps within its rows")
  func wrappingRows() {
    let expected = """
      [[ 0.    0.25  0.5   0.75  1.    1.25  1.5   1.75  2.    2.25  2.5   2.75
         3.    3.25  3.5   3.75  4.    4.25  4.5   4.75  5.    5.25  5.5   5.75
         6.  ]
       [ 6.25  6.5   6.75  7.    7.25  7.5   7.75  8.    8.25  8.5   8.75  9.
         9.25  9.5   9.75 10.   10.25 10.5  10.75 11.   11.25 11.5  11.75 12.
        12.25]]
      """
    #expect(
      NumPyText.matrix((0..<2).map { row in (0..<25).map { Double(row * 25 + $0) / 4 } })
        == expected
    )
  }

  @Test("over a thousand elements only the edges are shown and measured")
  func eliding() {
    var values = (0..<1001).map(Double.init)
    values[500] = 1e9
    #expect(NumPyText.vector(values) == "[   0.    1.    2. ...  998.  999. 1000.]")
    let expected = """
      [[0.5 0.5 0.5 ... 0.5 0.5 0.5]
       [0.5 0.5 0.5 ... 0.5 0.5 0.5]
       [0.5 0.5 0.5 ... 0.5 0.5 0.5]
       ...
       [0.5 0.5 0.5 ... 0.5 0.5 0.5]
       [0.5 0.5 0.5 ... 0.5 0.5 0.5]
       [0.5 0.5 0.5 ... 0.5 0.5 0.5]]
      """
    #expect(
      NumPyText.matrix(Array(repeating: Array(repeating: 0.5, count: 40), count: 40)) == expected
    )
  }

  @Test("a thousand elements are all shown")
  func threshold() {
    #expect(!NumPyText.vector(Array(repeating: 0, count: 1000)).contains("..."))
  }

  @Test("arrays without elements are a pair of brackets")
  func empty() {
    #expect(NumPyText.vector([]) == "[]")
    #expect(NumPyText.matrix([]) == "[]")
    #expect(NumPyText.matrix([[], []]) == "[]")
  }

  @Test("rows of unequal length share one format")
  func ragged() {
    #expect(NumPyText.matrix([[0.25], [1, 2]]) == "[[0.25]\n [1.   2.  ]]")
  }
}
