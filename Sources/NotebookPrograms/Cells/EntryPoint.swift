import SwiftSyntax

/// A type that is marked `@main`: an entry to a program of its own, which a notebook calls where it
/// promises what comes of it.
struct EntryPoint: Sendable {
  /// The type, with the types around it, such as `Tool.Run`.
  var type: String
  /// Where the attribute stands in the piece's code.
  var attribute: Range<Int>
  /// Where the type's name stands.
  var name: Range<Int>
  /// The end of the item in which it stands.
  var itemEnd: Int
  var isAsync: Bool
  /// The conditions of the `#if` around it, from the outside, each as its lines before and after.
  var conditions: [(opening: String, closing: String)]

  /// The call of its `main`.
  var call: String { "try \(isAsync ? "await " : "")\(type).main()" }

  /// The entry points among the statements of a piece, in order.
  static func all(in tree: SourceFileSyntax) -> [EntryPoint] {
    tree.statements.flatMap { item in
      let finder = EntryPointFinder(viewMode: .sourceAccurate)
      finder.walk(item)
      let end = Syntax(item.item).textRange.upperBound
      return finder.found.map { point in
        var point = point
        point.itemEnd = end
        return point
      }
    }
  }
}

private final class EntryPointFinder: SyntaxVisitor {
  private(set) var found: [EntryPoint] = []
  private var types: [String] = []
  private var conditions: [(opening: String, closing: String)] = []

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node, node.name)
  }
  override func visitPost(_ node: StructDeclSyntax) { types.removeLast() }

  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node, node.name)
  }
  override func visitPost(_ node: ClassDeclSyntax) { types.removeLast() }

  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node, node.name)
  }
  override func visitPost(_ node: EnumDeclSyntax) { types.removeLast() }

  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node, node.name)
  }
  override func visitPost(_ node: ActorDeclSyntax) { types.removeLast() }

  // What stands in a function is nobody's entry.
  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visit(_ node: IfConfigClauseSyntax) -> SyntaxVisitorContinueKind {
    // What an earlier clause says decides about this one, too.
    let before = node.parent?.as(IfConfigClauseListSyntax.self)?
      .prefix { $0.id != node.id }
      .map { "\($0.poundKeyword.text) \($0.condition?.trimmedDescription ?? "")\n" }
    let own = "\(node.poundKeyword.text) \(node.condition?.trimmedDescription ?? "")\n"
    conditions.append(((before ?? []).joined() + own, "\n#endif"))
    return .visitChildren
  }
  override func visitPost(_ node: IfConfigClauseSyntax) { conditions.removeLast() }

  private func enter(
    _ node: some DeclGroupSyntax,
    _ name: TokenSyntax
  ) -> SyntaxVisitorContinueKind {
    types.append(name.text)
    let mark = node.attributes.lazy.compactMap { $0.as(AttributeSyntax.self) }
      .first { $0.attributeName.trimmedDescription == "main" }
    if let mark {
      found.append(
        EntryPoint(
          type: types.joined(separator: "."),
          attribute: Syntax(mark).textRange,
          name: Syntax(name).textRange,
          itemEnd: 0,
          isAsync: Self.isAsync(node),
          conditions: conditions
        )
      )
    }
    return .visitChildren
  }

  /// Whether its `main` has to be waited for: as it is written, or as a protocol has it whose name says
  /// so, such as `AsyncParsableCommand`.
  private static func isAsync(_ node: some DeclGroupSyntax) -> Bool {
    for member in node.memberBlock.members {
      guard let function = member.decl.as(FunctionDeclSyntax.self), function.name.text == "main"
      else { continue }
      return function.signature.effectSpecifiers?.asyncSpecifier != nil
    }
    return node.inheritanceClause?.inheritedTypes.contains {
      $0.type.trimmedDescription.contains("Async")
    } ?? false
  }
}
