import NotebookSyntax

/// Writes a program's source: the pieces' items, each at its own line and column, and between them
/// the calls that record.
struct SourceWriter {
  private let source: SourceText
  private let path: String
  private var text = ""
  private var statements: [ProgramSource.Statement] = []
  private var wrappers: [SourcePosition: SourceRange] = [:]
  private var quietPlaces: Set<SourcePosition> = []

  /// - Parameters:
  ///   - pieces: the program's pieces, none of them broken.
  ///   - last: a piece that is put at the end as it is, because it is not Swift.
  static func program(
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
    generated("import NotebookDisplay\n__start()")
    for placed in scopes.placed {
      if placed.opensScope { generated("do {") }
      if placed.piece.isNotRun {
        generated("if __never() {")
        for item in placed.items { write(item, of: placed, isRecorded: false) }
        generated("}")
      } else {
        generated("__begin(\(placed.piece.id))")
        var calls = PromiseCalls(placed.piece)
        for item in placed.items {
          for call in calls.next(before: item.range.lowerBound) { generated(call) }
          write(item, of: placed, isRecorded: true)
        }
        for call in calls.next(before: .max) { generated(call) }
      }
    }
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
    if item.role == .shown {
      show(item, of: piece, reached: reached)
    } else {
      if let reached { generated(reached) }
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
      let call = reached.map { "__showing(\($0)," } ?? "__show("
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
      blanks: isNested ? item.accessModifiers : [],
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
