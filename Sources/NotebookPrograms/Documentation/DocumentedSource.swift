import Documents
import SwiftParser
import SwiftSyntax

/// A Swift source, as far as its comments document what it declares.
///
/// A comment is found where the parser finds one, so what looks like one in a string literal is none. It
/// documents a declaration that others may use; what stands in a function's body is nobody's.
package struct DocumentedSource: Sendable {
  /// Its comments in order.
  package let comments: [DocComment]
  /// The declarations that others may use, in order, where they are asked for.
  package let declarations: [DocumentedDeclaration]
  /// The types that nobody else may use.
  package let hiddenTypes: Set<String>
  /// Where it is not Swift, first.
  package let fault: Range<Int>?

  /// - Parameters:
  ///   - source: the file, which is UTF-8.
  ///   - listsDeclarations: whether its declarations are asked for.
  package init(_ source: SourceText, listsDeclarations: Bool = false) {
    // A byte order mark counts in the parser's offsets as it does here.
    let tree = source.bytes.withUnsafeBufferPointer { Parser.parse(source: $0) }
    let collector = DocCommentCollector(source, listsDeclarations: listsDeclarations)
    collector.walk(tree)
    comments = collector.comments
    declarations = collector.declarations
    hiddenTypes = collector.hiddenTypes
    fault = tree.hasError ? SyntaxFaultFinder.first(in: tree, of: source) : nil
  }
}

private final class DocCommentCollector: SyntaxVisitor {
  private(set) var comments: [DocComment] = []
  private(set) var declarations: [DocumentedDeclaration] = []
  private(set) var hiddenTypes: Set<String> = []
  private let source: SourceText
  private let listsDeclarations: Bool
  private var scopes = [Scope(access: .all, ofMembers: nil)]

  /// What holds declarations.
  private struct Scope {
    /// Who can use it.
    var access: DocComment.Access
    /// What its members are if they do not say; `nil` for what declarations are by themselves.
    var ofMembers: DocComment.Access?
    /// The names of the types that it is.
    var path: [String] = []
  }

  init(_ source: SourceText, listsDeclarations: Bool) {
    self.source = source
    self.listsDeclarations = listsDeclarations
    super.init(viewMode: .sourceAccurate)
  }

  // What stands in a body, a closure or an initial value is for nobody else.
  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: InitializerClauseSyntax) -> SyntaxVisitorContinueKind {
    .skipChildren
  }

  override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
    guard case .decl(let declaration) = node.item else { return .skipChildren }
    enter(declaration)
    return .visitChildren
  }

  override func visitPost(_ node: CodeBlockItemSyntax) {
    if case .decl = node.item { scopes.removeLast() }
  }

  override func visit(_ node: MemberBlockItemSyntax) -> SyntaxVisitorContinueKind {
    enter(node.decl)
    return .visitChildren
  }

  override func visitPost(_ node: MemberBlockItemSyntax) { scopes.removeLast() }

  private func enter(_ declaration: DeclSyntax) {
    let outer = scopes[scopes.count - 1]
    // `#if` is no scope, though it holds declarations.
    if declaration.is(IfConfigDeclSyntax.self) {
      scopes.append(outer)
      return
    }
    let own = declaration.access
    let access = min(
      outer.access,
      own ?? outer.ofMembers ?? declaration.accessOfAdditions ?? .module
    )
    let before = comments.count
    if let token = declaration.firstToken(viewMode: .sourceAccurate) {
      add(token, access)
    }
    let comment = comments.count > before ? comments.last : nil
    let path = outer.path + list(declaration, access, comment, in: outer.path)
    switch declaration.kind {
    case .extensionDecl: scopes.append(Scope(access: own ?? .all, ofMembers: own, path: path))
    case .protocolDecl, .enumDecl:
      // Requirements and cases are what their type is; other members of an enumeration say so.
      let members = declaration.is(ProtocolDeclSyntax.self) ? access : nil
      scopes.append(Scope(access: access, ofMembers: members, path: path))
    case .enumCaseDecl: scopes.append(outer)
    default: scopes.append(Scope(access: access, ofMembers: nil, path: path))
    }
  }

  /// Lists what a declaration declares.
  /// - Returns: the names of the types that hold its members, from those around it on.
  private func list(
    _ declaration: DeclSyntax,
    _ access: DocComment.Access,
    _ comment: DocComment?,
    in path: [String]
  ) -> [String] {
    guard listsDeclarations else { return [] }
    if let added = declaration.as(ExtensionDeclSyntax.self) {
      return added.extendedType.trimmedDescription.prefix { $0 != "<" }.split(separator: ".")
        .map(String.init)
    }
    let signatures = DeclarationSignature.all(of: declaration)
    if access == .all, !declaration.isOutOfUse {
      declarations += signatures.map { signature in
        DocumentedDeclaration(
          path: path + [signature.name],
          signature: signature.text,
          isType: signature.isType,
          comment: comment
        )
      }
    }
    guard let type = signatures.first, type.isType else { return [] }
    if access != .all, path.isEmpty { hiddenTypes.insert(type.name) }
    return [type.name]
  }

  private func add(_ token: TokenSyntax, _ access: DocComment.Access) {
    var offset = token.position.utf8Offset
    var group: [Range<Int>] = []
    var lineEnds = 0
    func finish() {
      if let lines = DocCommentLines(group, in: source) {
        let text = source.embedded(lines.lines, from: lines.firstLine)
        comments.append(DocComment(text: text, access: access))
      }
      group = []
    }
    for piece in token.leadingTrivia.pieces {
      let range = offset..<offset + piece.sourceLength.utf8Length
      offset = range.upperBound
      switch piece {
      case .docLineComment:
        if lineEnds > 1 { finish() }
        group.append(range)
        lineEnds = 0
      case .docBlockComment:
        finish()
        group = [range]
        finish()
      case .lineComment, .blockComment: finish()
      case .newlines(let count), .carriageReturns(let count), .carriageReturnLineFeeds(let count):
        lineEnds += count
      default: break
      }
    }
    finish()
  }
}

