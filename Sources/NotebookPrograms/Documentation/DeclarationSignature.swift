import SwiftSyntax

/// A declaration as documentation shows it: its name, and its code without body, without what says who may use it,
/// and without parameters that callers never write, such as `line: UInt = #line`.
struct DeclarationSignature {
  /// The name that tells it from its neighbours, such as `identity(_:)`.
  let name: String
  /// The code, on one line where that is not long.
  let text: String
  /// Whether it holds others.
  var isType = false

  /// Those that a declaration declares: several of a variable or a case, none of what has no name of its own.
  static func all(of declaration: DeclSyntax) -> [DeclarationSignature] {
    if let function = declaration.as(FunctionDeclSyntax.self) { return [Self(function)] }
    if let initializer = declaration.as(InitializerDeclSyntax.self) { return [Self(initializer)] }
    if let index = declaration.as(SubscriptDeclSyntax.self) { return [Self(index)] }
    if let macro = declaration.as(MacroDeclSyntax.self) { return [Self(macro)] }
    if let alias = declaration.as(TypeAliasDeclSyntax.self) {
      return [Self(name: alias.name.text, text: head(alias) + alias.code(from: \.typealiasKeyword))]
    }
    if let type = declaration.as(AssociatedTypeDeclSyntax.self) {
      return [
        Self(name: type.name.text, text: head(type) + type.code(from: \.associatedtypeKeyword))
      ]
    }
    if let variable = declaration.as(VariableDeclSyntax.self) {
      return variable.bindings.compactMap { Self($0, of: variable) }
    }
    if let cases = declaration.as(EnumCaseDeclSyntax.self) {
      return cases.elements.map { element in
        let labels = element.parameterClause.map { clause in
          "(" + clause.parameters.map { ($0.firstName?.text ?? "_") + ":" }.joined() + ")"
        }
        let values = element.parameterClause?.flat ?? ""
        return Self(
          name: element.name.text + (labels ?? ""),
          text: "\(head(cases))case \(element.name.text)\(values)"
        )
      }
    }
    return Self(type: declaration).map { [$0] } ?? []
  }

  private init(name: String, text: String, isType: Bool = false) {
    self.name = name
    self.text = text
    self.isType = isType
  }

  private init(_ function: FunctionDeclSyntax) {
    let parameters = function.signature.parameterClause.parameters
    name = function.name.text + Self.labels(of: parameters)
    let isOperator = if case .identifier = function.name.tokenKind { false } else { true }
    text =
      Self.head(function) + "func \(function.name.text)\(isOperator ? " " : "")"
      + (function.genericParameterClause?.flat ?? "")
      + Self.written(
        parameters,
        Self.words(
          function.signature.effectSpecifiers,
          function.signature.returnClause,
          function.genericWhereClause
        )
      )
  }

  private init(_ initializer: InitializerDeclSyntax) {
    let parameters = initializer.signature.parameterClause.parameters
    name = "init" + Self.labels(of: parameters)
    text =
      Self.head(initializer) + "init\(initializer.optionalMark?.text ?? "")"
      + (initializer.genericParameterClause?.flat ?? "")
      + Self.written(
        parameters,
        Self.words(initializer.signature.effectSpecifiers, initializer.genericWhereClause)
      )
  }

  private init(_ index: SubscriptDeclSyntax) {
    let parameters = index.parameterClause.parameters
    name = "subscript" + Self.labels(of: parameters, isSubscript: true)
    text =
      Self.head(index) + "subscript" + (index.genericParameterClause?.flat ?? "")
      + Self.written(parameters, Self.words(index.returnClause, index.genericWhereClause))
      + Self.accessors(index.accessorBlock)
  }

  private init(_ macro: MacroDeclSyntax) {
    let parameters = macro.signature.parameterClause.parameters
    name = macro.name.text + Self.labels(of: parameters)
    text =
      Self.head(macro) + "macro \(macro.name.text)" + (macro.genericParameterClause?.flat ?? "")
      + Self.written(
        parameters,
        Self.words(macro.signature.returnClause, macro.genericWhereClause)
      )
  }

  private init?(_ binding: PatternBindingSyntax, of variable: VariableDeclSyntax) {
    guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else { return nil }
    name = pattern.identifier.text
    let isReadOnly = variable.modifiers.contains { $0.detail != nil }
    let type = binding.typeAnnotation?.flat ?? binding.initializer.map { " " + $0.flat } ?? ""
    text =
      Self.head(variable) + "\(variable.bindingSpecifier.text) \(name)\(type)"
      + (isReadOnly ? " { get }" : Self.accessors(binding.accessorBlock))
  }

