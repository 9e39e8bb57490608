import SwiftParser
import SwiftSyntax

/// A comment's text that can be nothing but a value: `3`, `[1, 2]`, `"text"`, `nil`, `.north`,
/// `Point(x: 1)`. Words are prose, also where Swift could read them.
enum BareValue {
  static func isOne(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    let tree = Parser.parse(source: text)
    guard !tree.hasError, tree.statements.count == 1,
      case .expr(let expression)? = tree.statements.first?.item
    else { return false }
    return expression.isValue
  }
}

extension ExprSyntax {
  fileprivate var isValue: Bool {
    switch kind {
    case .integerLiteralExpr, .floatLiteralExpr, .booleanLiteralExpr, .nilLiteralExpr: return true
    case .stringLiteralExpr:
      return self.as(StringLiteralExprSyntax.self)?.representedLiteralValue != nil
    case .prefixOperatorExpr:
      let prefix = self.as(PrefixOperatorExprSyntax.self)
      return prefix?.operator.text == "-" && prefix?.expression.isValue == true
    case .arrayExpr:
      return self.as(ArrayExprSyntax.self)?.elements.allSatisfy(\.expression.isValue) ?? false
    case .dictionaryExpr:
      guard case .elements(let elements)? = self.as(DictionaryExprSyntax.self)?.content else {
        return true
      }
      return elements.allSatisfy { $0.key.isValue && $0.value.isValue }
    case .tupleExpr:
      return self.as(TupleExprSyntax.self)?.elements.allSatisfy(\.expression.isValue) ?? false
    case .memberAccessExpr: return isCase
    case .functionCallExpr:
      guard let call = self.as(FunctionCallExprSyntax.self), call.trailingClosure == nil else {
        return false
      }
      return call.calledExpression.isType && call.arguments.allSatisfy(\.expression.isValue)
    default: return false
    }
  }

  /// Whether it is a case, of a type that may be left out.
  private var isCase: Bool {
    guard let member = self.as(MemberAccessExprSyntax.self) else { return false }
    return member.base?.isType ?? true
  }

  /// Whether it is a type's name, or a case that takes values.
  private var isType: Bool {
    if let name = self.as(DeclReferenceExprSyntax.self)?.baseName.text {
      return name.first?.isUppercase == true
    }
    return self.as(GenericSpecializationExprSyntax.self)?.expression.isType ?? isCase
  }
}
