/// How many numbers MathJax gives to a display formula by LaTeX's rules: one for an `equation`, one
/// for each row of an `align` that has no `\notag` and no `\tag`.
///
/// The page numbers labelled formulas itself, so both must count alike.
struct EquationRows {
  /// How many rows MathJax numbers.
  private(set) var count = 0
  /// What the first `\tag{…}` says.
  private(set) var tag: String?

  private static let single: Set<String> = ["equation", "multline"]
  private static let byRow: Set<String> = [
    "align", "gather", "alignat", "flalign", "eqnarray", "xalignat",
  ]

  private struct Environment {
    var countsRows: Bool
    var braces: Int
  }

  private var reader: TeXReader
  private var environments: [Environment?] = []
  private var braces = 0
  private var rowIsEmpty = true
  private var rowIsMarked = false

  init(_ tex: String) {
    reader = TeXReader(tex)
    guard tex.utf8.contains(UInt8(ascii: "\\")) else { return }
    while let token = reader.next() { read(token) }
  }

  private mutating func read(_ token: TeXReader.Token) {
    switch token {
    case .command("begin"): begin(reader.argument() ?? "")
    case .command("end"): end()
    case .command("tag"): setTag()
    case .command("notag"), .command("nonumber"): rowIsMarked = true
    case .command("\\"): endRow()
    case .other(UInt8(ascii: "{")): braces += 1
    case .other(UInt8(ascii: "}")): braces -= 1
    case .other(UInt8(ascii: " ")), .other(UInt8(ascii: "\n")), .other(UInt8(ascii: "\t")): break
    case .command, .other: rowIsEmpty = false
    }
  }

  private mutating func begin(_ name: String) {
    let isOutermost = environments.allSatisfy { $0 == nil }
    let countsRows = Self.byRow.contains(name)
    if isOutermost, countsRows || Self.single.contains(name) {
      environments.append(Environment(countsRows: countsRows, braces: braces))
      rowIsEmpty = true
      rowIsMarked = false
    } else {
      environments.append(nil)
      rowIsEmpty = false
    }
  }

  private mutating func end() {
    _ = reader.argument()
    guard let last = environments.popLast(), last != nil else { return }
    if !rowIsEmpty, !rowIsMarked { count += 1 }
  }

  private mutating func endRow() {
    // Only a row of the numbered environment itself counts, not one of a matrix within it.
    guard let last = environments.last, let environment = last, environment.countsRows,
      environment.braces == braces
    else { return }
    if !rowIsMarked { count += 1 }
    rowIsEmpty = true
    rowIsMarked = false
  }

  private mutating func setTag() {
    rowIsMarked = true
    reader.skip(UInt8(ascii: "*"))
    let text = reader.argument()
    if tag == nil { tag = text }
  }
}
