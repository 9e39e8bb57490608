import NotebookSyntax

extension Workshop {
  /// Tries a cell on its own, after the pieces before it.
  func outcome(
    of trial: ProgramPlan.Trial,
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> ProgramOutcome {
    try await kept(ProgramTask(trial, of: plan)) {
      try await tried(trial, of: plan, in: folder, name: name)
    }
  }

  private func tried(
    _ trial: ProgramPlan.Trial,
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> ProgramOutcome {
    let before = Array(plan.pieces[..<trial.prefix])
    let cell = trial.cell
    // What is wrong with the cells before it is said where they are compiled for themselves.
    let unjudged = ProgramOutcome(notRun: [cell.id])
    if before.contains(where: \.isBroken) { return unjudged }
    let program =
      trial.parsed.isBroken
      ? SourceWriter.program(before, endingWith: trial.parsed, in: source)
      : SourceWriter.program(before + [trial.parsed], in: source)
    let product: Compiler.Product
    if case .crash = trial.expectation { product = .checkedProgram } else { product = .messages }
    let remarks = try await compile(program, to: product, in: folder, name: name)
    if remarks.hasErrorsWithoutPlace {
      return ProgramOutcome(records: unjudged.records, diagnostics: remarks.diagnostics)
    }
    let own = remarks.diagnostics.within(cell.range, of: source)
    switch trial.expectation {
    case .compileError:
      if !own.hasErrors, remarks.hasErrors { return unjudged }
      return refusal(of: cell, own)
    case .compiles:
      if !own.hasErrors, remarks.hasErrors { return unjudged }
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

  /// What came of a cell that must not compile: what the compiler says is what such a cell shows.
  private func refusal(of cell: Cell, _ remarks: [Diagnostic]) -> ProgramOutcome {
    let errors = remarks.filter { $0.severity == .error }
    let text = errors.map { "error: \($0.message)\n" }.joined()
    var record = Transcript.Record(status: .failed)
    if !errors.isEmpty {
      record.status = .compiled
      record.output = [.text(text, .standardError)]
      record.remarks = remarks.filter { $0.severity != .note }
    }
    return ProgramOutcome(records: [cell.id: record])
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
