import SwiftSyntax

extension ListedDeclaration {
  /// A function.
  init(_ function: FunctionDeclSyntax, in scope: Scope) {
    self.init(in: scope)
    let isMember = scope.path != nil
    let isStatic = function.modifiers.areStatic
    let name = Syntax(function.name).textRange
    let words = isMember && isStatic ? "static func" : "func"
    let start =
      function.genericParameterClause.map { Syntax($0).textRange }
      ?? Syntax(function.signature).textRange
    let end =
      function.genericWhereClause.map { Syntax($0).textRange }
      ?? Syntax(function.signature).textRange
    types = [("\(words) __t#_0", start.lowerBound..<end.upperBound)]
    // An operator cannot be named or called like a function.
    guard case .identifier = function.name.tokenKind else { return }
    let target = isMember ? (isStatic ? "Self." : "self.") + function.name.text : function.name.text
    naming = Self.naming(target, name, words)
    let isMutating = function.modifiers.contains { $0.name.tokenKind == .keyword(.mutating) }
    let call = ListedCall(
      words: isMutating ? "mutating func" : words,
      generics: function.genericParameterClause?.flat ?? "",
      parameters: function.signature.parameterClause,
      effects: function.signature.effectSpecifiers,
      result: function.signature.returnClause?.type.flat,
      condition: function.genericWhereClause?.flat ?? ""
    )
    calling =
      call.lines(
        target + "(",
        ")",
        name: name,
        result: function.signature.returnClause.map { Syntax($0.type).textRange }
      ) ?? []
    if !isMutating { typing = call.typing(of: target, words, name: name) }
  }

  /// An initializer.
  init(_ initializer: InitializerDeclSyntax, in scope: Scope) {
    self.init(in: scope)
    let path = scope.path ?? ""
    let signature = Syntax(initializer.signature).textRange
    let start = initializer.genericParameterClause.map { Syntax($0).textRange } ?? signature
    let end = initializer.genericWhereClause.map { Syntax($0).textRange } ?? signature
    types = [("func __t#_0", start.lowerBound..<end.upperBound)]
    let call = ListedCall(
      words: "static func",
      generics: initializer.genericParameterClause?.flat ?? "",
      parameters: initializer.signature.parameterClause,
      effects: initializer.signature.effectSpecifiers,
      result: path + (initializer.optionalMark == nil ? "" : "?"),
      condition: initializer.genericWhereClause?.flat ?? ""
    )
    let name = Syntax(initializer.initKeyword).textRange
    calling = call.lines(path + "(", ")", name: name, result: name) ?? []
    typing = call.typing(of: path + ".init", "static func", name: name)
  }

  /// A subscript.
  init(_ index: SubscriptDeclSyntax, in scope: Scope) {
    self.init(in: scope)
    let isStatic = index.modifiers.areStatic
    let parameters = Syntax(index.parameterClause).textRange
    let start = index.genericParameterClause.map { Syntax($0).textRange } ?? parameters
    let end =
      index.genericWhereClause.map { Syntax($0).textRange } ?? Syntax(index.returnClause).textRange
    let words = isStatic ? "static func" : "func"
    types = [("\(words) __t#_0", start.lowerBound..<end.upperBound)]
    let call = ListedCall(
      words: words,
      generics: index.genericParameterClause?.flat ?? "",
      parameters: index.parameterClause,
      effects: nil,
      result: index.returnClause.type.flat,
      condition: index.genericWhereClause?.flat ?? "",
      isSubscript: true
    )
    calling =
      call.lines(
        isStatic ? "Self[" : "self[",
        "]",
        name: Syntax(index.subscriptKeyword).textRange,
        result: Syntax(index.returnClause.type).textRange
      ) ?? []
  }

  /// A variable that says its type and has no value.
  init?(_ binding: PatternBindingSyntax, of variable: VariableDeclSyntax, in scope: Scope) {
    guard binding.initializer == nil, let type = binding.typeAnnotation?.type,
      let pattern = binding.pattern.as(IdentifierPatternSyntax.self)
    else { return nil }
    var effects = ""
    var isSettable = false
    switch binding.accessorBlock?.accessors {
    case .getter: return nil
    case .accessors(let accessors):
      guard accessors.allSatisfy({ $0.body == nil }) else { return nil }
      effects = accessors.first?.effectSpecifiers?.flat ?? ""
      isSettable = accessors.contains { $0.accessorSpecifier.tokenKind == .keyword(.set) }
    case nil: break
    }
    self.init(in: scope)
    let isMember = scope.path != nil
    let isStatic = variable.modifiers.areStatic
    let name = Syntax(pattern.identifier).textRange
    let place = Syntax(type).textRange
    let word = isMember && isStatic ? "static " : ""
    types = [("\(word)var __t#_0:", place)]
    let target =
      (isMember ? (isStatic ? "Self." : "self.") : "") + pattern.identifier.text
    naming = Self.naming(target, name, "\(word)func")
    let marks =
      (effects.contains("throws") ? "try " : "") + (effects.contains("async") ? "await " : "")
    calling = [
      Line(text: "\(word)var __f#: \(type.flat) { get \(effects) { return"),
      Line(text: " \(marks)\(target)", range: name, type: place), Line(text: "} }"),
    ]
    if effects.isEmpty {
      typing = Self.typing(of: target, as: type.flat, "\(word)func", name)
    }
    guard isSettable, isMember else { return }
    let own = isStatic ? target : "own.\(pattern.identifier.text)"
    calling += [
      Line(text: "\(word)func __s#(value: \(type.flat)) { var own = self"),
      Line(text: " \(own) = value", range: name), Line(text: "}"),
    ]
  }

