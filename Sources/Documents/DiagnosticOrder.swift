extension [Diagnostic] {
  /// The diagnostics in the order of the source, each once; notes stay behind what they belong to.
  package var inSourceOrder: [Diagnostic] {
    var groups: [[Diagnostic]] = []
    for diagnostic in self {
      if diagnostic.severity == .note, !groups.isEmpty {
        groups[groups.count - 1].append(diagnostic)
      } else {
        groups.append([diagnostic])
      }
    }
    let beginning = SourcePosition(line: 0, column: 0)
    let sorted = groups.enumerated().sorted { left, right in
      let first = left.element[0].start ?? beginning
      let second = right.element[0].start ?? beginning
      return first == second ? left.offset < right.offset : first < second
    }
    var seen: Set<[Diagnostic]> = []
    return sorted.map(\.element).filter { seen.insert($0).inserted }.flatMap { $0 }
  }

  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// The diagnostics inside a range, with their notes.
  package func within(_ range: SourceRange, of source: SourceText) -> [Diagnostic] {
    var isInside = false
    return filter { diagnostic in
      if diagnostic.severity != .note {
        isInside =
          diagnostic.path == source.path
          && diagnostic.start.map { range.contains(source.offset(of: $0)) } ?? false
      }
      return isInside
    }
  }
}
