import SwiftSyntax

/// All names in some code that may mean something outside of it, and those that it binds.
///
/// Unlike ``NameCollector`` it takes no name for a local one: a name too many makes a value be computed
/// once more, and one too few would give an old value.
final class CodeNames: SyntaxVisitor {
  /// The names that are no members of something, with the place where each first stands.
  private(set) var used: [String: Int] = [:]
  /// The names that are bound inside, each with all that it stands for.
  private(set) var bindings: [String: [CodeBinding]] = [:]
  /// What is assigned to, or passed to be changed, with the place.
  private(set) var changed: [String: Int] = [:]
  /// What it says about types: which it declares, and of which others it takes values.
  private(set) var types = CodeTypes()
  /// Whether an operator function is declared, which is found without a mention of its type.
  private(set) var hasOperators = false
  /// Whether a type in it has a variable of its own, rather than of its values.
  private(set) var hasStaticVariables = false
  private let isSkipped: (Syntax) -> Bool
  /// Whether the names tell what a type is, rather than what values there are.
  private var isInHeading = false

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
    if ConcurrencyWords.contain(token) { used[ConcurrencyWords.name] = place }
    if isInHeading { types.parents.insert(name) } else { types.mentioned.insert(name) }
    // A property wrapper's own value.
    if let first = name.first, first == "$" || first == "_" {
      let wrapped = String(name.dropFirst())
      if !wrapped.isEmpty { used[wrapped] = used[wrapped] ?? place }
    }
  }

  /// The names that are bound inside: parameters, variables, functions and types.
  var bound: Set<String> { Set(bindings.keys) }

  private func bind(_ token: TokenSyntax, _ binding: CodeBinding = .variable(nil)) {
    bindings[token.identifier?.name ?? token.text, default: []].append(binding)
  }

  private func declareType(
    _ node: some NamedDeclSyntax,
    isOpen: Bool = false
  ) -> SyntaxVisitorContinueKind {
    let name = node.name.identifier?.name ?? node.name.text
    types.declared.insert(name)
    if isOpen { types.general.insert(name) }
    bind(node.name, .type)
    return .visitChildren
  }

  /// Visits what says of a type which others it belongs to.
  private func walkHeading(_ nodes: (any SyntaxProtocol)?...) {
    isInHeading = true
    for node in nodes { node.map { walk($0) } }
    isInHeading = false
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
    if ["Any", "AnyObject"].contains(node.name.text) { types.constraints.insert([]) }
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
    bind(
      node.identifier,
      node.parent?.as(PatternBindingSyntax.self).map { CodeBinding($0) } ?? .variable(nil)
    )
    return .visitChildren
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    // A parameter that takes any number of values may take none, which tell nothing.
    let type = node.ellipsis == nil ? node.type : nil
    bind(node.secondName ?? node.firstName, CodeBinding(type))
    return .visitChildren
  }

  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    bind(node.secondName ?? node.firstName, CodeBinding(node.type))
    return .visitChildren
  }

  override func visit(_ node: GenericParameterSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name, .typeParameter)
    types.constraints.insert(
      node.inheritedType.map { Set(CodeNames(Syntax($0)).used.keys) } ?? []
    )
    return .visitChildren
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    switch node.name.tokenKind {
    case .binaryOperator, .prefixOperator, .postfixOperator: hasOperators = true
    default: break
    }
    bind(node.name, .function)
    return .visitChildren
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { declareType(node) }

  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    declareType(node, isOpen: true)
  }

  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
    declareType(node, isOpen: true)
  }

  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { declareType(node) }

  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { declareType(node) }

  override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
    // Who inherits another name of a type inherits the type.
    types.parents.formUnion(CodeNames(Syntax(node.initializer.value)).used.keys)
    return declareType(node)
  }

  override func visit(_ node: InheritanceClauseSyntax) -> SyntaxVisitorContinueKind {
    guard !isInHeading else { return .visitChildren }
    walkHeading(node.inheritedTypes)
    return .skipChildren
  }

  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    walkHeading(node.extendedType, node.inheritanceClause, node.genericWhereClause)
    walk(node.attributes)
    walk(node.memberBlock)
    return .skipChildren
  }

  override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind {
    if isInHeading { types.parents.insert(node.name.identifier?.name ?? node.name.text) }
    return .visitChildren
  }

  override func visit(_ node: SomeOrAnyTypeSyntax) -> SyntaxVisitorContinueKind {
    types.constraints.insert(Set(CodeNames(Syntax(node.constraint)).used.keys))
    return .visitChildren
  }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    let isStatic = node.modifiers.contains {
      [.keyword(.static), .keyword(.class)].contains($0.name.tokenKind)
    }
    let isStored = node.bindings.contains { !($0.accessorBlock?.isComputed ?? false) }
    if isStatic, isStored, !node.isConstant { hasStaticVariables = true }
    if node.modifiers.contains(where: { $0.name.tokenKind == .keyword(.async) }) {
      used[ConcurrencyWords.name] = node.positionAfterSkippingLeadingTrivia.utf8Offset
    }
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
