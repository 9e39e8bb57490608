import SwiftSyntax

/// The names in code that are those of documented declarations: types, functions, and what stands behind a type and
/// a full stop. What other members are, only a compiler knows.
struct LinkedNames {
  /// The addresses, by the offsets of names.
  private(set) var addresses: [Int: String] = [:]

  /// - Parameters:
  ///   - tree: the code.
  ///   - links: where declarations are documented.
  ///   - shadowed: names that code around it declares itself.
  init(in tree: SourceFileSyntax, _ links: DeclarationLinks, besides shadowed: Set<String>) {
    let finder = NameFinder(viewMode: .sourceAccurate)
    finder.walk(tree)
    for use in finder.uses where !shadowed.contains(use.root) {
      if let address = links[use.name] { addresses[use.offset] = address }
    }
  }

  /// The names that code declares.
  static func declared(in tree: SourceFileSyntax) -> Set<String> {
    let finder = NameFinder(viewMode: .sourceAccurate)
    finder.walk(tree)
    return finder.declared
  }

  /// The modules that code imports.
  static func imports(in tree: SourceFileSyntax) -> Set<String> {
    let finder = NameFinder(viewMode: .sourceAccurate)
    finder.walk(tree)
    return finder.imports
  }
}

private final class NameFinder: SyntaxVisitor {
  /// A name that is used.
  struct Use {
    /// With the type before it, if one stands there.
    var name: String
    /// The first word of that.
    var root: String
    var offset: Int
  }

  private(set) var uses: [Use] = []
  private(set) var declared: Set<String> = []
  private(set) var imports: Set<String> = []

  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
    if let module = node.path.first(where: { _ in true }) { imports.insert(module.name.text) }
    return .skipChildren
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    let name = node.baseName.text
    if let member = node.parent?.as(MemberAccessExprSyntax.self), member.declName.id == node.id {
      guard let type = member.base?.as(DeclReferenceExprSyntax.self)?.baseName.text else {
        return .visitChildren
      }
      add("\(type).\(name)", type, node.baseName)
    } else {
      add(name, name, node.baseName)
    }
    return .visitChildren
  }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    add(node.name.text, node.name.text, node.name)
    return .visitChildren
  }

  private func add(_ name: String, _ root: String, _ token: TokenSyntax) {
    guard case .identifier = token.tokenKind else { return }
    let offset = token.positionAfterSkippingLeadingTrivia.utf8Offset
    uses.append(Use(name: name, root: root, offset: offset))
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    guard case .identifier = token.tokenKind, let parent = token.parent else {
      return .visitChildren
    }
    let declares =
      parent.is(IdentifierPatternSyntax.self) || parent.is(FunctionParameterSyntax.self)
      || parent.is(ClosureParameterSyntax.self) || parent.is(ClosureShorthandParameterSyntax.self)
      || parent.is(GenericParameterSyntax.self)
      || (parent.asProtocol((any NamedDeclSyntax).self)?.name.id == token.id)
    if declares { declared.insert(token.text) }
    return .visitChildren
  }
}
