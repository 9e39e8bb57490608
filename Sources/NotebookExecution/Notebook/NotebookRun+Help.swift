import Documents
import Foundation
import NotebookPrograms
import NotebookSyntax

/// What to do about names that the compiler cannot find. It is looked for only where such an error came.
extension NotebookRun {
  /// Errors with the imports that help against them, by what the toolchain and the libraries hold. That
  /// is kept with the errors.
  func helped(
    _ diagnostics: [Diagnostic],
    importing imported: Set<String>,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> [Diagnostic] {
    if diagnostics.contains(where: { $0.kind == .missingModule }) {
      // The names of a module that is missing are missing, too.
      return diagnostics.map(withNearestModule)
    }
    let missing = Self.missing(in: diagnostics)
    guard !missing.isEmpty else { return diagnostics }
    let probe = ImportProbe(compiler: compiler, imported: imported)
    // A library that is not compiled yet has no names.
    try? await own?.compile(neededBy: Set(probe.candidates)) {}
    let found = try await slots.run {
      try await probe.modules(with: missing, in: folder.url.appending(path: "\(name).probe"))
    }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      if let name = MissingName(diagnostic), let modules = found[name] {
        diagnostic.help = Self.advice(for: name, modules) ?? diagnostic.help
      }
      return diagnostic
    }
  }

  /// An outcome whose errors tell where else a name is declared: in another cell, in a library of the
  /// package, in another document. That is no part of the program, and so not kept with it.
  func advised(_ outcome: ProgramOutcome, of pieces: [ParsedPiece]) -> ProgramOutcome {
    let missing = Self.missing(in: outcome.diagnostics)
    guard !missing.isEmpty else { return outcome }
    let declarations = NotebookDeclarations(parsed, isIsolated: isIsolated)
    let package = packageFolder.flatMap { PackageDeclarations(of: $0) }
    let imported = pieces.importedModules
    var elsewhere: [MissingName: String] = [:]
    for case .name(let word) in missing {
      let modules = package?.modules(with: word).filter { !imported.contains($0) } ?? []
      elsewhere[.name(word)] =
        Self.advice(for: .name(word), modules)
        ?? NeighbourDocuments(of: source.path).help(for: word)
    }
    var outcome = outcome
    for (index, diagnostic) in outcome.diagnostics.prefix(Self.most).enumerated() {
      guard let name = MissingName(diagnostic), case .name(let word) = name else { continue }
      let piece = pieces.first { $0.piece.holds(diagnostic, in: source) }?.piece
      let here = piece.flatMap { declarations.help(for: word, in: $0) }
      outcome.diagnostics[index].help = here ?? diagnostic.help ?? elsewhere[name]
    }
    return outcome
  }

  /// For so many errors help is looked for: whoever has more sees by the first what is wrong.
  private static let most = 200
  private static let mostNames = 20

  /// The names that errors cannot find, each once.
  private static func missing(in diagnostics: [Diagnostic]) -> [MissingName] {
    var missing: [MissingName] = []
    for diagnostic in diagnostics.prefix(most) {
      guard missing.count < mostNames, let name = MissingName(diagnostic), !missing.contains(name)
      else { continue }
      missing.append(name)
    }
    return missing
  }

  private static func advice(for name: MissingName, _ modules: [String]) -> String? {
    guard let first = modules.first else { return nil }
    let others = modules.dropFirst().prefix(2).map { ", or 'import \($0)'" }.joined()
    return "'\(name.written)' comes with '\(first)': write 'import \(first)'" + others
  }

  /// Adds the module's name that was meant.
  private func withNearestModule(_ diagnostic: Diagnostic) -> Diagnostic {
    let quoted = diagnostic.message.split(separator: "'", omittingEmptySubsequences: false)
    guard diagnostic.kind == .missingModule, quoted.count > 2 else { return diagnostic }
    let package = packageFolder.flatMap { PackageDeclarations(of: $0) }
    let known = compiler.libraries.names.union(package?.modules ?? [])
      .union(ToolchainModules(toolchain: compiler.toolchain).importable)
    guard let nearest = nearestName(to: String(quoted[1]), in: known.sorted()) else {
      return diagnostic
    }
    var diagnostic = diagnostic
    diagnostic.help = "did you mean '\(nearest)'?" + (diagnostic.help.map { " \($0)" } ?? "")
    return diagnostic
  }
}

extension MissingName {
  fileprivate init?(_ diagnostic: Diagnostic) {
    guard diagnostic.severity == .error else { return nil }
    self.init(diagnostic.message)
  }
}

extension Piece {
  fileprivate func holds(_ diagnostic: Diagnostic, in source: SourceText) -> Bool {
    diagnostic.start.map { range.contains(source.offset(of: $0)) } ?? false
  }
}
