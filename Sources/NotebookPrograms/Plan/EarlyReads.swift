import Documents
import NotebookSyntax

/// Variables that are read before they have their value.
///
/// At the file's level the compiler lets code use a variable that is declared further down. A
/// function that is called too early then reads zero, or memory that is nothing yet, without a word.
struct EarlyReads {
  private struct Variable {
    var order: Int
    var line: Int
  }

  private var functions: [String: Set<String>] = [:]
  private var variables: [String: Variable] = [:]
  private var doubled: Set<String> = []

  /// What is read too early: errors where a piece itself does it, warnings where it uses a function
  /// that does.
  static func findings(about pieces: [ParsedPiece], in source: SourceText) -> [Diagnostic] {
    var reads = EarlyReads()
    let items = pieces.filter { !$0.isNotRun }.flatMap { piece in piece.items.map { (piece, $0) } }
    for (order, (piece, item)) in items.enumerated() {
      for name in item.declared {
        let line = piece.source(in: source).position(at: piece.origin(of: name.offset)).line
        reads.declare(name, by: item, order: order, line: line)
      }
    }
    return items.enumerated().flatMap { order, entry in
      reads.findings(about: entry.1, of: entry.0, order: order, in: source)
    }
  }

  private mutating func declare(_ name: DeclaredName, by item: CodeItem, order: Int, line: Int) {
    switch name.kind {
    case .function:
      let mentioned = Set(item.mentioned.map(\.name))
      if functions.updateValue(mentioned, forKey: name.name) != nil { doubled.insert(name.name) }
    case .variable:
      if name.isComputed {
        functions[name.name] = Set(item.mentioned.map(\.name))
      } else if variables.updateValue(Variable(order: order, line: line), forKey: name.name) != nil
      {
        doubled.insert(name.name)
      }
    case .type: doubled.insert(name.name)
    }
  }

  private func findings(
    about item: CodeItem,
    of piece: ParsedPiece,
    order: Int,
    in source: SourceText
  ) -> [Diagnostic] {
    guard item.runs else { return [] }
    let source = piece.source(in: source)
    var told: Set<String> = []
    return item.mentioned.compactMap { mention in
      guard !item.bound.contains(mention.name), told.insert(mention.name).inserted else {
        return nil
      }
      let start = piece.origin(of: mention.offset)
      let range = start..<(start + mention.name.utf8.count)
      if !mention.isInClosure, isUnset(mention.name, at: order + 1),
        let variable = variables[mention.name]
      {
        return Diagnostic(
          .error,
          .readBeforeDeclaration,
          "'\(mention.name)' has no value yet here",
          help: "it is declared on line \(variable.line); move that before this line",
          in: source,
          at: range
        )
      }
      guard let early = reads(of: mention.name).first(where: { isUnset($0, at: order) }),
        let variable = variables[early]
      else { return nil }
      return Diagnostic(
        .warning,
        .readBeforeDeclaration,
        "'\(mention.name)' reads '\(early)', which has no value yet here and is read as zero",
        help: "'\(early)' is declared on line \(variable.line); move that before this line",
        in: source,
        at: range
      )
    }
  }

  /// A variable that has its value only after the item with a number. Of a name that is declared
  /// twice nobody can tell here which one is meant.
  private func isUnset(_ name: String, at order: Int) -> Bool {
    guard !doubled.contains(name), let variable = variables[name] else { return false }
    return variable.order >= order
  }

  /// What a function reads, itself and through others, in a fixed order.
  private func reads(of name: String) -> [String] {
    var seen: Set<String> = []
    var found: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      guard seen.insert(next).inserted, !doubled.contains(next), let names = functions[next] else {
        continue
      }
      found.formUnion(names)
      open += names
    }
    return found.sorted()
  }
}
