import SwiftSyntax

/// The variables that code may change, the members that an extension adds, and the classes.
final class UseCollector: SyntaxVisitor {
  private(set) var changed: Set<String> = []
  private(set) var members: Set<String> = []
  private(set) var classes: Set<String> = []

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    // What stands before an assignment, `a.b[c] = …`, or `(a, b) = …`.
    let elements = Array(node.elements)
    for index in elements.indices.dropFirst() where elements[index].isAssignment {
      change(elements[index - 1])
    }
    return .visitChildren
  }

  override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
    change(node.expression)
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    if let member = node.calledExpression.as(MemberAccessExprSyntax.self), let base = member.base,
      !Self.readers.contains(member.declName.baseName.text)
    {
      change(base)
    }
    return .visitChildren
  }

  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    classes.insert(node.name.text)
    return .visitChildren
  }

  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    classes.insert(node.name.text)
    return .visitChildren
  }

  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    for member in node.memberBlock.members {
      let declaration = member.decl
      if let function = declaration.as(FunctionDeclSyntax.self) {
        members.insert(function.name.text)
      }
      if declaration.is(SubscriptDeclSyntax.self) { members.insert("[") }
      if declaration.is(InitializerDeclSyntax.self) {
        members.insert(node.extendedType.trimmedDescription)
      }
      members.formUnion(DeclaredName.all(in: declaration).map(\.name))
    }
    return .visitChildren
  }

  private func change(_ expression: some ExprSyntaxProtocol) {
    let expression = ExprSyntax(expression)
    if let name = expression.as(DeclReferenceExprSyntax.self) {
      changed.insert(name.baseName.identifier?.name ?? name.baseName.text)
    } else if let member = expression.as(MemberAccessExprSyntax.self) {
      if let base = member.base { change(base) }
    } else if let element = expression.as(SubscriptCallExprSyntax.self) {
      change(element.calledExpression)
    } else if let optional = expression.as(OptionalChainingExprSyntax.self) {
      change(optional.expression)
    } else if let forced = expression.as(ForceUnwrapExprSyntax.self) {
      change(forced.expression)
    } else if let tuple = expression.as(TupleExprSyntax.self) {
      for element in tuple.elements { change(element.expression) }
    }
  }

  /// Methods of the standard library that change nothing.
  private static let readers: Set = [
    "map", "flatMap", "compactMap", "filter", "reduce", "sorted", "reversed", "shuffled",
    "enumerated",
    "contains", "first", "last", "firstIndex", "lastIndex", "min", "max", "prefix", "suffix",
    "dropFirst", "dropLast", "joined", "split", "allSatisfy", "forEach", "starts", "elementsEqual",
    "union", "intersection", "subtracting", "isSubset", "isSuperset", "mapValues", "hasPrefix",
    "hasSuffix", "lowercased", "uppercased", "replacing", "rounded", "squareRoot", "isMultiple",
    "distance", "index", "advanced", "description", "digits", "percent", "significant",
    "scientific",
    "grouped",
  ]
}
