/// What LaTeX's rules say about the numbers of one display formula: one for an `equation`, one for each
/// row of an `align` that has no `\notag` and no `\tag`; and which of them each `\label` means.
///
/// The page numbers labelled formulas itself, so MathJax and the page must count alike.
struct EquationRows {
  /// What a `\label` names.
  enum Target: Equatable {
    /// A numbered row, from 0.
    case row(Int)
    /// What a `\tag` says.
    case tag(String)
    /// A formula or row that has no number of its own.
    case unnumbered
  }

  /// How many rows MathJax numbers.
  private(set) var count = 0
  /// What the first `\tag{…}` says.
  private(set) var tag: String?
  /// The `\label`s, in order.
  private(set) var labels: [(name: String, target: Target)] = []

  private static let single: Set<String> = ["equation", "multline"]
  private static let byRow: Set<String> = [
    "align", "gather", "alignat", "flalign", "eqnarray", "xalignat", "numcases", "subnumcases",
  ]

  private struct Environment {
    var hasRows: Bool
    var isNumbered: Bool
    var braces: Int
  }

  private struct Row {
    var isEmpty = true
    /// Whether it has a tag, or is to have no number.
    var isMarked = false
    var tag: String?
    var labels: [String] = []
  }

  private var reader: TeXReader
  private var environments: [Environment?] = []
  private var braces = 0
  private var row = Row()

  init(_ tex: String) {
    reader = TeXReader(tex)
    guard tex.utf8.contains(UInt8(ascii: "\\")) else { return }
    while let token = reader.next() { read(token) }
    endRow(isNumbered: false)
  }

  private mutating func read(_ token: TeXReader.Token) {
    switch token {
    case .command("begin"): begin(reader.argument() ?? "")
    case .command("end"): end()
    case .command("tag"): setTag()
    case .command("notag"), .command("nonumber"): row.isMarked = true
    case .command("label"): if let name = reader.argument() { row.labels.append(name) }
    case .command("\\"): endRow()
    case .other(UInt8(ascii: "{")): braces += 1
    case .other(UInt8(ascii: "}")): braces -= 1
    case .other(UInt8(ascii: " ")), .other(UInt8(ascii: "\n")), .other(UInt8(ascii: "\t")): break
    case .command, .other: row.isEmpty = false
    }
  }

  private mutating func begin(_ environment: String) {
    let name = environment == "empheq" ? reader.framedEnvironment() : environment
    let isOutermost = environments.allSatisfy { $0 == nil }
    let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
    let hasRows = Self.byRow.contains(plain)
    if isOutermost, hasRows || Self.single.contains(plain) {
      let isNumbered = plain == name
      environments.append(Environment(hasRows: hasRows, isNumbered: isNumbered, braces: braces))
      row = Row()
    } else {
      environments.append(nil)
      row.isEmpty = false
    }
  }

  private mutating func end() {
    _ = reader.argument()
    guard let last = environments.popLast(), let environment = last else { return }
    endRow(isNumbered: environment.isNumbered && !row.isEmpty)
  }

  private mutating func endRow() {
    // Only a row of the numbered environment itself counts, not one of a matrix within it.
    guard let last = environments.last, let environment = last, environment.hasRows,
      environment.braces == braces
    else { return }
    endRow(isNumbered: environment.isNumbered)
  }

  private mutating func endRow(isNumbered: Bool) {
    let target: Target =
      if let tag = row.tag { .tag(tag) } else if isNumbered, !row.isMarked { .row(count) } else {
        .unnumbered
      }
    labels += row.labels.map { ($0, target) }
    if isNumbered, !row.isMarked { count += 1 }
    row = Row()
  }

  private mutating func setTag() {
    row.isMarked = true
    reader.skip(UInt8(ascii: "*"))
    let text = reader.argument()
    if tag == nil { tag = text }
    if row.tag == nil { row.tag = text }
  }
}
