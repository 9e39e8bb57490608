import Documents
import NotebookSyntax

/// Writes a program's source: the pieces' items, each at its own line and column, and between them
/// the calls that record.
package struct SourceWriter {
  private let source: SourceText
  private let path: String
  private var text = ""
  private var statements: [ProgramSource.Statement] = []
  private var wrappers: [SourcePosition: SourceRange] = [:]
  private var quietPlaces: Set<SourcePosition> = []
  private var isBlockOpen = false
  private var isNested = false
  /// The items of the present piece whose shown values are promised.
  private var promisedItems: Set<Range<Int>> = []

  /// - Parameters:
  ///   - pieces: the program's pieces, none of them broken.
  ///   - last: a piece that is put at the end as it is, because it is not Swift.
  package static func program(
    _ pieces: [ParsedPiece],
    endingWith last: ParsedPiece? = nil,
    in source: SourceText
  ) -> ProgramSource {
    let scopes = ScopePlan(pieces, in: source)
    var writer = SourceWriter(source: source)
    writer.write(scopes, last: last)
    let all = pieces + (last.map { [$0] } ?? [])
    return ProgramSource(
      text: writer.text,
      source: source,
      statements: writer.statements,
      pieces: all,
      wrappers: writer.wrappers,
      quietPlaces: writer.quietPlaces,
      modules: all.importedModules,
      brokenEnd: last.map { $0.lastCharacter },
      diagnostics: scopes.diagnostics
    )
  }

  private init(source: SourceText) {
    self.source = source
    self.path = ProgramSource.literal(source.path)
  }

  private mutating func write(_ scopes: ScopePlan, last: ParsedPiece?) {
    generated("@_spi(Cells) import NotebookDisplay\n__start()")
    for placed in scopes.placed {
      if placed.opensScope { closeBlock() }
      if placed.opensScope { generated("do {") }
      isNested = isNested || placed.opensScope
      if placed.piece.isNotRun {
        openBlock()
        generated("if __never() {")
        for item in placed.items { write(item, of: placed, isRecorded: false) }
        generated("}")
      } else {
        openBlock()
        generated("__begin(\(placed.piece.id))")
        writeItems(of: placed)
      }
    }
    closeBlock()
    if let last {
      // Nothing after it could be told from it.
      place(PlacedLines(last, 0..<last.bytes.count, in: source))
      return
    }
    generated(String(repeating: "}\n", count: scopes.depth) + "__finish()")
    for hoisted in scopes.hoisted {
      place(lines(of: hoisted.item, in: hoisted.piece))
    }
  }

  /// The items of a piece that runs, with the calls between them.
  private mutating func writeItems(of placed: ScopePlan.Placed) {
    let piece = placed.piece
    promisedItems = Set(
      piece.promises.compactMap { $0.shownItem.map { piece.items[$0].range } }
    )
    var calls = PromiseCalls(piece)
    var entries = piece.calledEntries
    func isDue(_ entry: EntryPoint, before offset: Int) -> Bool {
      piece.promises.contains { placed in
        guard case .afterItem = placed.site else { return false }
        return entry.itemEnd <= placed.offset && placed.offset < offset
      }
    }
    for item in placed.items {
      let offset = item.range.lowerBound
      if let last = entries.last, isDue(last, before: offset) {
        for entry in entries { write(entry, of: piece) }
        entries = []
      }
      for call in calls.next(before: offset) {
        openBlock()
        generated(call)
      }
      write(item, of: placed, isRecorded: true)
    }
    for entry in entries { write(entry, of: piece) }
    for call in calls.next(before: .max) {
      openBlock()
      generated(call)
    }
  }

  /// The call of an entry point. What the compiler has to say about it stands at the type's name.
  private mutating func write(_ entry: EntryPoint, of piece: ParsedPiece) {
    openBlock()
    let range = piece.sourceRange(of: entry.name)
    generated("__at(\(statements.count))")
    statements.append(ProgramSource.Statement(piece: piece.id, range: range))
    generated(entry.conditions.map(\.opening).joined())
    let position = freePlace(onLine: source.position(at: range.lowerBound).line)
    locate(line: position.line)
    text += String(repeating: " ", count: position.column - 1) + entry.call + "\n"
    for column in 0..<entry.call.utf8.count {
      wrappers[SourcePosition(line: position.line, column: position.column + column)] = range
    }
    generated(entry.conditions.map(\.closing).joined())
  }

  /// Opens a block for what declares nothing, where none is open.
  ///
  /// At the file's level each statement is a scope within the one before, and the compiler goes
  /// through all of them for each name: its time would grow with the square of their number. In a
  /// block they stand side by side.
  private mutating func openBlock() {
    guard !isNested, !isBlockOpen else { return }
    generated("do {")
    isBlockOpen = true
  }

  private mutating func closeBlock() {
    guard isBlockOpen else { return }
    generated("}")
    isBlockOpen = false
  }

  private mutating func write(_ item: CodeItem, of placed: ScopePlan.Placed, isRecorded: Bool) {
    let piece = placed.piece
    var reached: String?
    if item.runs, isRecorded {
      reached = "__at(\(statements.count))"
      statements.append(
        ProgramSource.Statement(
          piece: piece.id,
          range: piece.sourceRange(of: item.range),
          attempt: item.attempt.map { piece.origin(of: $0) }
        )
      )
    }
    if placed.isNested {
      for name in item.declared {
        quietPlaces.insert(source.position(at: piece.origin(of: name.offset)))
      }
    }
    let isInBlock = isNested || !isRecorded || item.fitsBlock
    if item.role == .shown {
      openBlock()
      show(item, of: piece, reached: reached)
    } else {
      if reached != nil || isInBlock { openBlock() }
      if let reached { generated(reached) }
      if !isInBlock { closeBlock() }
      place(lines(of: item, in: piece, isNested: placed.isNested))
    }
  }

  /// The value of an expression: the call that shows it stands on the line before, past that line's
  /// end, where nothing of the notebook is; on the first line it stands in the directive's own place.
  private mutating func show(_ item: CodeItem, of piece: ParsedPiece, reached: String?) {
    let range = piece.sourceRange(of: item.range)
    let start = source.position(at: range.lowerBound)
    let place: SourcePosition
    if start.line > 1 {
      place = freePlace(onLine: start.line - 1)
      locate(line: place.line)
      let name = promisedItems.contains(item.range) ? "__showingPromised" : "__showing"
      let call = reached.map { "\(name)(\($0)," } ?? "__show("
      text += String(repeating: " ", count: place.column - 1) + call + "\n"
      text += lines(of: item, in: piece).text(after: 0)
    } else {
      if let reached { generated(reached) }
      let call = "__show("
      let margin = max(0, start.column - 1 - call.utf8.count)
      place = SourcePosition(line: 1, column: margin + 1)
      locate(line: 1)
      text += String(repeating: " ", count: margin) + call
      text += lines(of: item, in: piece).text(after: margin + call.utf8.count)
    }
    wrappers[place] = range
    text += ")\n"
  }

  /// A place past a line's end where no call stands yet.
  private func freePlace(onLine line: Int) -> SourcePosition {
    var place = SourcePosition(line: line, column: source.lineRange(line).count + 2)
    while wrappers[place] != nil { place.column += 1 }
    return place
  }

  private mutating func place(_ lines: PlacedLines) {
    locate(line: lines.firstLine)
    text += lines.text(after: 0)
  }

  private mutating func lines(
    of item: CodeItem,
    in piece: ParsedPiece,
    isNested: Bool = false
  ) -> PlacedLines {
    let tails = PromiseTails(item, of: piece, in: source)
    wrappers.merge(tails.wrappers) { $1 }
    return PlacedLines(
      piece,
      item.range,
      in: source,
      textBlocks: item.textBlocks,
      blanks: (isNested ? item.accessModifiers : [])
        + piece.entryPoints.map(\.attribute).filter { item.range.contains($0.lowerBound) },
      tails: piece.isNotRun ? [] : tails.tails
    )
  }

  private mutating func locate(line: Int) {
    text += "#sourceLocation(file: \"\(path)\", line: \(line))\n"
  }

  private mutating func generated(_ code: String) {
    text += "#sourceLocation(file: \"\(ProgramSource.generatedFile)\", line: 1)\n\(code)\n"
  }
}
