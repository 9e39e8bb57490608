import SwiftSyntax

extension CodeItem {
  init(_ node: CodeBlockItemSyntax) {
    self.node = node
    let content = Syntax(node.item)
    let names = NameCollector(content)
    range = content.textRange
    mentioned = names.mentioned
    textBlocks = names.textBlocks
    attempt = names.attempt
    bound = names.bound
    declared = []
    accessModifiers = []
    runs = true
    fitsBlock = false
    fitsLibrary = false
    switch node.item {
    case .decl(let declaration):
      (role, runs) = Self.role(of: declaration)
      declared = DeclaredName.all(in: declaration)
      accessModifiers = Self.accessModifiers(of: declaration)
      module = declaration.as(ImportDeclSyntax.self)?.path.first?.name.text
      extendedType = declaration.as(ExtensionDeclSyntax.self)?.extendedType.trimmedDescription
    case .stmt(let statement):
      role = .statement
      fitsBlock = ![.guardStmt, .deferStmt].contains(statement.kind)
      if let guarded = statement.as(GuardStmtSyntax.self) {
        declared = guarded.conditions.flatMap { DeclaredName.variables(in: Syntax($0.condition)) }
      }
    case .expr(let expression):
      role = expression.hasShownValue ? .shown : .statement
      // A macro may declare something.
      fitsBlock = role == .shown || expression.kind != .macroExpansionExpr
    }
    fitsLibrary = !names.dependsOnFunction && (fitsBlock || getsValueWhenAsked)
  }

  /// Whether it calls a macro, which may give a value or declare something: only the macro knows.
  var callsMacro: Bool {
    switch node.item {
    case .decl(let declaration): declaration.is(MacroExpansionDeclSyntax.self)
    case .expr(let expression): expression.is(MacroExpansionExprSyntax.self)
    case .stmt: false
    }
  }

  /// Takes a call of a macro for an expression, as its author does who says what comes of it.
  mutating func showValue() {
    role = .shown
    runs = true
    fitsBlock = true
  }

  private static func accessModifiers(of declaration: DeclSyntax) -> [Range<Int>] {
    let modifiers = declaration.asProtocol((any WithModifiersSyntax).self)?.modifiers
    // `filter` would give modifiers again, in a copy of the whole tree.
    return modifiers?.compactMap { modifier in
      accessLevels.contains(modifier.name.text) ? Syntax(modifier).textRange : nil
    } ?? []
  }

  private static let accessLevels: Set = [
    "open", "public", "package", "internal", "fileprivate", "private",
  ]

  private static func role(of declaration: DeclSyntax) -> (Role, runs: Bool) {
    switch declaration.kind {
    case .importDecl, .extensionDecl, .operatorDecl, .precedenceGroupDecl, .macroDecl:
      return (.fileLevel, false)
    case .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl, .typeAliasDecl:
      return (.type, false)
    case .functionDecl:
      let name = declaration.as(FunctionDeclSyntax.self)?.name
      // An operator function, too, is refused anywhere but at the file's level.
      if case .binaryOperator = name?.tokenKind { return (.fileLevel, false) }
      if case .prefixOperator = name?.tokenKind { return (.fileLevel, false) }
      if case .postfixOperator = name?.tokenKind { return (.fileLevel, false) }
      return (.function, false)
    case .variableDecl:
      return (.variables, true)
    case .ifConfigDecl, .macroExpansionDecl:
      return (.statement, false)
    default:
      return (.statement, false)
    }
  }

  /// Whether all that a declaration does is to give values to variables, so that asking for these does it.
  private var getsValueWhenAsked: Bool {
    if let variables = node.item.as(VariableDeclSyntax.self) {
      return variables.attributes.isEmpty
        && !variables.modifiers.contains { $0.name.tokenKind == .keyword(.lazy) }
        && variables.bindings.allSatisfy {
          !DeclaredName.variables(in: Syntax($0.pattern)).isEmpty
        }
    }
    // What a condition or a macro declares cannot be asked for in its turn.
    if let condition = node.item.as(IfConfigDeclSyntax.self) {
      return condition.clauses.allSatisfy { clause in
        guard case .statements(let items)? = clause.elements else { return true }
        return items.map(CodeItem.init).allSatisfy { $0.fitsLibrary && $0.role != .variables }
      }
    }
    return role != .statement
  }
}

extension ExprSyntax {
  /// Whether it is an expression that yields something, not an assignment or a control statement.
  var hasShownValue: Bool {
    switch kind {
    case .ifExpr, .switchExpr, .assignmentExpr: return false
    default: break
    }
    if let macro = self.as(MacroExpansionExprSyntax.self) {
      return Self.valueMacros.contains(macro.macroName.text)
    }
    if let marked = self.as(TryExprSyntax.self) { return marked.expression.hasShownValue }
    if let marked = self.as(AwaitExprSyntax.self) { return marked.expression.hasShownValue }
    guard let sequence = self.as(SequenceExprSyntax.self) else { return true }
    return !sequence.elements.contains { $0.isAssignment }
  }

  var isAssignment: Bool {
    if self.is(AssignmentExprSyntax.self) { return true }
    guard let text = self.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return text.hasSuffix("=") && !Self.comparisons.contains(text)
  }

  private static let comparisons: Set = ["==", "!=", "<=", ">=", "===", "!==", "~="]
  private static let valueMacros: Set = [
    "file", "fileID", "filePath", "line", "column", "function", "dsohandle",
  ]
}

extension Syntax {
  /// The bytes without the white space and comments around.
  var textRange: Range<Int> {
    let start = positionAfterSkippingLeadingTrivia.utf8Offset
    return start..<max(start, endPositionBeforeTrailingTrivia.utf8Offset)
  }
}
