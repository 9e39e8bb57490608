import Documents
import NotebookDisplay
import NotebookPrograms
import NotebookSyntax
import ResultStore

/// The stored values of one program: their keys, and the way to the store.
struct StoredValues: Sendable {
  private let use: StoreUse
  private let code: ProgramCode
  private let source: SourceText
  private let folder: String
  private let asksForPlace: Bool
  /// The parts that all values of the program have in common.
  private let common: KeyParts

  /// - Returns: `nil` where the program stores no values.
  init?(
    _ code: ProgramCode?,
    of program: ProgramSource,
    in folder: String,
    _ use: StoreUse,
    _ inputs: DeclaredInputs,
    _ compiler: Compiler
  ) {
    guard let code else { return nil }
    self.use = use
    self.code = code
    self.folder = folder
    asksForPlace = compiler.askForPlace(program.modules)
    source = program.source
    common = Self.common(to: program.modules, inputs, compiler)
  }

  /// The parts that all values of a program have in common, which are known before it runs.
  static func common(
    to modules: Set<String>,
    _ inputs: DeclaredInputs,
    _ compiler: Compiler
  ) -> KeyParts {
    var parts = KeyParts(kind: .storedValue)
    parts.add(compiler)
    parts.add(compiler, importing: modules)
    parts.add(inputs)
    return parts
  }

  /// How many bytes a value may have to be kept.
  var most: Int { min(Request.longest, use.store.limit / 2) }

  /// A value that was asked for.
  struct Asked: Sendable {
    var parts: KeyParts
    /// Tells it from the program's other values, whatever they are made from.
    var name: String
    /// Where the call stands.
    var position: SourcePosition
    /// Whether others may print while the value is computed.
    var hasCompany: Bool
  }

  /// What is remembered of a program's run.
  struct Memory: Sendable {
    fileprivate var codes: [[Int]: StoredCode] = [:]
    fileprivate var changes: [Int: Set<String>] = [:]
    fileprivate var company: [Moment: Bool] = [:]
    fileprivate var repetitions: [StoreKey: Int] = [:]
    fileprivate var counts: [String: Int] = [:]

    /// A unit that runs, and whether a stored value is being computed.
    fileprivate struct Moment: Hashable {
      var unit: Int
      var isInside: Bool
    }
  }

  /// The parts of a value's key.
  ///
  /// - Parameters:
  ///   - question: which value.
  ///   - statement: the statement that runs.
  ///   - isInside: whether another stored value is being computed.
  ///   - opened: the files that statements have opened.
  /// - Returns: `nil` for a value that cannot be kept.
  func asked(
    _ question: Request.Question,
    during statement: Int?,
    isInside: Bool,
    opened: [Int: OpenedFiles],
    _ memory: inout Memory
  ) -> Asked? {
    let position = SourcePosition(line: question.line, column: question.column)
    guard question.file == ProgramSource.literal(source.path),
      let (unit, site) = code.site(at: position), site.canBeKept,
      let current = statement.flatMap({ code.unit(running: $0) })
    else { return nil }
    let place = [current, question.line, question.column]
    let found =
      memory.codes[place]
      ?? StoredCode(
        of: site,
        in: unit,
        during: current,
        code,
        asksForPlace: asksForPlace,
        &memory.changes
      )
    memory.codes[place] = found
    var parts = common
    parts.add(.name, question.name)
    parts.add(.type, question.type)
    for (number, input) in question.inputs.enumerated() {
      parts.add(
        .valueOfInput["\(number + 1)"],
        bytes: Array((input.type + "\0").utf8) + input.bytes
      )
    }
    if found.readsProcess { parts.add(.folder, ProgramFolder(folder).path) }
    for part in found.parts { parts.add(PartName(part.name), part.text) }
    for statement in found.statements { parts.add(opened[statement]?.files ?? []) }
    if found.isChanging {
      let count = memory.repetitions[parts.key, default: 0] + 1
      memory.repetitions[parts.key] = count
      parts.add(.repetition, "\(count)")
    }
    let count = memory.counts[question.name, default: 0] + 1
    memory.counts[question.name] = count
    let moment = Memory.Moment(unit: current, isInside: isInside)
    let hasCompany =
      memory.company[moment] ?? code.hasCompany(during: current, isInside: isInside)
    memory.company[moment] = hasCompany
    return Asked(
      parts: parts,
      // Quoted, so that none is called as the program itself.
      name: "'\(question.name)'" + (count == 1 ? "" : " \(count)"),
      position: position,
      hasCompany: hasCompany
    )
  }

  /// The value that is kept, and the files that its closure opened.
  func value(_ asked: Asked) -> (value: StoredValue, files: [OpenedFiles.File], made: Made)? {
    memo(asked).found { OpenedFiles.File($0, in: folder) }
      .map { ($0.value, $0.met, Made($0.parts, named: asked.name, .isReused)) }
  }

  /// Keeps a value, unless a file has changed that its closure opened.
  ///
  /// - Parameter value: the value; `nil` for one that was computed and cannot be kept.
  func keep(_ value: StoredValue?, for asked: Asked, opened: OpenedFiles) -> Made {
    let memo = memo(asked)
    var parts = asked.parts
    parts.add(opened.files)
    let kept = opened.areUnchanged(in: folder) ? value : nil
    if let kept { memo.keep(kept, meeting: opened.files) }
    return memo.made(parts, named: asked.name, isKept: kept != nil)
  }

  /// A value is only asked for by a running program, and so never where results are frozen.
  private func memo(_ asked: Asked) -> Memo<Traced<StoredValue>> {
    Memo(.storedValue, in: use, .traced(StoredValue.coding)) { asked.parts }
  }
}
