import SwiftSyntax

/// The names that an item mentions, and the string literals of several lines in it.
final class NameCollector: SyntaxVisitor {
  private(set) var mentioned: [CodeItem.Mention] = []
  private(set) var textBlocks: [Range<Int>] = []
  /// The first `try` that is not inside a closure or a declaration.
  private(set) var attempt: Int?
  /// The names that are bound inside.
  private(set) var bound: Set<String> = []
  /// Whether it asks for the name of the function around it, or has a `return` that is not a function's.
  private(set) var dependsOnFunction = false
  private var closureDepth = 0

  init(_ node: Syntax) {
    super.init(viewMode: .sourceAccurate)
    walk(node)
    // A name that is bound anywhere inside is taken for that one everywhere: better to overlook a
    // use than to see one that is not there.
    if node.is(FunctionDeclSyntax.self) { mentioned.removeAll { bound.contains($0.name) } }
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    let member = node.parent?.as(MemberAccessExprSyntax.self)
    let isKeyPath = node.parent?.is(KeyPathPropertyComponentSyntax.self) ?? false
    if member?.declName.id != node.id, !isKeyPath { mention(node.baseName) }
    return .visitChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    closureDepth += 1
    return .visitChildren
  }

  override func visitPost(_ node: ClosureExprSyntax) {
    closureDepth -= 1
  }

  override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
    if !node.isInFunction { dependsOnFunction = true }
    return .visitChildren
  }

  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
    if ["function", "isolation"].contains(node.macroName.text) { dependsOnFunction = true }
    return .visitChildren
  }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    mention(node.name)
    return .visitChildren
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    bound.insert(node.identifier.text)
    return .visitChildren
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert((node.secondName ?? node.firstName).text)
    return .visitChildren
  }

  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert(node.name.text)
    return .visitChildren
  }

  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert((node.secondName ?? node.firstName).text)
    return .visitChildren
  }

  override func visit(_ node: GenericParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert(node.name.text)
    return .visitChildren
  }

  override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    if node.openingQuote.tokenKind == .multilineStringQuote {
      textBlocks.append(Syntax(node).textRange)
    }
    return .visitChildren
  }

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    attempt = attempt ?? node.tryKeyword.positionAfterSkippingLeadingTrivia.utf8Offset
    return .visitChildren
  }

  private func mention(_ token: TokenSyntax) {
    mentioned.append(
      CodeItem.Mention(
        name: token.identifier?.name ?? token.text,
        offset: token.positionAfterSkippingLeadingTrivia.utf8Offset,
        isInClosure: closureDepth > 0
      )
    )
  }
}

extension ReturnStmtSyntax {
  /// Whether there is something around it that it leaves.
  fileprivate var isInFunction: Bool {
    sequence(first: Syntax(self), next: \.parent).contains { node in
      switch node.kind {
      case .functionDecl, .initializerDecl, .deinitializerDecl, .accessorBlock, .closureExpr: true
      default: false
      }
    }
  }
}
