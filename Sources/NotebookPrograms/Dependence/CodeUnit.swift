import NotebookSyntax
import SwiftSyntax

/// An item of a program, as far as stored values may depend on it.
struct CodeUnit: Sendable {
  let item: CodeItem
  /// The code, without what does not count.
  let text: String
  /// The code as it is written, and where it stands.
  let placedText: String
  /// The names in it that may mean something outside.
  private(set) var names: Set<String>
  /// Those among them by which it may change something when it runs.
  private(set) var changingNames: Set<String>
  /// The names by which one comes to variables that it declares and that may change, itself or in the
  /// classes that they hold: their own, or a type's.
  let stateNames: Set<String>
  let types: CodeTypes
  /// What it uses of the world outside; and without what the closures of stored values do.
  let outside: OutsideUse
  let changingOutside: OutsideUse
  private(set) var sites: [StoredSite]
  /// What its code does to the process when it is called, and what the methods of its type do.
  let change: ProcessChange?
  let methodChanges: [String: ProcessChange]
  /// Whether it may matter to any code, without being named there: an extension, an operator, an
  /// import.
  let isAmbient: Bool
  /// Whether it declares constants that nothing can change, not even through a class.
  let isConstant: Bool
  /// Its number among the statements by which the program tells how far it came.
  let statement: Int?
  /// The index of its piece in the program.
  let piece: Int

  var runs: Bool { item.runs || item.role == .statement }

  init(
    _ item: CodeItem,
    piece: Int,
    statement: Int?,
    place: String
  ) {
    let content = Syntax(item.node.item)
    let finder = StoredSiteFinder(content, declaring: Set(item.declared.map(\.name)))
    let all = CodeNames(content)
    let changing =
      finder.sites.isEmpty
      ? all : CodeNames(content, without: { finder.quietNodes.contains($0.id) })
    outside = OutsideUse(content)
    changingOutside =
      finder.sites.isEmpty
      ? outside : OutsideUse(content, without: { finder.quietNodes.contains($0.id) })
    self.item = item
    text = content.canonicalText
    placedText = place + "\n" + content.trimmedDescription
    names = Set(all.used.keys)
    changingNames = Set(changing.used.keys)
    types = all.types
    sites = finder.sites
    change =
      item.role == .function ? ProcessChange.first(in: content, besides: all.bound) : nil
    methodChanges =
      item.role == .type || item.role == .fileLevel
      ? ProcessChange.inMethods(of: content, besides: all.bound) : [:]
    self.piece = piece
    self.statement = statement
    isAmbient =
      item.role == .fileLevel || all.hasOperators || item.isHiddenDeclaration
      || item.declared.contains { $0.name.hasSuffix("LiteralType") }
    let variables = item.node.item.as(DeclSyntax.self)?.as(VariableDeclSyntax.self)
    isConstant = variables?.isConstant ?? false
    if item.isHiddenDeclaration {
      stateNames = all.bound
    } else if all.hasStaticVariables, item.role == .type || item.role == .fileLevel {
      let type = item.extendedType?.split { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? []
      stateNames = Set(item.declared.map(\.name) + type.map(String.init))
    } else if isConstant {
      stateNames = []
    } else {
      let stored = item.declared.filter { $0.kind == .variable && !$0.isComputed }
      stateNames = Set(stored.map(\.name))
    }
  }

  /// Notes what it and its stored values have to do with the process, in a program.
  mutating func note(_ program: ProgramOutside) {
    if program.touch(outside).contains(.reads) { names.insert(ProcessWords.name) }
    if program.touch(changingOutside).contains(.changes) { changingNames.insert(ProcessWords.name) }
    for index in sites.indices where program.touch(sites[index].outside).contains(.reads) {
      sites[index].used.insert(ProcessWords.name)
    }
  }

  /// Notes that a stored value cannot be kept.
  mutating func note(_ obstacle: StoredSite.Obstacle, at site: Int) {
    if sites[site].obstacle == nil { sites[site].obstacle = obstacle }
  }
}

extension CodeItem {
  /// Whether it may declare something, or run, without being listed: `#if` and macros.
  fileprivate var isHiddenDeclaration: Bool { role == .statement && !runs }
}

extension VariableDeclSyntax {
  /// Whether all its values are literals of the standard types, which nothing can change.
  var isConstant: Bool {
    bindingSpecifier.tokenKind == .keyword(.let) && attributes.isEmpty
      && bindings.allSatisfy { binding in
        let type = binding.typeAnnotation?.type.as(IdentifierTypeSyntax.self)
        return (binding.typeAnnotation == nil || Self.plainTypes.contains(type?.name.text ?? ""))
          && binding.accessorBlock == nil && (binding.initializer?.value.isLiteral ?? false)
      }
  }

  private static let plainTypes: Set = ["Int", "Double", "Float", "String", "Bool"]
}

extension ExprSyntax {
  fileprivate var isLiteral: Bool {
    switch self.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr, .floatLiteralExpr, .booleanLiteralExpr: true
    case .stringLiteralExpr(let text):
      text.segments.allSatisfy { $0.is(StringSegmentSyntax.self) }
    case .prefixOperatorExpr(let prefix): prefix.expression.isLiteral
    case .arrayExpr(let array): array.elements.allSatisfy(\.expression.isLiteral)
    case .dictionaryExpr(let dictionary):
      switch dictionary.content {
      case .elements(let list): list.allSatisfy { $0.key.isLiteral && $0.value.isLiteral }
      case .colon: true
      }
    case .tupleExpr(let tuple): tuple.elements.allSatisfy(\.expression.isLiteral)
    default: false
    }
  }
}
