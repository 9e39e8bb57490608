import NotebookSyntax

extension Workshop {
  /// What comes of a program's pieces.
  func outcome(
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> ProgramOutcome {
    let pieces = plan.pieces
    let early = plan.earlyReads(in: source)
    var outcome = try await kept(ProgramTask(plan, isRun: !early.hasErrors)) {
      try await run(pieces, isRun: !early.hasErrors, in: folder, name: name, progress: progress)
    }
    outcome.diagnostics += early
    for piece in pieces where early.within(piece.piece.range, of: source).hasErrors {
      outcome.records[piece.id]?.status = .failed
    }
    return outcome
  }

  /// Compiles pieces, and runs them where that is wanted.
  private func run(
    _ pieces: [ParsedPiece],
    isRun: Bool,
    in folder: TemporaryFolder,
    name: String,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> ProgramOutcome {
    progress(.compiling)
    let misuses = pieces.compactMap { $0.misuse(in: source) }
    if let broken = pieces.firstIndex(where: \.isBroken) {
      let syntax = try await syntaxErrors(of: pieces.filter(\.isBroken), in: folder, name: name)
      let before = SourceWriter.program(Array(pieces[..<broken]), in: source)
      let remarks = try await compile(before, to: .messages, in: folder, name: name)
      return failed(pieces, remarks.diagnostics + syntax + misuses)
    }
    let program = SourceWriter.program(pieces, in: source)
    let mistakes = program.diagnostics + misuses
    if mistakes.hasErrors { return failed(pieces, mistakes) }
    let product: Compiler.Product = isRun ? .program : .messages
    let known = isRun ? compiled?.restore(program, to: folder.program(name)) : nil
    let remarks =
      if let known { known } else {
        try await compile(program, to: product, in: folder, name: name)
      }
    if remarks.hasErrors || !isRun { return failed(pieces, remarks.diagnostics) }
    let code = ProgramCode(program)
    let (recording, report) =
      try await run(program, code, in: folder, name: name, progress: progress)
    if known == nil, notebook.readsFromOutside || !recording.files.files.isEmpty {
      compiled?.keep(program, at: folder.program(name), remarks)
    }
    let obstacles =
      (code?.obstacles(in: program) ?? [])
      + recording.mixed.map { StoredSite.Obstacle.mixed(at: $0, in: source) }
    return finished(pieces, recording, report, remarks.diagnostics + obstacles)
  }

  /// What the compiler's parser has to say about pieces that are not Swift, each on its own, so that
  /// what is missing in one does not swallow the next.
  private func syntaxErrors(
    of broken: [ParsedPiece],
    in folder: TemporaryFolder,
    name: String
  ) async throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for piece in broken {
      let program = SourceWriter.program([], endingWith: piece, in: source)
      let name = "\(name).\(piece.id)"
      let remarks = try await compile(program, to: .syntax, in: folder, name: name)
      let found = remarks.diagnostics.filter { $0.start != nil }
      diagnostics +=
        found.isEmpty
        ? [
          Diagnostic(
            .error,
            "compiler-error",
            "this is not Swift",
            in: source,
            at: piece.piece.range
          )
        ]
        : found
    }
    return diagnostics
  }

  /// A program that does not compile: nothing of it was run.
  private func failed(_ pieces: [ParsedPiece], _ diagnostics: [Diagnostic]) -> ProgramOutcome {
    var outcome = ProgramOutcome(diagnostics: diagnostics)
    for piece in pieces {
      let own = diagnostics.within(piece.piece.range, of: source)
      outcome.records[piece.id] = Transcript.Record(status: own.hasErrors ? .failed : .notRun)
    }
    return outcome
  }

  private func finished(
    _ pieces: [ParsedPiece],
    _ recording: Recording,
    _ report: FailureReport?,
    _ diagnostics: [Diagnostic]
  ) -> ProgramOutcome {
    var outcome = ProgramOutcome(diagnostics: diagnostics + (report?.diagnostics ?? []))
    outcome.take(recording)
    for piece in pieces {
      outcome.records[piece.id] = Transcript.Record(status: piece.isNotRun ? .compiled : .notRun)
    }
    for piece in recording.pieces {
      var record = Transcript.Record(piece, until: recording.ended)
      if piece.ended == nil, let report {
        record.status = .failed
        if !report.printed.isEmpty {
          record.output.append(.text(report.printed, .standardError))
        }
      }
      outcome.records[piece.id] = record
    }
    for case .value(let value) in pieces.map(\.piece) {
      guard let record = outcome.records[value.id], record.status == .ran else { continue }
      let hasValue = record.output.contains { if case .value = $0 { true } else { false } }
      if !hasValue {
        outcome.records[value.id]?.status = .failed
        outcome.diagnostics.append(value.misuse("has no value to stand here", in: source))
      }
    }
    return outcome
  }
}

extension Transcript.Record {
  /// What a piece did, as far as it came.
  init(_ piece: Recording.Piece, until end: UInt64) {
    self.init(
      status: .ran,
      output: piece.output,
      marks: piece.marks,
      seconds: piece.seconds(until: end)
    )
  }
}

extension ParsedPiece {
  /// What is wrong with a value in the text that is not exactly one expression.
  fileprivate func misuse(in source: SourceText) -> Diagnostic? {
    guard case .value(let value) = piece, !isBroken else { return nil }
    if items.isEmpty { return value.misuse("is empty", in: source) }
    if items.count > 1 { return value.misuse("holds more than one expression", in: source) }
    return items[0].role == .shown ? nil : value.misuse("has no value to stand here", in: source)
  }
}

extension InlineValue {
  fileprivate func misuse(_ reason: String, in source: SourceText) -> Diagnostic {
    Diagnostic(.error, "inline-value", "this value in the text \(reason)", in: source, at: range)
  }
}
