import Documents
import NotebookSyntax
import SwiftSyntax

/// The lists of statements in a piece's code: its top level, and the bodies of functions, closures,
/// loops and branches.
struct StatementLists {
  /// A list, from its first statement to the brace or label after its last.
  struct List {
    var range: Range<Int>
    var statements: [Statement]
    /// The list that it stands in.
    fileprivate var outer: Int?

    /// The last statement that ends before an offset.
    func statement(before offset: Int) -> Statement? {
      statements[..<statements.partitioningIndex { $0.range.upperBound > offset }].last
    }

    /// The statement that begins at an offset.
    func statement(at offset: Int) -> Statement? {
      statements[statements.partitioningIndex { $0.range.lowerBound >= offset }...].first
        .flatMap { $0.range.lowerBound == offset ? $0 : nil }
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
    /// The value of the variable that it declares or changes, or of several as a tuple.
    case variable(String)
    /// Nothing can stand behind it, because it leaves the list.
    case leaving
    case other
  }

  /// In the order of their beginnings.
  private var lists: [List] = []

  init(_ tree: SourceFileSyntax) {
    let collector = Collector(viewMode: .sourceAccurate)
    collector.walk(tree)
    lists = collector.lists
  }

  /// The innermost list around an offset.
  func list(around offset: Int) -> List? {
    var index = lists.partitioningIndex { $0.range.lowerBound > offset } - 1
    while index >= 0, !lists[index].range.contains(offset) { index = lists[index].outer ?? -1 }
    return index < 0 ? nil : lists[index]
  }

  /// The statement at the top level that begins at an offset.
  func topStatement(at offset: Int) -> Statement? { lists.first?.statement(at: offset) }

  private final class Collector: SyntaxVisitor {
    var lists: [List] = []
    private var open: [Int] = []

    override func visitPost(_ node: CodeBlockItemListSyntax) { open.removeLast() }

    override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
      let next = node.lastToken(viewMode: .sourceAccurate)?.nextToken(viewMode: .sourceAccurate)
      let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
      let end = next?.positionAfterSkippingLeadingTrivia.utf8Offset ?? .max
      lists.append(
        List(
          range: start..<max(start, end),
          statements: node.map { item in
            Statement(range: Syntax(item.item).textRange, kind: Kind(item.item))
          },
          outer: open.last
        )
      )
      open.append(lists.count - 1)
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
    return binding.pattern.variables
  }
}

extension PatternSyntax {
  /// The variable that it binds, or the tuple of those that it does.
  fileprivate var variables: String? {
    if let name = self.as(IdentifierPatternSyntax.self) { return name.identifier.text }
    guard let tuple = self.as(TuplePatternSyntax.self) else { return nil }
    let elements = tuple.elements.map { element in
      element.pattern.variables.map { (element.label.map { "\($0.text): " } ?? "") + $0 }
    }
    guard !elements.contains(nil) else { return nil }
    return "(" + elements.compactMap { $0 }.joined(separator: ", ") + ")"
  }
}

extension ExprSyntax {
  /// The variable that an assignment changes.
  fileprivate var assignedVariable: String? {
    guard let elements = self.as(SequenceExprSyntax.self)?.elements, elements.count > 2,
      let name = elements.first?.variables
    else { return nil }
    let assignment = elements[elements.index(after: elements.startIndex)]
    return assignment.isAssignment && name != "_" ? name : nil
  }
  /// A variable, or a tuple of them.
  private var variables: String? {
    if let name = self.as(DeclReferenceExprSyntax.self) { return name.baseName.text }
    guard let tuple = self.as(TupleExprSyntax.self), tuple.elements.count > 1 else { return nil }
    let names = tuple.elements.map { $0.label == nil ? $0.expression.variables : nil }
    guard !names.contains(nil), !names.contains("_") else { return nil }
    return "(" + names.compactMap { $0 }.joined(separator: ", ") + ")"
  }
}