  /// A case of an enumeration.
  init(_ element: EnumCaseElementSyntax, in scope: Scope) {
    self.init(in: scope)
    if let parameters = element.parameterClause {
      types = [("typealias __t#_0 =", Syntax(parameters).textRange)]
    }
    naming = Self.naming("Self.\(element.name.text)", Syntax(element.name).textRange, "static func")
  }

  /// Code that fails where something has another type than is listed, if only one that converts.
  static func typing(
    of target: String,
    as type: String,
    _ words: String,
    _ name: Range<Int>
  ) -> [Line] {
    // What these stand for only the declaration says.
    guard !type.contains("some "), !type.hasSuffix("!") else { return [] }
    return [
      Line(text: "\(words) __e#() { let own = __Exact(\(target))"),
      Line(text: "let _: __Exact<\(type)> = own", range: name), Line(text: "}"),
    ]
  }

  private static func naming(_ target: String, _ name: Range<Int>, _ words: String) -> [Line] {
    [
      Line(text: "\(words) __n#() { _ ="), Line(text: " \(target)", range: name), Line(text: "}"),
    ]
  }
}

/// A function with the signature of a declaration, which calls it.
private struct ListedCall {
  var words: String
  var generics: String
  var parameters: FunctionParameterClauseSyntax
  var effects: FunctionEffectSpecifiersSyntax?
  var result: String?
  var condition: String
  var isSubscript = false

  /// - Parameters:
  ///   - opening: what is called, with the bracket that opens its arguments.
  ///   - closing: the bracket that closes them.
  ///   - name: where its name stands.
  ///   - resultPlace: where the type of its result stands.
  /// - Returns: `nil` where its parameters cannot be handed on.
  func lines(
    _ opening: String,
    _ closing: String,
    name: Range<Int>,
    result resultPlace: Range<Int>?
  ) -> [ListedDeclaration.Line]? {
    var declared: [String] = []
    var handed: [ListedDeclaration.Line] = []
    for (number, parameter) in parameters.parameters.enumerated() {
      let type = parameter.type.flat
      guard parameter.ellipsis == nil,
        !Self.notHandedOn.contains(where: { type.contains($0) })
      else { return nil }
      let isLabelled = !isSubscript || parameter.secondName != nil
      let label = isLabelled ? parameter.firstName.text : "_"
      declared.append("\(label) p\(number): \(type)")
      let argument = (label == "_" ? "" : "\(label): ") + (type.hasPrefix("inout ") ? "&" : "")
      let isLast = number + 1 == parameters.parameters.count
      handed.append(
        ListedDeclaration.Line(
          text: " \(argument)p\(number)" + (isLast ? "" : ","),
          range: Syntax(parameter.firstName).textRange,
          type: Syntax(parameter.type).textRange
        )
      )
    }
    let words = effects?.flat ?? ""
    let marks = (words.contains("throws") ? "try " : "") + (words.contains("async") ? "await " : "")
    let head =
      "\(self.words) __f#\(generics)(\(declared.joined(separator: ", "))) \(words)"
      + (result.map { " -> \($0)" } ?? "") + " \(condition) { return"
    return [
      ListedDeclaration.Line(text: head),
      ListedDeclaration.Line(text: " \(marks)\(opening)", range: name, type: resultPlace ?? name),
    ] + handed + [ListedDeclaration.Line(text: " \(closing) }", range: name)]
  }

  /// Code that holds the type of what is called against the signature, where a type can say it.
  func typing(of target: String, _ words: String, name: Range<Int>) -> [ListedDeclaration.Line] {
    let types = parameters.parameters.map(\.type.flat)
    guard generics.isEmpty, !parameters.parameters.contains(where: { $0.ellipsis != nil }),
      !types.contains(where: { type in
        Self.notHandedOn.contains(where: type.contains) || type.contains("some ")
      })
    else { return [] }
    let labels = parameters.parameters.map { $0.firstName.text + ":" }.joined()
    let effects = effects.map { " \($0.flat)" } ?? ""
    return ListedDeclaration.typing(
      of: labels.isEmpty ? target : "\(target)(\(labels))",
      as: "(\(types.joined(separator: ", ")))\(effects) -> \(result ?? "Void")",
      words,
      name
    )
  }

  private static let notHandedOn = [
    "@autoclosure", "each ", "repeat ", "isolated ", "borrowing ", "consuming ", "sending ",
  ]
}

extension DeclModifierListSyntax {
  /// Whether what bears them belongs to a type and not to its values.
  fileprivate var areStatic: Bool {
    contains { [.keyword(.static), .keyword(.class)].contains($0.name.tokenKind) }
  }
}

extension SyntaxProtocol {
  /// Its code on one line, without comments.
  var flat: String {
    tokens(viewMode: .sourceAccurate).reduce(into: "") { text, token in
      if !token.leadingTrivia.isEmpty, !text.isEmpty { text += " " }
      text += token.text
      if !token.trailingTrivia.isEmpty { text += " " }
    }
    .trimmingCharacters
  }
}

extension String {
  fileprivate var trimmingCharacters: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
