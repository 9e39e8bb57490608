extension Sequence<ParsedPiece> {
  /// The modules that the pieces import.
  package var importedModules: Set<String> { Set(flatMap { $0.items.compactMap(\.module) }) }
}

extension [ProgramPlan] {
  /// The modules that the cells import, those too that are only compiled or must fail, so that a
  /// package is built only for a notebook that needs one.
  package var importedModules: Set<String> {
    flatMap { $0.pieces + $0.trials.map(\.parsed) }.importedModules
  }
}
