import NotebookPrograms
import NotebookSyntax
import ResultStore

extension ProgramResults {
  /// What would be done about a program now.
  ///
  /// - Parameter lacksModules: whether modules are missing that are to be built; they are taken to be
  ///   as they were.
  func known(of task: ProgramTask, lacksModules: Bool) -> KnownRun.Program {
    let makings = memo(task, KeyParts(kind: .transcript)).makings([.transcript, .storedValue])
    let last = makings.first { $0.name.isEmpty }
    let asked = lacksModules ? last?.parts.contains(.place) : nil
    var parts = parts(task, asksForPlace: asked)
    if let last { parts = assume(parts, as: last.parts, lacksModules: lacksModules) }
    let outcome = kept(task, parts)
    if let last { parts.add(filesOf: last.parts, in: folder) }
    return KnownRun.Program(
      number: task.number,
      trial: task.trial,
      pieces: task.pieces.map(\.piece),
      outlook: memo(task, parts).outlook(isKept: outcome != nil, parts, last: last),
      parts: parts,
      values: makings.filter { !$0.name.isEmpty }.map {
        value($0, task, isKept: outcome != nil, lacksModules: lacksModules)
      },
      outcome: outcome
    )
  }

  /// What would be done about a stored value, as its program asked for it when it last ran.
  ///
  /// - Parameter isKept: whether its program would not run.
  private func value(
    _ making: Making,
    _ task: ProgramTask,
    isKept: Bool,
    lacksModules: Bool
  ) -> Outlook {
    if isKept { return Outlook(reason: nil, last: making) }
    if !use.reads { return Outlook(reason: .isAskedFor, last: making) }
    let common = StoredValues.common(to: task.pieces.importedModules, inputs, compiler)
    var parts = assume(common, as: making.parts, lacksModules: lacksModules)
    parts.add(filesOf: making.parts, in: folder)
    let names = Set(parts.names)
    // The rest is known when the program runs.
    var last = KeyParts(kind: making.parts.kind)
    last.add(partsOf: making.parts) { names.contains($0) || $0.isOne(of: .module) }
    let changes = parts.changes(since: last)
    if !changes.isEmpty { return Outlook(reason: .changes(changes), last: making) }
    return Outlook(reason: making.marks.contains(.isUnkept) ? .isUnkept : .isUnknown, last: making)
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
