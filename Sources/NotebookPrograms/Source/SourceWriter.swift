import Documents
import NotebookSyntax

/// Writes a program's source: in which order the pieces' items come, and which calls between them
/// tell how far the program is. Where each of them stands is the text's to know.
package struct SourceWriter {
  private let source: SourceText
  private let form: ProgramForm
  private var text: ProgramText
  private var statements: [ProgramSource.Statement] = []
  private var quietPlaces: Set<SourcePosition> = []
  private var isBlockOpen = false
  /// What the entry point of a library does.
  private var steps: [String] = []
  private var isNested = false
  /// The items of the present piece whose shown values are promised.
  private var promisedItems: Set<Range<Int>> = []

  /// - Parameters:
  ///   - pieces: the program's pieces, none of them broken.
  ///   - last: a piece that is put at the end as it is, because it is not Swift.
  ///   - form: how it is laid out, where that is possible.
  package static func program(
    _ pieces: [ParsedPiece],
    endingWith last: ParsedPiece? = nil,
    in source: SourceText,
    as form: ProgramForm = .script
  ) -> ProgramSource {
    let scopes = ScopePlan(pieces, in: source)
    // What is declared again needs scopes within each other.
    let form = last == nil && scopes.depth == 0 ? form : .script
    var writer = SourceWriter(source: source, form: form)
    writer.write(scopes, last: last)
    let all = pieces + (last.map { [$0] } ?? [])
    return ProgramSource(
      text: writer.text.text,
      form: form,
      source: source,
      statements: writer.statements,
      pieces: all,
      wrappers: writer.text.wrappers,
      quietPlaces: writer.quietPlaces,
      modules: all.importedModules,
      brokenEnd: last.map { $0.lastCharacter },
      diagnostics: scopes.diagnostics
    )
  }

  private init(source: SourceText, form: ProgramForm) {
    self.source = source
    self.form = form
    text = ProgramText(source)
  }

  private mutating func write(_ scopes: ScopePlan, last: ParsedPiece?) {
    write("@_spi(Cells) import NotebookDisplay\n", then: "__start()")
    for placed in scopes.placed {
      if placed.opensScope { closeBlock() }
      if placed.opensScope { text.generate("do {") }
      isNested = isNested || placed.opensScope
      if placed.piece.isNotRun {
        openBlock()
        text.generate("if __never() {")
        for item in placed.items { write(item, of: placed, isRecorded: false) }
        text.generate("}")
      } else {
        openBlock()
        text.generate("__begin(\(placed.piece.id))")
        writeItems(of: placed)
      }
    }
    closeBlock()
    if let last {
      // Nothing after it could be told from it.
      text.place(last)
      return
    }
    write(String(repeating: "}\n", count: scopes.depth), then: "__finish()")
    if form == .library {
      text.generate(
        "@main enum __Program {\nstatic func main() throws {\n"
          + steps.joined(separator: "\n") + "\n}\n}"
      )
    }
    for hoisted in scopes.hoisted {
      text.place(hoisted.item, of: hoisted.piece)
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
        text.generate(call)
      }
      write(item, of: placed, isRecorded: true)
    }
    for entry in entries { write(entry, of: piece) }
    for call in calls.next(before: .max) {
      openBlock()
      text.generate(call)
    }
  }

  /// The call of an entry point. What the compiler has to say about it stands at the type's name.
  private mutating func write(_ entry: EntryPoint, of piece: ParsedPiece) {
    openBlock()
    let range = piece.sourceRange(of: entry.name)
    text.generate("__at(\(statements.count))")
    statements.append(ProgramSource.Statement(piece: piece.id, range: range))
    text.generate(entry.conditions.map(\.opening).joined())
    text.place(entry.call, behind: range)
    text.generate(entry.conditions.map(\.closing).joined())
  }

  /// Opens a block for what declares nothing, where none is open.
  ///
  /// At the file's level each statement is a scope within the one before, and the compiler goes
  /// through all of them for each name: its time would grow with the square of their number. In a
  /// block they stand side by side.
  private mutating func openBlock() {
    guard !isNested, !isBlockOpen else { return }
    switch form {
    case .script: text.generate("do {")
    case .library:
      text.generate("func __statements\(steps.count)() throws {")
      steps.append("try __statements\(steps.count)()")
    }
    isBlockOpen = true
  }

  /// Lines at the file's level, and a call that comes next.
  private mutating func write(_ lines: String, then call: String) {
    switch form {
    case .script: text.generate(lines + call)
    case .library:
      text.generate(lines)
      steps.append(call)
    }
  }

  private mutating func closeBlock() {
    guard isBlockOpen else { return }
    text.generate("}")
    isBlockOpen = false
  }

  /// What is told of an item that is reached. One of another file stands for the notebook's beginning.
  private func statement(_ item: CodeItem, of piece: ParsedPiece) -> ProgramSource.Statement {
    guard piece.file == nil else {
      let start = source.contentStart
      return ProgramSource.Statement(piece: piece.id, range: start..<start)
    }
    return ProgramSource.Statement(
      piece: piece.id,
      range: piece.sourceRange(of: item.range),
      attempt: item.attempt.map { piece.origin(of: $0) }
    )
  }

  private mutating func write(_ item: CodeItem, of placed: ScopePlan.Placed, isRecorded: Bool) {
    let piece = placed.piece
    var reached: String?
    if item.runs, isRecorded {
      reached = "__at(\(statements.count))"
      statements.append(statement(item, of: piece))
    }
    if placed.isNested {
      let source = piece.source(in: source)
      for name in item.declared {
        quietPlaces.insert(source.position(at: piece.origin(of: name.offset)))
      }
    }
    let isInBlock = isNested || !isRecorded || item.fitsBlock
    if item.role == .shown {
      openBlock()
      let isPromised = promisedItems.contains(item.range)
      text.show(item, of: piece, reached: reached, isPromised: isPromised)
    } else {
      if reached != nil || isInBlock { openBlock() }
      if let reached { text.generate(reached) }
      if !isInBlock { closeBlock() }
      text.place(item, of: piece, isNested: placed.isNested)
      if form == .library, item.role == .variables {
        steps += item.declared.filter { !$0.isComputed }.map { "__hold(`\($0.name)`)" }
      }
    }
  }
}
