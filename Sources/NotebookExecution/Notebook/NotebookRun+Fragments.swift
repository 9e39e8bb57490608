import Documents
import Foundation
import NotebookPrograms
import NotebookSyntax
import NotebookTranscript

/// What can be checked of cells that are no part of a program.
extension NotebookRun {
  /// Holds declarations without bodies against the modules that are imported. Where none of these is the
  /// package's or one for notebooks, nobody knows what is listed.
  func held(
    _ trial: ProgramPlan.Trial,
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> ProgramOutcome {
    let context = Array(plan.pieces[..<trial.prefix])
    let imported = (context + [trial.parsed]).importedModules
    let listing = Listing(trial.parsed, after: context, in: source)
    let untried = ProgramOutcome(notRun: [trial.cell.id])
    guard !imported.isDisjoint(with: compiler.libraries.names), !listing.isEmpty else {
      return untried
    }
    let messages = try await slots.run {
      try await compiler.look(at: listing, importing: imported, in: folder, name: name)
    }
    let isImported = !messages.contains {
      $0.severity == .error && $0.file == Listing.importsFile
    }
    guard isImported else { return untried }
    let package = packageFolder.flatMap { PackageDeclarations(of: $0) }
    let findings = findings(messages, about: listing) { name in
      package?.declareMember(name.written, in: imported) ?? false
    }
    return ProgramOutcome(
      records: [trial.cell.id: .init(status: findings.isEmpty ? .compiled : .failed)],
      diagnostics: findings
    )
  }

  private func findings(
    _ messages: [CompilerMessage],
    about listing: Listing,
    isMember: (MissingName) -> Bool
  ) -> [Diagnostic] {
    let remarks = messages.compactMap { message -> Listing.Remark? in
      guard message.severity == .error, let file = message.file, let position = message.position,
        let remark = listing.remark(message.text, file: file, at: position)
      else { return nil }
      // What stands at no type may be meant as a member of one.
      if remark.check == .name, let name = MissingName(message.text), name.isName, isMember(name) {
        return nil
      }
      return remark
    }
    // What is wrong with a name or a type comes back in the call.
    let first = Dictionary(
      remarks.map { ($0.declaration, $0.check) },
      uniquingKeysWith: min
    )
    var told: Set<Int> = []
    return remarks.compactMap { remark in
      guard remark.check == .types || first[remark.declaration] == remark.check else { return nil }
      if remark.check >= .call, !told.insert(remark.declaration).inserted { return nil }
      let end = max(
        remark.range.upperBound,
        SourceToken.end(at: remark.range.lowerBound, in: source)
      )
      return Diagnostic(
        .error,
        .otherInterface,
        remark.text,
        help: "declarations without bodies are held against the modules that are imported here",
        in: source,
        at: remark.range.lowerBound..<end
      )
    }
    .inSourceOrder
  }

  /// Compiles what stands alone of code in which marks stand for the rest. A name that nobody knows belongs to
  /// the rest.
  func compiledParts(
    of trial: ProgramPlan.Trial,
    of plan: ProgramPlan,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> ProgramOutcome {
    let id = trial.cell.id
    let parts = CodeParts(
      of: trial.parsed,
      in: source,
      id: source.bytes.count + 1 + parsed.contextCount
    )
    guard !parts.isEmpty else { return ProgramOutcome(notRun: [id]) }
    var sifting = Sifting(Array(plan.pieces[..<trial.prefix]) + parts.pieces, in: source)
    sifting.failBroken()
    sifting.leaveOut(parts.leftOut.map { trial.prefix + $0 })
    let remarks = try await compile(
      sifting.program(),
      to: .messages,
      in: folder,
      name: name
    )
    let faulty = sifting.faulty(remarks.diagnostics).filter { $0.key >= trial.prefix }
    if remarks.diagnostics.contains(where: { $0.kind == .missingModule }) {
      return ProgramOutcome(notRun: [id])
    }
    let missing = faulty.values.joined().contains { MissingName($0.message)?.isName == true }
    let known = missing ? publicNames(in: sifting.pieces.importedModules) : []
    let findings = faulty.sorted { $0.key < $1.key }.flatMap { _, errors in
      Self.findings(errors, knowing: known)
    }
    return ProgramOutcome(
      records: [id: .init(status: findings.isEmpty ? .compiled : .failed)],
      diagnostics: findings
    )
  }

  /// What the modules of the package declare that are imported.
  private func publicNames(in modules: Set<String>) -> [String] {
    let package = packageFolder.flatMap { PackageDeclarations(of: $0) }
    return package?.names(in: modules).sorted() ?? []
  }

  /// The errors of a part, if it stands alone: it does where each name is known, or nearly one that is.
  private static func findings(_ errors: [Diagnostic], knowing names: [String]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for var error in errors where error.severity == .error && !error.message.contains("'Never'") {
      if let name = MissingName(error.message), name.isName {
        guard let nearest = nearestName(to: name.written, in: names) else { return [] }
        error.help = "did you mean '\(nearest)'?"
      }
      findings.append(error)
    }
    return findings
  }
}

extension MissingName {
  /// Whether it is none of a type's members.
  fileprivate var isName: Bool { if case .name = self { true } else { false } }
}

extension Compiler {
  /// What the compiler says of a listing.
  fileprivate func look(
    at listing: Listing,
    importing modules: Set<String>,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> [CompilerMessage] {
    try folder.makeFolder(name)
    let place = folder.url.appending(path: name)
    let file = place.appending(path: "listing.swift").path
    try Data(listing.text.utf8).write(to: URL(filePath: file))
    let call = CompilerCall(
      // In later versions a method that is named is another type than one that is declared.
      words: [toolchain.compiler, file] + probingFlags(importing: modules.sorted())
        + ["-swift-version", "5"],
      folder: place.path,
      timeout: timeout,
      confinement: confinement
    )
    let files = [Listing.importsFile, Listing.typesFile, Listing.generatedFile, file]
    return CompilerMessage.messages(in: try await call.run().messages, files: files)
  }
}
