extension [ProgramPlan] {
  /// The modules that the cells import, those too that are only compiled or must fail, so that a
  /// package is built only for a notebook that needs one.
  var importedModules: Set<String> {
    let pieces = flatMap { $0.pieces + $0.trials.map(\.parsed) }
    return Set(pieces.flatMap { $0.items.compactMap(\.module) })
  }
}