extension DeclSyntax {
  /// Who can use it by its own words; `nil` where it says nothing.
  fileprivate var access: DocComment.Access? {
    // An enumeration's cases are for all who know it.
    if self.is(EnumCaseDeclSyntax.self) { return .all }
    // `filter` would give modifiers again, in a copy of the whole tree.
    let modifiers = asProtocol((any WithModifiersSyntax).self)?.modifiers ?? []
    for modifier in modifiers where modifier.detail == nil {
      switch modifier.name.tokenKind {
      case .keyword(.public), .keyword(.open): return .all
      case .keyword(.package), .keyword(.internal): return .module
      case .keyword(.private), .keyword(.fileprivate): return .file
      default: break
      }
    }
    return nil
  }
}

extension DeclSyntax {
  /// Whether it is not meant to be used any more.
  fileprivate var isOutOfUse: Bool {
    let attributes = asProtocol((any WithAttributesSyntax).self)?.attributes ?? []
    return attributes.contains { attribute in
      guard let attribute = attribute.as(AttributeSyntax.self),
        attribute.attributeName.trimmedDescription == "available"
      else { return false }
      let words = attribute.arguments?.trimmedDescription ?? ""
      return ["deprecated", "unavailable", "obsoleted"].contains(where: words.contains)
    }
  }

  /// Who can use what an extension adds, as far as that says so; `nil` for other declarations.
  fileprivate var accessOfAdditions: DocComment.Access? {
    self.as(ExtensionDeclSyntax.self)?.memberBlock.members.lazy.compactMap(\.decl.access).max()
  }
}

/// Looks for the first place at which a source is not Swift.
private final class SyntaxFaultFinder: SyntaxAnyVisitor {
  private var found: Int?

  static func first(in tree: SourceFileSyntax, of source: SourceText) -> Range<Int>? {
    let finder = SyntaxFaultFinder(viewMode: .all)
    finder.walk(tree)
    guard let found = finder.found else { return nil }
    // What is missing stands behind what is there.
    let start = min(max(found, source.contentStart), max(source.contentEnd - 1, 0))
    return start..<min(start + 1, source.contentEnd)
  }

  override func visitAny(_ node: Syntax) -> SyntaxVisitorContinueKind {
    guard found == nil, node.hasError || node.is(TokenSyntax.self) else { return .skipChildren }
    if let unexpected = node.as(UnexpectedNodesSyntax.self) {
      found = unexpected.positionAfterSkippingLeadingTrivia.utf8Offset
    }
    return .visitChildren
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    if found == nil, token.presence == .missing {
      found =
        token.previousToken(viewMode: .sourceAccurate)?.endPositionBeforeTrailingTrivia
        .utf8Offset ?? token.position.utf8Offset
    }
    return .skipChildren
  }
}
