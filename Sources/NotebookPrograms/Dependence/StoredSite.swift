import SwiftSyntax

/// A call of `stored` in a piece's code.
package struct StoredSite: Sendable {
  /// Where the opening parenthesis stands in the piece's code: the place that the running call names.
  var offset: Int
  /// The code that makes the value.
  var code: String
  /// The names in that code that may mean something outside of it, without the inputs.
  var used: Set<String>
  /// What that code uses of the world outside of the program.
  var outside: OutsideUse
  /// What that code does to the process.
  var change: ProcessChange?
  /// The names in the inputs. What these are made from does not count, but their types do.
  var inputs: Set<String>
  /// Why no value can be kept; `nil` where one can.
  var obstacle: Obstacle?

  /// Whether a later run can take its value for its own.
  package var canBeKept: Bool { obstacle == nil }

  /// Something that the code depends on, or does, that no key can hold.
  enum Obstacle: Sendable, Equatable {
    /// A name of the code around the call that is not among the inputs, and what it stands for.
    case capture(String, CodeBinding, offset: Int)
    /// A variable outside of the code that it changes.
    case change(String, offset: Int)
    /// Something that it does to the process or to files, by the name of the function, and whether that
    /// stands in another function that it calls.
    case process(String, offset: Int, isIndirect: Bool)
    /// The call is in a type, where any name may mean a member.
    case member
  }
}

/// Finds the calls of `stored` in an item.
final class StoredSiteFinder: SyntaxVisitor {
  private(set) var sites: [StoredSite] = []
  /// The closures and inputs of the calls, which change nothing.
  private(set) var quietNodes: Set<SyntaxIdentifier> = []
  private let item: Syntax
  private let declared: Set<String>

  /// - Parameter declared: the names that the item declares for the code after it.
  init(_ item: Syntax, declaring declared: Set<String>) {
    self.item = item
    self.declared = declared
    super.init(viewMode: .sourceAccurate)
    walk(item)
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    guard node.isStored, let parenthesis = node.leftParen else { return .visitChildren }
    let maker =
      node.trailingClosure.map(Syntax.init)
      ?? node.arguments.last { $0.label?.text == "by" }.map { Syntax($0.expression) }
    guard let maker else { return .visitChildren }
    let inputs = node.arguments.dropFirst().filter { $0.label == nil }
    let plain = inputs.compactMap { $0.expression.as(DeclReferenceExprSyntax.self) }
    let exempt = Set(plain.map { $0.baseName.identifier?.name ?? $0.baseName.text })
    let names = CodeNames(maker)
    sites.append(
      StoredSite(
        offset: parenthesis.positionAfterSkippingLeadingTrivia.utf8Offset,
        code: maker.canonicalText,
        used: Set(names.used.keys).subtracting(exempt),
        outside: OutsideUse(maker),
        change: ProcessChange.first(in: maker, besides: names.bound),
        inputs: inputs.reduce(into: []) { $0.formUnion(CodeNames(Syntax($1)).used.keys) },
        obstacle: obstacle(maker, names, exempt)
      )
    )
    quietNodes.insert(maker.id)
    for input in inputs where input.expression.is(DeclReferenceExprSyntax.self) {
      quietNodes.insert(input.id)
    }
    return .visitChildren
  }

  private func obstacle(
    _ maker: Syntax,
    _ names: CodeNames,
    _ inputs: Set<String>
  ) -> StoredSite.Obstacle? {
    if maker.isInType(upTo: item) { return .member }
    let around = CodeNames(item, without: { $0.id == maker.id }).bindings
      .filter { !declared.contains($0.key) }
    let captured = names.used.filter { name, _ in
      guard !inputs.contains(name) else { return false }
      guard let bindings = around[name] else {
        return Self.implicit.contains(name) && !names.bound.contains(name)
      }
      // The types of inputs count with their values.
      return bindings != [.typeParameter]
        || !inputs.contains { around[$0]?.count == 1 && around[$0]?[0].tells(name) ?? false }
    }
    if let (name, offset) = captured.min(by: { $0.value < $1.value }) {
      return .capture(name, around[name]?.last ?? .variable(nil), offset: offset)
    }
    let changed = names.changed.filter { !names.bound.contains($0.key) && $0.key != "_" }
    if let (name, offset) = changed.min(by: { $0.value < $1.value }) {
      return .change(name, offset: offset)
    }
    return nil
  }

  /// The names that accessors and `catch` bind without a word.
  private static let implicit: Set = ["error", "newValue", "oldValue", "self", "Self", "super"]
}

extension FunctionCallExprSyntax {
  fileprivate var isStored: Bool {
    if let member = calledExpression.as(MemberAccessExprSyntax.self) {
      return member.declName.baseName.text == "stored"
        && member.base?.trimmedDescription == "NotebookDisplay"
    }
    return calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text == "stored"
  }
}

extension Syntax {
  /// Whether it stands in a type or an extension that belongs to an item or is it.
  fileprivate func isInType(upTo item: Syntax) -> Bool {
    var node = parent
    while let current = node {
      if current.asProtocol((any DeclGroupSyntax).self) != nil { return true }
      if current.id == item.id { return false }
      node = current.parent
    }
    return false
  }
}
