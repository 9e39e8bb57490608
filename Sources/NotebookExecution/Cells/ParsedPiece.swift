import NotebookSyntax
import SwiftParser
import SwiftSyntax

/// A piece of the notebook, its code split into statements.
struct ParsedPiece: Sendable {
  let piece: Piece
  /// The code's bytes.
  let bytes: [UInt8]
  private let lineStarts: [Int]
  private let lineOrigins: [Int]
  let items: [CodeItem]
  /// Whether the code is not Swift, such as a missing brace, so that it cannot be put among other
  /// code without spoiling that.
  let isBroken: Bool
  /// Whether it is compiled with the program but not run.
  private(set) var isNotRun = false

  var id: Int { piece.id }

  init(_ piece: Piece) {
    self.piece = piece
    let code =
      switch piece {
      case .cell(let cell): cell.code
      case .value(let value): value.expression
      }
    let bytes = Array(code.text.utf8)
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    lineOrigins = code.lineOrigins
    let tree = Parser.parse(source: code.text)
    isBroken = tree.hasError
    items = tree.statements.map(CodeItem.init)
    if case .cell(let cell) = piece { isNotRun = cell.mode == .noRun }
  }

  /// The piece as part of a program that nobody runs, where it can stand as if it were run.
  var standingAlone: ParsedPiece {
    var copy = self
    copy.isNotRun = false
    return copy
  }

  /// The offset at which the line begins that holds an offset in the code.
  func lineStart(of offset: Int) -> Int { lineStarts[line(of: offset)] }

  /// The offset in the document of an offset in the code.
  func origin(of offset: Int) -> Int {
    let line = line(of: offset)
    // A snippet that ends in a line end has no origin for the empty line after it.
    guard line < lineOrigins.count else { return piece.range.upperBound }
    return lineOrigins[line] + offset - lineStarts[line]
  }

  /// The range in the document of a range in the code.
  func sourceRange(of range: Range<Int>) -> Range<Int> {
    let start = origin(of: range.lowerBound)
    return start..<max(start, origin(of: range.upperBound))
  }

  /// The last character that is not white space.
  var lastCharacter: Range<Int> {
    let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: " ") } ?? 0
    return sourceRange(of: end..<min(end + 1, bytes.count))
  }

  private func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension CodeItem {
  init(_ node: CodeBlockItemSyntax) {
    let content = Syntax(node.item)
    let names = NameCollector(content)
    range = content.textRange
    mentioned = names.mentioned
    textBlocks = names.textBlocks
    attempt = names.attempt
    bound = names.bound
    declared = []
    runs = true
    switch node.item {
    case .decl(let declaration):
      (role, runs) = Self.role(of: declaration)
      declared = DeclaredName.all(in: declaration)
      module = declaration.as(ImportDeclSyntax.self)?.path.first?.name.text
      extendedType = declaration.as(ExtensionDeclSyntax.self)?.extendedType.trimmedDescription
    case .stmt(let statement):
      role = .statement
      if let guarded = statement.as(GuardStmtSyntax.self) {
        declared = guarded.conditions.flatMap { DeclaredName.variables(in: Syntax($0.condition)) }
      }
    case .expr(let expression):
      role = expression.hasShownValue ? .shown : .statement
    }
  }

  private static func role(of declaration: DeclSyntax) -> (Role, runs: Bool) {
    switch declaration.kind {
    case .importDecl, .extensionDecl, .operatorDecl, .precedenceGroupDecl, .macroDecl:
      return (.fileLevel, false)
    case .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl, .typeAliasDecl:
      return (.type, false)
    case .functionDecl:
      let name = declaration.as(FunctionDeclSyntax.self)?.name
      // An operator function, too, is refused anywhere but at the file's level.
      if case .binaryOperator = name?.tokenKind { return (.fileLevel, false) }
      if case .prefixOperator = name?.tokenKind { return (.fileLevel, false) }
      if case .postfixOperator = name?.tokenKind { return (.fileLevel, false) }
      return (.function, false)
    case .variableDecl:
      return (.variables, true)
    case .ifConfigDecl, .macroExpansionDecl:
      return (.statement, false)
    default:
      return (.statement, false)
    }
  }
}

extension ExprSyntax {
  /// Whether it is an expression that yields something, not an assignment or a control statement.
  fileprivate var hasShownValue: Bool {
    switch kind {
    case .ifExpr, .switchExpr, .assignmentExpr: return false
    default: break
    }
    if let macro = self.as(MacroExpansionExprSyntax.self) {
      return Self.valueMacros.contains(macro.macroName.text)
    }
    if let marked = self.as(TryExprSyntax.self) { return marked.expression.hasShownValue }
    if let marked = self.as(AwaitExprSyntax.self) { return marked.expression.hasShownValue }
    guard let sequence = self.as(SequenceExprSyntax.self) else { return true }
    return !sequence.elements.contains { $0.isAssignment }
  }

  private var isAssignment: Bool {
    if self.is(AssignmentExprSyntax.self) { return true }
    guard let text = self.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return text.hasSuffix("=") && !Self.comparisons.contains(text)
  }

  private static let comparisons: Set = ["==", "!=", "<=", ">=", "===", "!==", "~="]
  private static let valueMacros: Set = [
    "file", "fileID", "filePath", "line", "column", "function", "dsohandle",
  ]
}

extension Syntax {
  /// The bytes without the white space and comments around.
  var textRange: Range<Int> {
    let start = positionAfterSkippingLeadingTrivia.utf8Offset
    return start..<max(start, endPositionBeforeTrailingTrivia.utf8Offset)
  }
}
