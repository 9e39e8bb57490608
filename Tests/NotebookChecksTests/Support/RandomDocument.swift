import NotebookDisplay
import NotebookPrograms
import NotebookSyntax
import NotebookTranscript
import TestSupport

/// Random documents with promises inside lists and quotes, and what might come of their cells.
struct RandomDocument {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A container: what stands before its first line, and before each further one.
  private typealias Container = (first: String, next: [String])

  private static let containers: [Container] = [
    ("> ", ["> ", ">", "> "]), (">", [">", "> "]), (">\t", [">\t"]), ("> ", [">\t", "> "]),
    ("- ", ["  ", "\t", "  "]), ("-\t", ["\t", "    "]), ("*   ", ["    ", "\t"]),
    ("1. ", ["   ", "\t"]), ("12)  ", ["     ", "\t "]), ("+  ", ["   ", "\t", "    "]),
  ]

  private static let shown = [
    "a", "7", "2.5", "x y", "  indented", "\ttab", "> quoted", "- item", "1. one", "# head", "é",
    "[1, 2]", "\"q\"", "a | b", "    deep", "trailing  ", "<b>", "`code`", "*", "$5", "---", "===",
    "[^n]", "&amp;", "\\", "```", "~~~", "-->", "日本", "<!-- swift", "|---|", "{#eq-a}", "@a",
  ]

  mutating func text() -> String {
    let lineEnd = generator.pick(["\n", "\n", "\r\n"], or: "\n")
    var stack: [Container] = []
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      stack.append(generator.pick(Self.containers, or: ("- ", ["  "])))
    }
    let startsWithFence = generator.once(in: 3)
    var lines = startsWithFence ? [] : ["Words."]
    if generator.once(in: 3) {
      lines += ["", "The value `{swift} n`=\(generator.pick(["3", "`a b`"], or: "3")) is."]
    }
    for _ in 0..<Int.random(in: 1...2, using: &generator) {
      if !lines.isEmpty { lines.append("") }
      lines += cell()
      if generator.once(in: 3) { lines.append("") }
      if !generator.once(in: 4) { lines += output() }
    }
    let further = stack.map { generator.pick($0.next, or: "  ") }
    var text = generator.once(in: 3) ? "Before." + lineEnd + lineEnd : ""
    for (index, line) in lines.enumerated() {
      let before =
        index == 0
        ? stack.map(\.first).joined()
        : generator.once(in: 12)
          ? stack.map { generator.pick($0.next, or: "  ") }.joined() : further.joined()
      text += before + line + lineEnd
    }
    return text + (generator.once(in: 2) ? lineEnd + "After." + lineEnd : "")
  }

  private mutating func cell() -> [String] {
    let mark = generator.pick(["```", "~~~", "````"], or: "```")
    let indent = generator.pick(["", "", "", " ", "  "], or: "")
    var code: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: code.append("let a = f()  // => 12")
      case 1: code += ["f()", "// => [1,", "//     2]"]
      case 2: code.append("print(1)  // Prints \"one\"")
      case 3: code += ["print(2)", "// Prints \"one", "// two\""]
      case 4: code += ["print(3)", "// Prints \"one\"", "// Prints \"two\""]
      default: code += ["if true {", "\tf()  // => 5", "}"]
      }
    }
    return ([mark + "swift"] + code + [mark]).map { indent + $0 }
  }

  private mutating func output() -> [String] {
    let mark = generator.pick(["```", "~~~", "````", "`````"], or: "```")
    let indent = generator.pick(["", "", "", " ", "   "], or: "")
    let words = generator.pick(["", "", " exact", " unordered"], or: "")
    let lines = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      generator.pick(["5", "a", "  b", "", "\t7", "0.5 0.6", "[...]"], or: "a")
    }
    return ([mark + "output" + words] + lines + [mark]).map { indent + $0 }
  }

  /// What came of the cells of a notebook, as its pieces and comments follow each other.
  mutating func outcomes() -> [String] {
    (0..<40).map { _ in
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        generator.pick(Self.shown, or: "a")
      }.joined(separator: "\n")
    }
  }
}

extension Transcript {
  /// A transcript in which the outcomes are dealt out to the pieces and comments of a notebook.
  init(of notebook: Notebook, dealing outcomes: [String]) {
    var next = 0
    func deal() -> String {
      defer { next += 1 }
      return outcomes[next % outcomes.count]
    }
    var records: [Int: Record] = [:]
    for piece in notebook.pieces {
      let text = deal()
      switch piece {
      case .cell(let cell):
        let marks = cell.promises().map { Mark(promise: $0.id, printed: [deal()], value: deal()) }
        records[piece.id] = Record(
          status: .ran,
          output: [.text(text, .standardOutput)],
          marks: marks
        )
      case .value:
        records[piece.id] = Record(status: .ran, output: [.value(DisplayBundle(plain: text))])
      }
    }
    self.init(records: records, promises: ParsedNotebook(notebook).promises)
  }
}
