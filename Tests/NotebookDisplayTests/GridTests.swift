import NotebookDisplay
import Testing

@Suite("Grids of texts")
struct GridTests {
  @Test("a grid is a matrix in square brackets")
  func latex() {
    let grid = Grid([["a", "b"], ["c", "d"]])
    #expect(grid.latex == #"\begin{bmatrix} a & b \\ c & d \end{bmatrix}"#)
  }

  @Test("plain cells are equally wide and flush right")
  func plain() {
    #expect(Grid([["1", "-20"], ["300", "4"]]).plain == "[[  1 -20]\n [300   4]]")
  }

  @Test("short rows end in empty cells")
  func ragged() {
    let grid = Grid([["a"], ["b", "c"]])
    #expect(grid.latex == #"\begin{bmatrix} a &  \\ b & c \end{bmatrix}"#)
    #expect(grid.plain == "[[a  ]\n [b c]]")
  }

  @Test("a grid without cells is an empty pair of brackets")
  func empty() {
    #expect(Grid([]).plain == "[]")
    #expect(Grid([[]]).plain == "[]")
    #expect(Grid([]).latex == #"\begin{bmatrix}  \end{bmatrix}"#)
  }

  @Test("ten rows and columns are shown in TeX, of eleven the first and last four")
  func elidedTeX() {
    func grid(_ rows: Int, _ columns: Int) -> Grid {
      Grid((0..<rows).map { row in (0..<columns).map { "\(row),\($0)" } })
    }
    #expect(!grid(10, 10).latex.contains("dots"))
    let wide =
      #"\begin{bmatrix} 0,0 & 0,1 & 0,2 & 0,3 & \cdots & 0,7 & 0,8 & 0,9 & 0,10 \end{bmatrix}"#
    #expect(grid(1, 11).latex == wide)
    let tall = grid(11, 1).latex
    #expect(tall.contains(#"3,0 \\ \vdots \\ 7,0"#))
    #expect(grid(11, 11).latex.contains(#"\vdots & \ddots & \vdots"#))
  }

  @Test("over a thousand cells are elided in plain text as NumPy does")
  func elidedPlain() {
    let text = Grid(Array(repeating: Array(repeating: "7", count: 101), count: 10)).plain
    let row = "[7 7 7 ... 7 7 7]"
    let expected = "[" + [row, row, row, "...", row, row, row].joined(separator: "\n ") + "]"
    #expect(text == expected)
  }
}
