import SwiftSyntax

/// What a name stands for where some code binds it.
enum CodeBinding: Sendable, Equatable {
  /// A variable or a parameter, with its type where that is written down.
  case variable(TypeSyntax?)
  /// A variable or a parameter that holds a function.
  case closure
  case function
  case type
  /// A generic parameter.
  case typeParameter

  init(_ type: TypeSyntax?) {
    self = type?.isFunction ?? false ? .closure : .variable(type)
  }

  init(_ node: PatternBindingSyntax) {
    let isClosure = node.initializer?.value.is(ClosureExprSyntax.self) ?? false
    self = isClosure ? .closure : CodeBinding(node.typeAnnotation?.type)
  }

  /// Whether a value that the name stands for tells what a generic parameter is.
  func tells(_ parameter: String) -> Bool {
    guard case .variable(let type?) = self else { return false }
    return TypeNames(type).names.contains(parameter)
  }
}

extension TypeSyntax {
  fileprivate var isFunction: Bool {
    switch self.as(TypeSyntaxEnum.self) {
    case .functionType: true
    case .attributedType(let type): type.baseType.isFunction
    case .optionalType(let type): type.wrappedType.isFunction
    case .implicitlyUnwrappedOptionalType(let type): type.wrappedType.isFunction
    case .tupleType(let tuple):
      tuple.elements.count == 1 && tuple.elements.allSatisfy(\.type.isFunction)
    default: false
    }
  }
}

/// The names of which a type is composed, without those that it only has a member of: `T.Element` may be
/// the same for many a `T`.
private final class TypeNames: SyntaxVisitor {
  private(set) var names: Set<String> = []

  init(_ type: TypeSyntax) {
    super.init(viewMode: .sourceAccurate)
    walk(type)
  }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    names.insert(node.name.identifier?.name ?? node.name.text)
    return .visitChildren
  }

  override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
