import SwiftSyntax

/// The lists of statements in a piece's code: its top level, and the bodies of functions, closures,
/// loops and branches.
struct StatementLists {
  /// A list, from its first statement to the brace or label after its last.
  struct List {
    var range: Range<Int>
    var statements: [Statement]

    /// The last statement that ends before an offset.
    func statement(before offset: Int) -> Statement? {
      statements.last { $0.range.upperBound <= offset }
    }
  }

  struct Statement {
    var range: Range<Int>
    var kind: Kind
  }

  /// What a statement has to offer to a promise behind it.
  enum Kind: Equatable {
    /// Its own value.
    case expression
    /// The value of the variable that it declares or changes.
    case variable(String)
    /// Nothing can stand behind it, because it leaves the list.
    case leaving
    case other
  }

  private(set) var lists: [List] = []

  init(_ tree: SourceFileSyntax) {
    let collector = Collector(viewMode: .sourceAccurate)
    collector.walk(tree)
    lists = collector.lists
  }

  /// The innermost list around an offset.
  func list(around offset: Int) -> List? {
    lists.filter { $0.range.contains(offset) }.min { $0.range.count < $1.range.count }
  }

  private final class Collector: SyntaxVisitor {
    var lists: [List] = []

    override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
      let next = node.lastToken(viewMode: .sourceAccurate)?.nextToken(viewMode: .sourceAccurate)
      let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
      let end = next?.positionAfterSkippingLeadingTrivia.utf8Offset ?? .max
      lists.append(
        List(
          range: start..<max(start, end),
          statements: node.map { item in
            Statement(range: Syntax(item.item).textRange, kind: Kind(item.item))
          }
        )
      )
      return .visitChildren
    }
  }
}

extension StatementLists.Kind {
  fileprivate init(_ item: CodeBlockItemSyntax.Item) {
    switch item {
    case .expr(let expression):
      if let target = expression.assignedVariable {
        self = .variable(target)
      } else {
        self = expression.hasShownValue ? .expression : .other
      }
    case .decl(let declaration):
      self = declaration.onlyVariable.map { .variable($0) } ?? .other
    case .stmt(let statement):
      switch statement.kind {
      case .returnStmt, .throwStmt, .breakStmt, .continueStmt, .fallThroughStmt: self = .leaving
      default: self = .other
      }
    }
  }
}

extension DeclSyntax {
  /// The variable, where exactly one is declared and has its value.
  fileprivate var onlyVariable: String? {
    guard let bindings = self.as(VariableDeclSyntax.self)?.bindings, bindings.count == 1,
      let binding = bindings.first, binding.initializer != nil || binding.accessorBlock != nil
    else { return nil }
    return binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
  }
}

extension ExprSyntax {
  /// The variable that an assignment changes.
  fileprivate var assignedVariable: String? {
    guard let elements = self.as(SequenceExprSyntax.self)?.elements, elements.count > 2,
      let name = elements.first?.as(DeclReferenceExprSyntax.self)?.baseName.text
    else { return nil }
    let assignment = elements[elements.index(after: elements.startIndex)]
    return assignment.isAssignment && name != "_" ? name : nil
  }
}
