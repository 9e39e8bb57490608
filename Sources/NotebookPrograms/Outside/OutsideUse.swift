import SwiftSyntax

/// What some code uses of the world outside of its program, as far as its words tell.
struct OutsideUse: Sendable {
  /// The names that are no members of something.
  fileprivate(set) var names: Set<String> = []
  /// The names that it binds itself.
  fileprivate(set) var bound: Set<String> = []
  /// The names of members.
  fileprivate(set) var members: Set<String> = []
  /// The modules that it imports, under conditions too.
  fileprivate(set) var imports: Set<String> = []
  /// The words before the arguments of initializers.
  fileprivate(set) var labels: Set<String> = []
  /// Whether it declares what is defined elsewhere, such as a function of C.
  fileprivate(set) var hasForeignNames = false

  /// - Parameters:
  ///   - node: the code.
  ///   - isSkipped: tells the closures and arguments that are left out.
  init(_ node: some SyntaxProtocol, without isSkipped: @escaping (Syntax) -> Bool = { _ in false })
  {
    let reader = OutsideUseReader(isSkipped)
    reader.walk(node)
    self = reader.use
  }

  fileprivate init() {}
}

private final class OutsideUseReader: SyntaxVisitor {
  var use = OutsideUse()
  private let isSkipped: (Syntax) -> Bool

  init(_ isSkipped: @escaping (Syntax) -> Bool) {
    self.isSkipped = isSkipped
    super.init(viewMode: .sourceAccurate)
  }

  private func bind(_ token: TokenSyntax) { use.bound.insert(token.identifier?.name ?? token.text) }

  private func next(_ node: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
    isSkipped(Syntax(node)) ? .skipChildren : .visitChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { next(node) }

  override func visit(_ node: LabeledExprSyntax) -> SyntaxVisitorContinueKind { next(node) }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    guard !isSkipped(Syntax(node)) else { return .skipChildren }
    // An initializer may be called by another name: 'let read = String.init(contentsOfFile:)'.
    use.labels.formUnion(node.argumentNames?.arguments.map(\.name.text) ?? [])
    let name = node.baseName.identifier?.name ?? node.baseName.text
    guard let first = name.first, first.isLetter || first == "_" else { return .visitChildren }
    let member = node.parent?.as(MemberAccessExprSyntax.self)
    let isMember = member?.declName.id == node.id
    if isMember || node.parent?.is(KeyPathPropertyComponentSyntax.self) ?? false {
      use.members.insert(name)
    } else {
      use.names.insert(name)
    }
    return .visitChildren
  }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    let name = node.name.identifier?.name ?? node.name.text
    // An attribute of the language, such as '@escaping', is no name.
    let isWord = node.parent?.is(AttributeSyntax.self) ?? false && name.first?.isLowercase ?? false
    if !isWord { use.names.insert(name) }
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    // 'append(contentsOf:)' takes what is there already; 'String(contentsOf:)' does not.
    let callee = node.calledExpression
    let name =
      callee.as(DeclReferenceExprSyntax.self)?.baseName.text
      ?? callee.as(MemberAccessExprSyntax.self)?.declName.baseName.text ?? ""
    if name == "init" || name.first?.isUppercase ?? false {
      use.labels.formUnion(node.arguments.compactMap(\.label?.text))
    }
    return .visitChildren
  }

  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
    if let module = node.path.first?.name.text { use.imports.insert(module) }
    return .skipChildren
  }

  override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind {
    if Self.foreign.contains(node.attributeName.trimmedDescription) { use.hasForeignNames = true }
    return .visitChildren
  }

  private static let foreign: Set = ["_cdecl", "_extern", "_silgen_name", "c", "extern"]

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    let condition = node.parent?.as(OptionalBindingConditionSyntax.self)
    if let condition, condition.initializer == nil { use.names.insert(node.identifier.text) }
    bind(node.identifier)
    return .visitChildren
  }

  override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
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

  override func visit(_ node: AssociatedTypeDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: EnumCaseElementSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }
}
