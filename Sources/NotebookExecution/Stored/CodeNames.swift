import SwiftSyntax

/// All names in some code that may mean something outside of it, and those that it binds.
///
/// Unlike ``NameCollector`` it takes no name for a local one: a name too many makes a value be computed
/// once more, and one too few would give an old value.
final class CodeNames: SyntaxVisitor {
  /// The names that are no members of something, with the place where each first stands.
  private(set) var used: [String: Int] = [:]
  /// The names that are bound inside: parameters, variables, functions and types.
  private(set) var bound: Set<String> = []
  /// What is assigned to, or passed to be changed, with the place.
  private(set) var changed: [String: Int] = [:]
  /// Whether an operator function is declared, which is found without a mention of its type.
  private(set) var hasOperators = false
  /// Whether a type in it has a variable of its own, rather than of its values.
  private(set) var hasStaticVariables = false
  private let isSkipped: (Syntax) -> Bool

  /// - Parameter isSkipped: tells the parts that are left out.
  init(_ node: Syntax, without isSkipped: @escaping (Syntax) -> Bool = { _ in false }) {
    self.isSkipped = isSkipped
    super.init(viewMode: .sourceAccurate)
    walk(node)
  }

  private func use(_ token: TokenSyntax) {
    let name = token.identifier?.name ?? token.text
    let place = token.positionAfterSkippingLeadingTrivia.utf8Offset
    used[name] = used[name] ?? place
    // A property wrapper's own value.
    if let first = name.first, first == "$" || first == "_" {
      let wrapped = String(name.dropFirst())
      if !wrapped.isEmpty { used[wrapped] = used[wrapped] ?? place }
    }
  }

  private func bind(_ token: TokenSyntax) { bound.insert(token.identifier?.name ?? token.text) }

  private func declare(_ node: some NamedDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  private func change(_ node: some ExprSyntaxProtocol) {
    for token in node.changedNames {
      let name = token.identifier?.name ?? token.text
      changed[name] = changed[name] ?? token.positionAfterSkippingLeadingTrivia.utf8Offset
    }
  }

  private func next(_ node: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
    isSkipped(Syntax(node)) ? .skipChildren : .visitChildren
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    guard !isSkipped(Syntax(node)) else { return .skipChildren }
    let member = node.parent?.as(MemberAccessExprSyntax.self)
    let isKeyPath = node.parent?.is(KeyPathPropertyComponentSyntax.self) ?? false
    if member?.declName.id != node.id, !isKeyPath { use(node.baseName) }
    return .visitChildren
  }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    use(node.name)
    return .visitChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { next(node) }

  override func visit(_ node: LabeledExprSyntax) -> SyntaxVisitorContinueKind { next(node) }

  override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
    if node.initializer == nil { use(node.name) } else { bind(node.name) }
    return .visitChildren
  }

  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    // `if let x` reads another `x`.
    if node.initializer == nil, let name = node.pattern.as(IdentifierPatternSyntax.self) {
      use(name.identifier)
    }
    return .visitChildren
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    bind(node.identifier)
    return .visitChildren
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    bind(node.secondName ?? node.firstName)
    return .visitChildren
  }

  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    bind(node.secondName ?? node.firstName)
    return .visitChildren
  }

  override func visit(_ node: GenericParameterSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    switch node.name.tokenKind {
    case .binaryOperator, .prefixOperator, .postfixOperator: hasOperators = true
    default: break
    }
    return declare(node)
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { declare(node) }

  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { declare(node) }

  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { declare(node) }

  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { declare(node) }

  override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind { declare(node) }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    let isStatic = node.modifiers.contains {
      [.keyword(.static), .keyword(.class)].contains($0.name.tokenKind)
    }
    let isStored = node.bindings.contains { !($0.accessorBlock?.isComputed ?? false) }
    if isStatic, isStored, !node.isConstant { hasStaticVariables = true }
    return .visitChildren
  }

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    for (left, operation) in zip(node.elements, node.elements.dropFirst())
    where operation.isAssignment {
      change(left)
    }
    return .visitChildren
  }

  override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
    change(node.expression)
    return .visitChildren
  }
}

extension ExprSyntaxProtocol {
  /// The variables that an assignment to this expression changes.
  fileprivate var changedNames: [TokenSyntax] {
    switch ExprSyntax(self).as(ExprSyntaxEnum.self) {
    case .declReferenceExpr(let name): [name.baseName]
    case .memberAccessExpr(let member): member.base?.changedNames ?? []
    case .subscriptCallExpr(let call): call.calledExpression.changedNames
    case .optionalChainingExpr(let chain): chain.expression.changedNames
    case .forceUnwrapExpr(let forced): forced.expression.changedNames
    case .tupleExpr(let tuple): tuple.elements.flatMap(\.expression.changedNames)
    default: []
    }
  }
}
