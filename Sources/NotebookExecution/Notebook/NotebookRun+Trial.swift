import Documents
import NotebookPrograms
import NotebookSyntax
import NotebookTranscript

extension NotebookRun {
  /// Tries a cell on its own, after the pieces before it.
  func outcome(
    of trial: ProgramPlan.Trial,
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> ProgramOutcome {
    let outcome = try await kept(ProgramTask(trial, of: plan)) {
      switch trial.expectation {
      case .interface: try await held(trial, of: plan, in: folder, name: name)
      case .parts: try await compiledParts(of: trial, of: plan, in: folder, name: name)
      case .compileError, .crash, .compiles:
        try await tried(trial, of: plan, in: folder, name: name)
      }
    }
    return advised(outcome, of: [trial.parsed])
  }

  private func tried(
    _ trial: ProgramPlan.Trial,
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> ProgramOutcome {
    let cell = trial.cell
    var unjudged = ProgramOutcome(notRun: [cell.id])
    let reserved = trial.parsed.reservedUses(in: source)
    if !reserved.isEmpty { return judged(trial, by: reserved) }
    switch try await compiled(trial, of: plan, in: folder, name: name) {
    case .cannot(let need):
      unjudged.passedOver = need.map { [$0] } ?? []
      return unjudged
    case .nowhere(let diagnostics):
      return ProgramOutcome(records: unjudged.records, diagnostics: diagnostics)
    case .made(let program, let remarks):
      var own = remarks.diagnostics.within(cell.range, of: source)
      if trial.expectation.isForeign(to: own, of: trial.parsed, in: source) {
        let pieces = plan.pieces[..<trial.prefix] + [trial.parsed]
        own = try await helped(own, importing: pieces.importedModules, in: folder, name: name)
      }
      // What is wrong before the cell says nothing about it.
      if !own.hasErrors, remarks.hasErrors { return unjudged }
      guard case .crash = trial.expectation, !own.hasErrors else { return judged(trial, by: own) }
      let (recording, report) = try await run(program, ProgramCode(program), in: folder, name: name)
      if let outcome = crash(of: cell, recording, report, remarks: own) { return outcome }
      unjudged.take(recording)
      return unjudged
    }
  }

  /// What came of compiling a cell after the pieces before it.
  private enum Compiled {
    case made(ProgramSource, CompilerRemarks)
    /// The compiler finds errors that are at no place.
    case nowhere([Diagnostic])
    /// Too much of what comes before does not compile, or something that the cell needs.
    case cannot(PassedOver?)
  }

  /// What is wrong with the cells before it is said where they are compiled for themselves; here they are
  /// only left out.
  private func compiled(
    _ trial: ProgramPlan.Trial,
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> Compiled {
    var sifting = Sifting(Array(plan.pieces[..<trial.prefix]), in: source)
    sifting.failBroken()
    let product: Compiler.Product
    if case .crash = trial.expectation { product = .checkedProgram } else { product = .messages }
    for round in 1...Self.rounds {
      if let need = sifting.need(of: trial.parsed) { return .cannot(need) }
      let program = sifting.program(trying: trial.parsed)
      let remarks = try await compile(
        program,
        to: product,
        in: folder,
        name: round == 1 ? name : "\(name).\(round)",
        product: name
      )
      if remarks.hasErrorsWithoutPlace { return .nowhere(remarks.diagnostics) }
      let faulty = sifting.faulty(remarks.diagnostics)
      if faulty.isEmpty { return .made(program, remarks) }
      if !sifting.refuse(faulty) { sifting.fail(faulty) }
    }
    return .cannot(nil)
  }

  /// What the compiler's words mean for a cell that is not run.
  private func judged(_ trial: ProgramPlan.Trial, by own: [Diagnostic]) -> ProgramOutcome {
    let id = trial.cell.id
    switch trial.expectation {
    case .compileError: return ProgramOutcome(records: [id: .init(refusing: own)])
    case .compiles where trial.parsed.expects(own, in: source):
      return ProgramOutcome(records: [id: .init(refusing: own)])
    case .compiles, .crash, .interface, .parts:
      let status: Transcript.Record.Status = own.hasErrors ? .failed : .compiled
      return ProgramOutcome(records: [id: .init(status: status)], diagnostics: own)
    }
  }

  /// What came of a cell that must trap, or `nil` where the program did not come so far.
  private func crash(
    of cell: Cell,
    _ recording: Recording,
    _ report: FailureReport?,
    remarks: [Diagnostic]
  ) -> ProgramOutcome? {
    guard let piece = recording.pieces.last, piece.id == cell.id else { return nil }
    var record = Transcript.Record(piece, until: recording.ended)
    if let report, report.isCrash {
      record.output.append(.text(report.printed + report.message + "\n", .standardError))
      record.remarks = Array(report.diagnostics.prefix(1))
      var outcome = ProgramOutcome(records: [cell.id: record], diagnostics: remarks)
      outcome.take(recording)
      return outcome
    }
    record.status = .failed
    var outcome = ProgramOutcome(
      records: [cell.id: record],
      diagnostics: remarks + (report?.diagnostics ?? [])
    )
    outcome.take(recording)
    return outcome
  }
}

extension ProgramPlan.Trial.Expectation {
  /// Whether errors of a cell are none that its author wants.
  fileprivate func isForeign(
    to diagnostics: [Diagnostic],
    of piece: ParsedPiece,
    in source: SourceText
  ) -> Bool {
    switch self {
    case .compileError, .interface, .parts: false
    case .compiles, .crash: diagnostics.hasErrors && !piece.expects(diagnostics, in: source)
    }
  }
}
