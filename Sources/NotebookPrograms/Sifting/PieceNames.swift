import SwiftSyntax

/// What the code of a piece has to do with other pieces: what it declares, adds to types, uses and
/// may change. Read only where a piece of the program does not compile.
package struct PieceNames {
  /// The names that it declares, each with the item that does, by its number.
  package private(set) var declared: [String: Int] = [:]
  /// The members and operators that it gives to types which may be another's.
  private(set) var added: Set<String> = []
  /// The names that it may refer to, each with the first item that does.
  private(set) var mentioned: [String: Int] = [:]
  /// The names that its code refers to when it runs, and not only when it is called.
  private(set) var mentionedRunning: Set<String> = []
  /// All words and operators in it.
  private(set) var words: Set<String> = []
  /// The variables whose values its running code may change.
  private(set) var changed: Set<String> = []
  /// For each function and type: what it mentions, and the variables that it may change.
  private(set) var bodies: [String: (mentioned: Set<String>, changed: Set<String>)] = [:]
  /// The variables that may hold an object which others see too: what their declarations mention.
  private(set) var constants: [String: Set<String>] = [:]
  private(set) var variables: Set<String> = []
  private(set) var classes: Set<String> = []

  package init(_ piece: ParsedPiece) {
    for (number, item) in piece.items.enumerated() { add(item, number) }
    words = Set(piece.tree.tokens(viewMode: .sourceAccurate).map(\.text))
    // In code that is not Swift any word behind `let` and the like may be meant as a declaration.
    guard piece.isBroken else { return }
    var isIntroduced = false
    for token in piece.tree.tokens(viewMode: .sourceAccurate) {
      if isIntroduced { declared[token.text] = declared[token.text] ?? 0 }
      isIntroduced = Self.introducers.contains(token.text)
    }
  }

  private static let introducers: Set = [
    "let", "var", "func", "struct", "class", "enum", "actor", "protocol", "typealias", "operator",
  ]

  private mutating func add(_ code: CodeItem, _ number: Int) {
    let item = code.node
    let uses = UseCollector(viewMode: .sourceAccurate)
    uses.walk(item)
    let names = Set(code.mentioned.map(\.name))
    for name in code.declared { declared[name.name] = declared[name.name] ?? number }
    for name in names { mentioned[name] = mentioned[name] ?? number }
    if let conditional = IfDeclarations.names(in: item) {
      for name in conditional { declared[name] = declared[name] ?? number }
    }
    classes.formUnion(uses.classes)
    switch code.role {
    case .type, .function:
      for name in code.declared {
        let earlier = bodies[name.name] ?? ([], [])
        bodies[name.name] = (
          earlier.mentioned.union(names), earlier.changed.union(uses.changed)
        )
      }
    case .fileLevel:
      added.formUnion(uses.members)
      added.formUnion(code.declared.map(\.name))
    case .variables, .shown, .statement:
      mentionedRunning.formUnion(names)
      changed.formUnion(uses.changed)
      guard case .decl(let declaration) = item.item,
        let variable = declaration.as(VariableDeclSyntax.self)
      else { return }
      let isConstant = variable.bindingSpecifier.text == "let"
      for name in code.declared {
        constants[name.name] = names
        if !isConstant { variables.insert(name.name) }
      }
    }
  }
}

/// The names that the clauses of an `#if` declare.
private enum IfDeclarations {
  static func names(in item: CodeBlockItemSyntax) -> [String]? {
    guard case .decl(let declaration) = item.item,
      let config = declaration.as(IfConfigDeclSyntax.self)
    else { return nil }
    return config.clauses.flatMap { clause -> [String] in
      guard case .statements(let items)? = clause.elements else { return [] }
      return items.flatMap { item in
        (names(in: item) ?? []) + CodeItem(item).declared.map(\.name)
      }
    }
  }
}
