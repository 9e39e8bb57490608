import NotebookPrograms
import NotebookSyntax
import ResultStore

extension ProgramResults {
  /// Whether a program would be compiled and run now, and why.
  ///
  /// - Parameter lacksModules: whether modules are missing that are to be built; they are taken to be
  ///   as they were.
  func outlook(on task: ProgramTask, lacksModules: Bool) -> ProgramOutlook {
    let makings = use.store.makings(of: subject(task), [.transcript, .storedValue])
    let last = makings.first { $0.name.isEmpty }
    let asked = lacksModules ? last?.parts.contains(.place) : nil
    var parts = parts(task, asksForPlace: asked)
    if let last { parts = assume(parts, as: last.parts, lacksModules: lacksModules) }
    let outcome = kept(for: use.isFrozen ? lastParts(task) : parts, task.pieces)
    if let last { parts.add(filesOf: last.parts, in: folder) }
    var outlook = Outlook.kept
    if outcome == nil {
      outlook = .toBeMade(use.reads ? .init(making: parts, since: last) : .isAskedFor)
    }
    return ProgramOutlook(
      number: task.number,
      trial: task.trial,
      pieces: task.pieces.map(\.piece),
      outlook: outlook,
      parts: parts,
      last: last,
      values: values(makings.filter { !$0.name.isEmpty }, task, lacksModules: lacksModules),
      outcome: outcome
    )
  }

  private func values(
    _ makings: [Making],
    _ task: ProgramTask,
    lacksModules: Bool
  ) -> [StoredOutlook] {
    let common = StoredValues.common(to: task.pieces.importedModules, inputs, compiler)
    return makings.map { making in
      var parts = assume(common, as: making.parts, lacksModules: lacksModules)
      parts.add(filesOf: making.parts, in: folder)
      let names = Set(parts.names)
      // The rest is known when the program runs.
      var last = KeyParts(kind: making.parts.kind)
      last.add(partsOf: making.parts) { names.contains($0) || $0.isOne(of: .module) }
      return StoredOutlook(last: making, changes: parts.changes(since: last))
    }
  }

  /// Parts of today, with those of earlier ones that today's tools cannot tell.
  private func assume(_ parts: KeyParts, as last: KeyParts, lacksModules: Bool) -> KeyParts {
    guard use.isFrozen || lacksModules else { return parts }
    var assumed = KeyParts(kind: parts.kind)
    assumed.add(partsOf: parts) { !use.isFrozen || $0 != .toolchain }
    let names = Set(assumed.names)
    assumed.add(partsOf: last) { name in
      name.isOne(of: .module) && !names.contains(name) || use.isFrozen && name == .toolchain
    }
    return assumed
  }
}

extension KeyParts {
  /// Adds the files among earlier parts, as they are now.
  fileprivate mutating func add(filesOf last: KeyParts, in folder: String) {
    for name in Set(last.names) where name.isOne(of: .file) {
      if let path = name.own { add([OpenedFiles.File(path, in: folder)]) }
    }
  }
}
