import NotebookDisplay
import Testing

@Suite("Showing collections")
struct ShowingCollectionsTests {
  @Test("an array of numbers is a list in text and a row vector in TeX")
  func vector() {
    let bundle = DisplayBundle(showing: [0.5, 1, 2e-17])
    #expect(bundle.plain == "[0.5, 1.0, 2e-17]")
    #expect(bundle[.latex] == #"\begin{bmatrix} 0.5 & 1 & 2 \times 10^{-17} \end{bmatrix}"#)
    #expect(!bundle.prefersPlain)
    #expect(DisplayBundle(showing: [1, 2])[.latex] == #"\begin{bmatrix} 1 & 2 \end{bmatrix}"#)
  }

  @Test("an array of arrays of numbers is a matrix in NumPy's layout")
  func matrix() {
    let bundle = DisplayBundle(showing: [[1.0, 0.25], [-3, 4]])
    #expect(bundle.plain == "[[ 1.    0.25]\n [-3.    4.  ]]")
    #expect(bundle[.latex] == #"\begin{bmatrix} 1 & 0.25 \\ -3 & 4 \end{bmatrix}"#)
    #expect(DisplayBundle(showing: [[1, 20], [3, -4]]).plain == "[[ 1 20]\n [ 3 -4]]")
    #expect(DisplayBundle(showing: [[Float(0.1)]]).plain == "[[0.1]]")
  }

  @Test("rows of unequal length are nested lists")
  func ragged() {
    #expect(DisplayBundle(showing: [[1.0], [2, 3]]).forms == [.plain: "[[1.0], [2.0, 3.0]]"])
    #expect(DisplayBundle(showing: [[1.0], []]).plain == "[[1.0], []]")
  }

  @Test("empty collections")
  func empty() {
    #expect(DisplayBundle(showing: [Int]()).forms == [.plain: "[]"])
    #expect(DisplayBundle(showing: [[Double]]()).plain == "[]")
    #expect(DisplayBundle(showing: [[Double]]([[]])).plain == "[[]]")
    #expect(DisplayBundle(showing: Set<Int>()).plain == "[]")
    #expect(DisplayBundle(showing: [String: Int]()).plain == "[:]")
    #expect(DisplayBundle(showing: [Record]()).forms == [.plain: "[]"])
  }

  @Test("texts within collections are quoted")
  func quotes() {
    #expect(DisplayBundle(showing: ["a", "\"b\"\n"]).plain == #"["a", "\"b\"\n"]"#)
    #expect(DisplayBundle(showing: ["a", "b"][1...]).plain == #"["b"]"#)
    #expect(DisplayBundle(showing: [1, "a", 2.5] as [Any]).plain == #"[1, "a", 2.5]"#)
  }

  @Test("dictionaries and sets are sorted, numbers by size")
  func sorted() {
    #expect(DisplayBundle(showing: ["b": 1, "a": 2, "c": 3]).plain == #"["a": 2, "b": 1, "c": 3]"#)
    #expect(
      DisplayBundle(showing: [10: "x", 9: "y", -1: "z"]).plain == #"[-1: "z", 9: "y", 10: "x"]"#
    )
    #expect(DisplayBundle(showing: Set([3, 20, 1])).plain == "[1, 3, 20]")
    #expect(DisplayBundle(showing: Set([0.5, -.infinity, .infinity])).plain == "[-inf, 0.5, inf]")
  }

  @Test("over a thousand elements only the edges are shown")
  func elided() {
    let bundle = DisplayBundle(showing: Array(0..<1001))
    #expect(bundle.plain == "[0, 1, 2, ..., 998, 999, 1000]")
    #expect(bundle[.latex]?.contains(#"3 & \cdots & 997"#) == true)
    #expect(!DisplayBundle(showing: Array(0..<1000)).plain.contains("..."))
    #expect(DisplayBundle(showing: Set(0..<2000)).plain == "[0, 1, 2, ..., 1997, 1998, 1999]")
    let squares = Dictionary(uniqueKeysWithValues: (0..<1001).map { ($0, $0 * $0) })
    #expect(DisplayBundle(showing: squares).plain.hasPrefix("[0: 0, 1: 1, 2: 4, ..., 998: "))
  }
}