  private init?(type declaration: DeclSyntax) {
    guard let named = declaration.asProtocol((any NamedDeclSyntax).self),
      let group = declaration.asProtocol((any DeclGroupSyntax).self)
    else { return nil }
    let generics =
      declaration.asProtocol((any WithGenericParametersSyntax).self)?.genericParameterClause?.flat
      ?? declaration.as(ProtocolDeclSyntax.self)?.primaryAssociatedTypeClause?.flat ?? ""
    name = named.name.text
    text =
      Self.head(group) + "\(group.introducer.text) \(name)\(generics)"
      + (group.inheritanceClause?.flat ?? "")
      + Self.words(group.genericWhereClause)
    isType = true
  }

  // MARK: - Parts

  /// Longer lines are broken at the parameters.
  private static let width = 76

  private static func written(_ parameters: FunctionParameterListSyntax, _ rest: String) -> String {
    let shown = parameters.filter { !$0.isFilledIn }
      .map { $0.with(\.trailingComma, nil).flat }
    let line = "(\(shown.joined(separator: ", ")))\(rest)"
    guard line.count > width - 16 else { return line }
    return "(\n" + shown.map { "  " + $0 }.joined(separator: ",\n") + "\n)" + rest
  }

  private static func labels(
    of parameters: FunctionParameterListSyntax,
    isSubscript: Bool = false
  ) -> String {
    let labels = parameters.filter { !$0.isFilledIn }.map { parameter in
      isSubscript && parameter.secondName == nil ? "_:" : parameter.firstName.text + ":"
    }
    return "(" + labels.joined() + ")"
  }

  private static func words(_ parts: (any SyntaxProtocol)?...) -> String {
    parts.compactMap { $0 }.map { " " + $0.flat }.joined()
  }

  /// Attributes and modifiers that concern who uses it.
  private static func head(_ declaration: some SyntaxProtocol) -> String {
    let attributes = declaration.asProtocol((any WithAttributesSyntax).self)?.attributes ?? []
    let modifiers = declaration.asProtocol((any WithModifiersSyntax).self)?.modifiers ?? []
    let marks = attributes.compactMap { attribute -> String? in
      guard let attribute = attribute.as(AttributeSyntax.self) else { return nil }
      let name = attribute.attributeName.trimmedDescription
      return name.hasPrefix("_") || unshown.contains(name) ? nil : attribute.flat
    }
    let words = modifiers.filter { !access.contains($0.name.text) }.map(\.flat)
    return (marks + words).map { $0 + " " }.joined()
  }

  private static let unshown: Set = [
    "available", "discardableResult", "frozen", "inlinable", "inline", "main", "usableFromInline",
  ]
  private static let access: Set = ["public", "private", "fileprivate", "internal", "package"]

  /// Whether it can be read alone or written too; nothing for what is stored.
  private static func accessors(_ block: AccessorBlockSyntax?) -> String {
    switch block?.accessors {
    case .getter: return " { get }"
    case .accessors(let accessors):
      let names = accessors.map(\.accessorSpecifier.text)
      let isSettable = names.contains { ["set", "_modify"].contains($0) }
      guard isSettable || names.contains(where: { ["get", "_read"].contains($0) }) else {
        return ""
      }
      let effects = accessors.first?.effectSpecifiers.map { " " + $0.flat } ?? ""
      return " { get\(effects)\(isSettable ? " set" : "") }"
    case nil: return ""
    }
  }
}

extension FunctionParameterSyntax {
  /// Whether the compiler fills it in at each call.
  fileprivate var isFilledIn: Bool {
    guard let value = defaultValue?.value.as(MacroExpansionExprSyntax.self) else { return false }
    return ["file", "fileID", "filePath", "function", "line", "column"].contains(
      value.macroName.text
    )
  }
}

extension DeclSyntaxProtocol {
  /// Its code from a word on.
  fileprivate func code(from word: KeyPath<Self, TokenSyntax>) -> String {
    let start = self[keyPath: word].position
    return tokens(viewMode: .sourceAccurate).filter { $0.position >= start }
      .reduce(into: "") { text, token in
        if !text.isEmpty, !token.leadingTrivia.isEmpty { text += " " }
        text += token.text + (token.trailingTrivia.isEmpty ? "" : " ")
      }
      .split(separator: " ").joined(separator: " ")
  }
}
