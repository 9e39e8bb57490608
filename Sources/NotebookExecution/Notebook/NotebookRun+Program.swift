import Documents
import NotebookPrograms
import NotebookSyntax
import NotebookTranscript

extension NotebookRun {
  /// What comes of a program's pieces.
  func outcome(
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> ProgramOutcome {
    let early = plan.earlyReads(in: source)
    var outcome = try await kept(ProgramTask(plan)) {
      let outcome = try await run(
        plan.pieces,
        isOnlyCompiled: plan.isOnlyCompiled,
        early: early,
        in: folder,
        name: name,
        progress: progress
      )
      guard plan.triesCellsAlone else { return outcome }
      return try await tryingAlone(outcome, of: plan, in: folder, name: name, progress: progress)
    }
    outcome.diagnostics += early
    return advised(outcome, of: plan.pieces)
  }

  /// Tries the cells without each other that failed or were not run. What one gives alone is what came of
  /// it, if nothing is wrong with it there; else it stays as it was.
  private func tryingAlone(
    _ outcome: ProgramOutcome,
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> ProgramOutcome {
    var outcome = outcome
    let cells = plan.cellsAlone
    guard cells.count > 1, !outcome.diagnostics.contains(where: { $0.kind == .missingModule })
    else {
      return outcome
    }
    for (id, pieces) in cells {
      guard let status = outcome.records[id]?.status, status == .failed || status == .notRun else {
        continue
      }
      let alone = try await run(
        pieces,
        isOnlyCompiled: plan.isOnlyCompiled,
        early: [],
        in: folder,
        name: "\(name).alone\(id)",
        progress: progress
      )
      guard !alone.diagnostics.hasErrors else { continue }
      outcome.replace(id, by: alone, told: pieces.last?.piece.range ?? 0..<0, in: source)
    }
    return outcome
  }

  /// Compiles pieces, and runs those that compile.
  /// - Parameters:
  ///   - isOnlyCompiled: whether they are not run.
  ///   - early: what is read before it has a value, which is told elsewhere.
  private func run(
    _ pieces: [ParsedPiece],
    isOnlyCompiled: Bool,
    early: [Diagnostic],
    in folder: TemporaryFolder,
    name: String,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> ProgramOutcome {
    progress(.compiling)
    let faults = pieces.faults(in: source) + early.filter { $0.severity == .error }
    let sifted = try await sift(pieces, faults: faults, in: folder, name: name)
    let told = try await helped(
      sifted.sifting.diagnostics.filter { !early.contains($0) },
      importing: pieces.importedModules,
      in: folder,
      name: name
    )
    var outcome: ProgramOutcome
    if isOnlyCompiled, sifted.program != nil {
      outcome = ProgramOutcome(diagnostics: told + sifted.remarks.diagnostics)
      for number in sifted.sifting.left {
        outcome.records[pieces[number].id] = Transcript.Record(status: .compiled)
      }
    } else if let program = sifted.program {
      let code = ProgramCode(program)
      let (recording, report) =
        try await run(program, code, in: folder, name: name, progress: progress)
      if !sifted.isKnown, notebook.readsFromOutside || !recording.files.files.isEmpty {
        compiled?.keep(program, at: folder.program(name), sifted.remarks)
      }
      let obstacles =
        (code?.obstacles(in: program) ?? [])
        + recording.mixed.map { ProgramCode.mixedOutput(at: $0, in: source) }
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
