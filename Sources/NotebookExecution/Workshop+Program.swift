import Documents
import NotebookSyntax
import NotebookTranscript

extension Workshop {
  /// What comes of a program's pieces.
  func outcome(
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> ProgramOutcome {
    let early = plan.earlyReads(in: source)
    var outcome = try await kept(ProgramTask(plan)) {
      try await run(plan.pieces, early: early, in: folder, name: name, progress: progress)
    }
    outcome.diagnostics += early
    return advised(outcome, of: plan.pieces)
  }

  /// Compiles pieces, and runs those that compile.
  /// - Parameter early: what is read before it has a value, which is told elsewhere.
  private func run(
    _ pieces: [ParsedPiece],
    early: [Diagnostic],
    in folder: TemporaryFolder,
    name: String,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> ProgramOutcome {
    progress(.compiling)
    let misuses = pieces.compactMap { $0.misuse(in: source) } + secondEntries(in: pieces)
    let faults = misuses + early.filter { $0.severity == .error }
    let sifted = try await sift(pieces, faults: faults, in: folder, name: name)
    let told = try await helped(
      sifted.sifting.diagnostics.filter { !early.contains($0) },
      importing: pieces.importedModules,
      in: folder,
      name: name
    )
    var outcome: ProgramOutcome
    if let program = sifted.program {
      let code = ProgramCode(program)
      let (recording, report) =
        try await run(program, code, in: folder, name: name, progress: progress)
      if !sifted.isKnown, notebook.readsFromOutside || !recording.files.files.isEmpty {
        compiled?.keep(program, at: folder.program(name), sifted.remarks)
      }
      let obstacles =
        (code?.obstacles(in: program) ?? [])
        + recording.mixed.map { StoredSite.Obstacle.mixed(at: $0, in: source) }
      let left = sifted.sifting.left.map { pieces[$0] }
      outcome = finished(left, recording, report, told + sifted.remarks.diagnostics + obstacles)
    } else {
      outcome = ProgramOutcome(diagnostics: told + sifted.remarks.diagnostics)
    }
    settle(sifted.sifting, in: &outcome)
    return outcome
  }

  /// Adds what became of the pieces that were not run.
  private func settle(_ sifting: Sifting, in outcome: inout ProgramOutcome) {
    for (number, piece) in sifting.pieces.enumerated() {
      if let errors = sifting.refused[number] {
        outcome.records[piece.id] = Transcript.Record(refusing: errors)
      } else if sifting.errors[number] != nil {
        outcome.records[piece.id] = Transcript.Record(status: .failed)
      } else if outcome.records[piece.id] == nil {
        outcome.records[piece.id] = Transcript.Record(status: .notRun)
      }
    }
    outcome.passedOver += sifting.passedOver
  }

  /// A program has one entry point.
  private func secondEntries(in pieces: [ParsedPiece]) -> [Diagnostic] {
    var first: Int?
    return pieces.filter { !$0.isNotRun }.flatMap { piece in
      piece.entryPoints.compactMap { entry -> Diagnostic? in
        // Clauses of one `#if` exclude each other.
        guard entry.conditions.isEmpty else { return nil }
        let range = piece.sourceRange(of: entry.attribute)
        guard let line = first else {
          first = source.position(at: range.lowerBound).line
          return nil
        }
        return Diagnostic(
          .error,
          "second-main",
          "a program has one '@main', and this one has its own on line \(line)",
          help: "take this '@main' away, or begin a new program with the word 'reset'",
          in: source,
          at: range
        )
      }
    }
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

extension Transcript.Record {
  /// What came of a cell that must not compile: what the compiler says is what such a cell shows.
  init(refusing remarks: [Diagnostic]) {
    let errors = remarks.filter { $0.severity == .error }
    self.init(status: errors.isEmpty ? .failed : .compiled)
    guard !errors.isEmpty else { return }
    output = [.text(errors.map { "error: \($0.message)\n" }.joined(), .standardError)]
    self.remarks = remarks.filter { $0.severity != .note }
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
