/// A piece of the code that a stored value depends on, by what its author would call it.
package enum CodePart: Hashable, Sendable {
  /// What the call itself computes.
  case call
  /// A module that is imported.
  case importing(String)
  /// An extension of a type.
  case extending(String)
  /// A declaration, by the names that it declares.
  case declaring(String)
  /// Declarations that may count for any code.
  case ambient
  /// The statements that ran before.
  case statements
}

extension CodeUnit {
  /// What it is called among the code that something depends on.
  var part: CodePart {
    if let module = item.module { return .importing(module) }
    if let type = item.extendedType { return .extending(type) }
    if isAmbient { return .ambient }
    if item.runs, !isConstant { return .statements }
    return .declaring(item.declared.map(\.name).joined(separator: ", "))
  }
}
