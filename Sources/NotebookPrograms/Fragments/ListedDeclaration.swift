import SwiftSyntax

/// One declaration of a listing, as code that fails where there is no such declaration.
///
/// In the code `#` stands for the declaration's number.
struct ListedDeclaration {
  /// A line of code, and what of the listing it is about.
  struct Line {
    var text: String
    var range: Range<Int>?
    /// Where its type stands.
    var type: Range<Int>?
  }

  /// What opens the scope of the declaration, an extension of its type or nothing, and what closes it.
  var opening = ""
  var closing = ""
  /// Where the name of its type stands.
  var typeName: Range<Int>?
  /// The parts of the listing that hold its types, each behind words that make it a declaration.
  var types: [(words: String, range: Range<Int>)] = []
  /// Code that refers to its name.
  var naming: [Line] = []
  /// Code that calls it by its labels with values of its types.
  var calling: [Line] = []
  /// Code that holds its type against the listed one, where that can be written.
  var typing: [Line] = []

  /// The declarations of a listing in order, with those in types. Where members stand without their type, others
  /// may be members too, so that only types are looked at.
  static func all(in tree: SourceFileSyntax) -> [ListedDeclaration] {
    let declarations = tree.statements.compactMap { item -> DeclSyntax? in
      if case .decl(let declaration) = item.item { declaration } else { nil }
    }
    let lacksType = declarations.contains(where: \.isMember)
    return declarations.flatMap { declaration -> [ListedDeclaration] in
      let isType = declaration.asProtocol((any DeclGroupSyntax).self) != nil
      return lacksType && !isType ? [] : all(in: declaration, Scope())
    }
  }

  /// The type around declarations.
  struct Scope {
    /// Its name, with those of the types around it.
    var path: String?
    /// What must hold of its parameters.
    var condition = ""
    var name: Range<Int>?
  }

  /// - Parameter scope: what it stands in.
  init(in scope: Scope) {
    guard let path = scope.path else { return }
    opening = "extension \(path) \(scope.condition) {"
    closing = "}"
    typeName = scope.name
  }

  private static func all(in declaration: DeclSyntax, _ scope: Scope) -> [ListedDeclaration] {
    if let function = declaration.as(FunctionDeclSyntax.self) {
      return function.body == nil ? [ListedDeclaration(function, in: scope)] : []
    }
    if let initializer = declaration.as(InitializerDeclSyntax.self) {
      return initializer.body == nil && scope.path != nil
        ? [ListedDeclaration(initializer, in: scope)] : []
    }
    if let index = declaration.as(SubscriptDeclSyntax.self) {
      return scope.path == nil ? [] : [ListedDeclaration(index, in: scope)]
    }
    if let variable = declaration.as(VariableDeclSyntax.self) {
      return variable.bindings.compactMap {
        ListedDeclaration($0, of: variable, in: scope)
      }
    }
    if let cases = declaration.as(EnumCaseDeclSyntax.self) {
      return cases.elements.map { ListedDeclaration($0, in: scope) }
    }
    return types(in: declaration, scope)
  }

  private static func types(in declaration: DeclSyntax, _ scope: Scope) -> [ListedDeclaration] {
    if let added = declaration.as(ExtensionDeclSyntax.self) {
      let inner = Scope(
        path: added.extendedType.flat,
        condition: added.genericWhereClause?.flat ?? "",
        name: Syntax(added.extendedType).textRange
      )
      return members(of: added.memberBlock, inner)
    }
    guard let named = declaration.asProtocol((any NamedDeclSyntax).self),
      [
        .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl, .typeAliasDecl,
      ]
      .contains(declaration.kind)
    else { return [] }
    let range = Syntax(named.name).textRange
    let path = (scope.path.map { $0 + "." } ?? "") + named.name.text
    var own = ListedDeclaration(in: Scope())
    own.naming = [Line(text: "typealias __n# ="), Line(text: " " + path, range: range)]
    guard let type = declaration.asProtocol((any DeclGroupSyntax).self) else { return [own] }
    for (number, inherited) in (type.inheritanceClause?.inheritedTypes ?? []).enumerated() {
      own.types.append(("typealias __t#_\(number) =", Syntax(inherited.type).textRange))
    }
    // What a protocol asks for, nobody can call without knowing who gives it.
    if declaration.is(ProtocolDeclSyntax.self) { return [own] }
    return [own] + members(of: type.memberBlock, Scope(path: path, name: range))
  }

  private static func members(
    of block: MemberBlockSyntax,
    _ scope: Scope
  ) -> [ListedDeclaration] {
    block.members.flatMap { all(in: $0.decl, scope) }
  }
}
