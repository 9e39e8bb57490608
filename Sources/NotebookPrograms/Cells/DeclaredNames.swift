import SwiftSyntax

extension DeclaredName {
  /// What a declaration declares for the code after it.
  static func all(in declaration: DeclSyntax) -> [DeclaredName] {
    if let variables = declaration.as(VariableDeclSyntax.self) {
      return variables.bindings.flatMap { binding in
        Self.variables(in: Syntax(binding.pattern)).map { name in
          var name = name
          name.isComputed = binding.accessorBlock?.isComputed ?? false
          return name
        }
      }
    }
    if let function = declaration.as(FunctionDeclSyntax.self) {
      let parameters = function.signature.parameterClause.parameters.map {
        "\($0.firstName.text):\($0.type.trimmedDescription)"
      }
      let result = function.signature.returnClause?.type.trimmedDescription ?? ""
      let signature = parameters.joined(separator: ",") + "->" + result
      return [DeclaredName(function.name, .function(signature: signature))]
    }
    return typeName(of: declaration).map { [DeclaredName($0, .type)] } ?? []
  }

  private static func typeName(of declaration: DeclSyntax) -> TokenSyntax? {
    switch declaration.as(DeclSyntaxEnum.self) {
    case .structDecl(let type): type.name
    case .classDecl(let type): type.name
    case .enumDecl(let type): type.name
    case .actorDecl(let type): type.name
    case .protocolDecl(let type): type.name
    case .typeAliasDecl(let type): type.name
    default: nil
    }
  }

  /// The variables that a pattern or a condition binds.
  static func variables(in node: Syntax) -> [DeclaredName] {
    let collector = PatternNames(viewMode: .sourceAccurate)
    collector.walk(node)
    return collector.names
  }

  init(_ token: TokenSyntax, _ kind: Kind) {
    self.init(
      name: token.identifier?.name ?? token.text,
      kind: kind,
      offset: token.positionAfterSkippingLeadingTrivia.utf8Offset
    )
  }
}

extension AccessorBlockSyntax {
  /// Whether there is a getter, so that nothing is stored.
  var isComputed: Bool {
    switch accessors {
    case .getter: true
    case .accessors(let list):
      list.contains { $0.accessorSpecifier.tokenKind == .keyword(.get) }
    }
  }
}

private final class PatternNames: SyntaxVisitor {
  var names: [DeclaredName] = []

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    names.append(DeclaredName(node.identifier, .variable))
    return .skipChildren
  }

  // What a closure in an initial value binds is its own.
  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
