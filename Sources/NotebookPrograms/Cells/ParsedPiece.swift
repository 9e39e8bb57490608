import Documents
import NotebookSyntax
import SwiftParser
import SwiftSyntax

/// A piece of the notebook, its code split into statements.
package struct ParsedPiece: Sendable {
  package let piece: Piece
  /// The code as it is parsed, once for all who read it.
  let tree: SourceFileSyntax
  /// The code's bytes.
  let bytes: [UInt8]
  private let lineStarts: [Int]
  private let lineOrigins: [Int]
  private(set) var items: [CodeItem]
  /// Whether the code is not Swift, such as a missing brace, so that it cannot be put among other
  /// code without spoiling that.
  package let isBroken: Bool
  /// What it uses of the world outside.
  let outside: OutsideUse
  /// The comments that begin with `//`.
  let comments: [CommentLine]
  /// What its comments promise.
  private(set) var promises: [PlacedPromise] = []
  /// Whether it is compiled with the program but not run.
  package private(set) var isNotRun = false
  /// The types marked `@main`.
  let entryPoints: [EntryPoint]
  /// Whether what comes of the cell is promised, so that its entry point is called.
  private(set) var isPromised = false
  /// The file that it stands in, where that is not the notebook.
  package private(set) var file: SourceText?

  package var id: Int { piece.id }

  /// - Parameters:
  ///   - piece: the piece.
  ///   - hasOutput: whether an `output` fence promises what comes of it.
  ///   - results: the ways in which comments promise; `nil` for the usual.
  package init(
    _ piece: Piece,
    hasOutput: Bool = false,
    results: Set<CheckRules.ResultForm>? = nil
  ) {
    self.piece = piece
    let code = piece.code
    let bytes = Array(code.text.utf8)
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    lineOrigins = code.lineOrigins
    tree = Parser.parse(source: code.text)
    isBroken = tree.hasError
    items = tree.statements.map(CodeItem.init)
    outside = OutsideUse(tree)
    entryPoints = code.text.contains("@main") ? EntryPoint.all(in: tree) : []
    comments = bytes.contains(UInt8(ascii: "/")) ? CommentLine.all(in: tree, of: bytes) : []
    if case .cell(let cell) = piece {
      isNotRun = cell.mode == .noRun
      if !comments.isEmpty {
        promises = PlacedPromise.all(in: self, results)
        for item in promises.compactMap(\.shownItem) where items[item].callsMacro {
          items[item].showValue()
        }
      }
      isPromised =
        hasOutput || promises.contains { [.value, .prints, .crash].contains($0.promise.kind) }
    }
  }

  /// Code that comes before the notebook's own: it shows nothing and promises nothing.
  /// - Parameter id: names it; no offset of the notebook.
  init(context: ContextCode, id: Int) {
    let start = context.code.lineOrigins.first ?? 0
    let range = start..<start + context.code.text.utf8.count
    self.init(.cell(Cell(hidden: context.code, id: id, range: range)))
    file = context.source
    keepSilent()
  }

  /// A cell that is compiled as if it were run, and of which nothing is shown or promised.
  init(onlyCompiled cell: Cell) {
    self.init(.cell(cell))
    keepSilent()
  }

  private mutating func keepSilent() {
    promises = []
    isPromised = false
    for index in items.indices where items[index].role == .shown { items[index].role = .statement }
  }

  /// The text that its places are in.
  /// - Parameter notebook: the notebook that it belongs to.
  package func source(in notebook: SourceText) -> SourceText { file ?? notebook }

  /// Its code.
  package var code: Snippet { piece.code }

  /// Whether it may ask where it stands.
  package var mentionsPlace: Bool { code.text.mentionsPlace }

  /// The entry points that are called: one, or those of the clauses of an `#if`.
  var calledEntries: [EntryPoint] {
    guard isPromised, !isNotRun, let first = entryPoints.first else { return [] }
    return first.conditions.isEmpty ? [first] : entryPoints.filter { !$0.conditions.isEmpty }
  }

  /// Whether something that it gives is promised.
  var promisesSomething: Bool {
    if case .value(let value) = piece, value.written != nil { return true }
    return isPromised
  }

  /// Whether an entry point of it is called.
  package var callsEntry: Bool { !calledEntries.isEmpty }

  /// The imports of a piece that is left out, which others rely on.
  func importsAlone(without errors: [Diagnostic], in source: SourceText) -> ParsedPiece? {
    let source = self.source(in: source)
    let faults = errors.filter { $0.path == source.path }
      .compactMap { $0.start.map { source.offset(of: $0) } }
    return imports { item in
      let range = sourceRange(of: item.range)
      return !faults.contains { range.contains($0) }
    }
  }

  /// The imports of a piece that belongs to another program, on which all rely.
  var importsAlone: ParsedPiece? { imports { _ in true } }

  private func imports(where isKept: (CodeItem) -> Bool) -> ParsedPiece? {
    var copy = self
    copy.items = items.filter { $0.module != nil && isKept($0) }
    copy.promises = []
    copy.isNotRun = true
    return copy.items.isEmpty ? nil : copy
  }

  /// The piece as part of a program that nobody runs, where it can stand as if it were run.
  var standingAlone: ParsedPiece {
    var copy = self
    copy.isNotRun = false
    return copy
  }

  /// The offset at which the line begins that holds an offset in the code.
  func lineStart(of offset: Int) -> Int { lineStarts[line(of: offset)] }

  /// The offset in the document of an offset in the code.
  package func origin(of offset: Int) -> Int {
    let line = line(of: offset)
    // A snippet that ends in a line end has no origin for the empty line after it.
    guard line < lineOrigins.count else { return piece.range.upperBound }
    return lineOrigins[line] + offset - lineStarts[line]
  }

  /// The range in the document of a range in the code.
  package func sourceRange(of range: Range<Int>) -> Range<Int> {
    let start = origin(of: range.lowerBound)
    return start..<max(start, origin(of: range.upperBound))
  }

  /// The last character that is not white space.
  var lastCharacter: Range<Int> {
    let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: " ") } ?? 0
    return sourceRange(of: end..<min(end + 1, bytes.count))
  }

  private func line(of offset: Int) -> Int {
    lineStarts.partitioningIndex { $0 > offset } - 1
  }
}

extension Piece {
  package var code: Snippet {
    switch self {
    case .cell(let cell): cell.code
    case .value(let value): value.expression
    }
  }
}
