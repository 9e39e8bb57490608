import NotebookSyntax

extension Workshop {
  /// Tries a cell on its own, after the pieces before it.
  func outcome(
    of trial: ProgramPlan.Trial,
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
    let own = remarks.diagnostics.within(cell.range, of: source)
    switch trial.expectation {
    case .compileError:
      if !own.hasErrors, remarks.hasErrors { return unjudged }
      return ExpectedErrors(cell, own, in: source).outcome
    case .compiles:
      if !own.hasErrors, remarks.hasErrors { return unjudged }
      let status: Transcript.Record.Status = own.hasErrors ? .failed : .compiled
      return ProgramOutcome(records: [cell.id: .init(status: status)], diagnostics: own)
    case .crash:
      if own.hasErrors {
        return ProgramOutcome(records: [cell.id: .init(status: .failed)], diagnostics: own)
      }
      if remarks.hasErrors { return unjudged }
      let (recording, report) = try await run(program, in: folder, name: name)
      return crash(of: cell, recording, report, remarks: own) ?? unjudged
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
      return ProgramOutcome(records: [cell.id: record], diagnostics: remarks)
    }
    record.status = .failed
    let diagnostics =
      report?.diagnostics ?? [
        Diagnostic(
          .error,
          "crash-expected",
          "this cell must trap, but it runs to its end",
          help: "take the word 'should-crash' away, or let the cell trap",
          in: source,
          at: cell.range
        )
      ]
    return ProgramOutcome(records: [cell.id: record], diagnostics: remarks + diagnostics)
  }
}
