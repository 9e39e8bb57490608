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
      try await tried(trial, of: plan, in: folder, name: name)
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
    let unjudged = ProgramOutcome(notRun: [cell.id])
    // What is wrong with the cells before it is said where they are compiled for themselves; here they
    // are only left out.
    var sifting = Sifting(Array(plan.pieces[..<trial.prefix]), in: source)
    sifting.failBroken()
    let product: Compiler.Product
    if case .crash = trial.expectation { product = .checkedProgram } else { product = .messages }
    var compiled: (program: ProgramSource, remarks: CompilerRemarks)?
    for round in 1...Self.rounds where compiled == nil {
      if let need = sifting.need(of: trial.parsed) {
        var outcome = unjudged
        outcome.passedOver = [need]
        return outcome
      }
      let program = sifting.program(trying: trial.parsed)
      let remarks = try await compile(
        program,
        to: product,
        in: folder,
        name: round == 1 ? name : "\(name).\(round)",
        product: name
      )
      if remarks.hasErrorsWithoutPlace {
        return ProgramOutcome(records: unjudged.records, diagnostics: remarks.diagnostics)
      }
      let faulty = sifting.faulty(remarks.diagnostics)
      if faulty.isEmpty {
        compiled = (program, remarks)
      } else if !sifting.refuse(faulty) {
        sifting.fail(faulty)
      }
    }
    guard let (program, remarks) = compiled else { return unjudged }
    var own = remarks.diagnostics.within(cell.range, of: source)
    if trial.expectation.isForeign(to: own, of: trial.parsed, in: source) {
      let pieces = plan.pieces[..<trial.prefix] + [trial.parsed]
      own = try await helped(own, importing: pieces.importedModules, in: folder, name: name)
    }
    switch trial.expectation {
    case .compileError:
      if !own.hasErrors, remarks.hasErrors { return unjudged }
      return ProgramOutcome(records: [cell.id: .init(refusing: own)])
    case .compiles:
      if !own.hasErrors, remarks.hasErrors { return unjudged }
      if trial.parsed.expects(own, in: source) {
        return ProgramOutcome(records: [cell.id: .init(refusing: own)])
      }
      let status: Transcript.Record.Status = own.hasErrors ? .failed : .compiled
      return ProgramOutcome(records: [cell.id: .init(status: status)], diagnostics: own)
    case .crash:
      if own.hasErrors {
        return ProgramOutcome(records: [cell.id: .init(status: .failed)], diagnostics: own)
      }
      if remarks.hasErrors { return unjudged }
      let (recording, report) = try await run(program, ProgramCode(program), in: folder, name: name)
      if let outcome = crash(of: cell, recording, report, remarks: own) { return outcome }
      var outcome = unjudged
      outcome.take(recording)
      return outcome
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
    case .compileError: false
    case .compiles, .crash: diagnostics.hasErrors && !piece.expects(diagnostics, in: source)
    }
  }
}
