import Documents
import NotebookPrograms
import NotebookSyntax

/// Compiling what can be compiled: a piece that cannot does not hide the rest.
///
/// All pieces are compiled together. Those in which there are errors, and those that need them, are
/// left out, and the rest is compiled again, until there is no error. In most notebooks that is the
/// second time. What is left then runs as if the others were not there.
extension NotebookRun {
  /// What came of compiling the pieces of a program.
  struct Sifted {
    var sifting: Sifting
    /// The program of the pieces that are left; `nil` where there is none to be run.
    var program: ProgramSource?
    /// What the compiler said about that program.
    var remarks: CompilerRemarks
    /// Whether the program was taken from the store.
    var isKnown = false
  }

  /// How often a program is compiled at most.
  static let rounds = 6

  /// Compiles the pieces of a program.
  ///
  /// - Parameters:
  ///   - pieces: the pieces.
  ///   - faults: what is known to be wrong with them, besides what the compiler says.
  func sift(
    _ pieces: [ParsedPiece],
    faults: [Diagnostic],
    in folder: TemporaryFolder,
    name: String
  ) async throws -> Sifted {
    var sifting = Sifting(pieces, in: source)
    let syntax = try await syntaxErrors(of: pieces.filter(\.isBroken), in: folder, name: name)
    _ = sifting.refuse(sifting.faulty(syntax))
    sifting.fail(sifting.faulty(syntax))
    var known = faults
    var isFirst = true
    var lacksModule = false
    for round in 1...Self.rounds where !sifting.left.isEmpty {
      var program = sifting.program(many: manyVariables)
      if program.diagnostics.hasErrors {
        let faulty = sifting.faulty(program.diagnostics)
        sifting.fail(faulty)
        if faulty.isEmpty { return untried(sifting, program.diagnostics) }
        continue
      }
      // Where something is known to be wrong, this is not yet what will be run.
      let isLast = known.isEmpty
      let place = (folder: folder, name: round == 1 ? name : "\(name).\(round)", product: name)
      var (remarks, isKnown) = try await look(at: program, isLast: isLast, place)
      if program.form == .library, remarks.hasErrors {
        // It may be right as a script, and what is wrong is told as of one.
        program = sifting.program()
        (remarks, isKnown) = try await look(at: program, isLast: isLast, place)
      }
      if remarks.hasErrorsWithoutPlace {
        return untried(sifting, remarks.diagnostics)
      }
      var faulty = sifting.faulty(remarks.diagnostics)
      if remarks.hasErrors, faulty.isEmpty { return untried(sifting, remarks.diagnostics) }
      // What an earlier look let pass may need what is gone now, and that is an error of its own.
      if sifting.refuse(faulty) { continue }
      if !isFirst, !faulty.isEmpty {
        let consequences = try await consequences(
          among: faulty,
          of: program,
          lacksModule: lacksModule,
          in: folder,
          name: "\(name).\(round).types"
        )
        faulty = faulty.filter { consequences[$0.key] == nil }
        if !consequences.isEmpty { sifting.passOver(consequences.keys) }
      }
      if faulty.values.joined().contains(where: { $0.kind == .missingModule }) {
        lacksModule = true
      }
      isFirst = false
      if !faulty.isEmpty { sifting.fail(faulty) }
      if remarks.hasErrors { continue }
      guard !isLast else {
        return Sifted(
          sifting: sifting,
          program: program,
          remarks: remarks,
          isKnown: isKnown
        )
      }
      sifting.fail(sifting.faulty(known))
      known = []
    }
    sifting.fail(sifting.faulty(known))
    sifting.passOver(sifting.left)
    return untried(sifting, [])
  }

  /// What the compiler says about a program, or said when it made the one that is kept.
  /// - Parameters:
  ///   - isLast: whether the program is to be run.
  ///   - place: where it is made, and under which names.
  private func look(
    at program: ProgramSource,
    isLast: Bool,
    _ place: (folder: TemporaryFolder, name: String, product: String)
  ) async throws -> (remarks: CompilerRemarks, isKnown: Bool) {
    if isLast,
      let kept = compiled?.restore(program, to: place.folder.program(place.product))
    {
      return (kept, true)
    }
    let remarks = try await compile(
      program,
      to: isLast ? .program : .messages,
      in: place.folder,
      name: place.name,
      product: place.product
    )
    return (remarks, false)
  }

  /// The pieces whose errors follow from what was left out before them.
  private func consequences(
    among faulty: [Int: [Diagnostic]],
    of program: ProgramSource,
    lacksModule: Bool,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> [Int: [Diagnostic]] {
    if lacksModule { return faulty.filter { $0.value.contains(where: \.isAboutMissingName) } }
    // What the first look at the types let pass is a consequence of what is left out since.
    let types = try await compile(program, to: .types, in: folder, name: name)
    return types.hasErrors ? faulty : [:]
  }

  private func untried(_ sifting: Sifting, _ diagnostics: [Diagnostic]) -> Sifted {
    Sifted(sifting: sifting, program: nil, remarks: CompilerRemarks(diagnostics: diagnostics))
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
        found.hasErrors
        ? found
        : [
          Diagnostic(
            .error,
            .compilerError,
            "this is not Swift",
            in: source,
            at: piece.piece.range
          )
        ]
    }
    return diagnostics
  }
}

extension Diagnostic {
  /// Whether it may follow from a module that is not there.
  fileprivate var isAboutMissingName: Bool {
    severity == .error
      && ["cannot find", "has no member", "no macro", "unknown attribute", "does not conform"]
        .contains { message.contains($0) }
  }
}
