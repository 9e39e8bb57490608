import SwiftSyntax

/// Something that some code is known to do to the process or to files: `srand48(1)`, `chdir("a")`,
/// `data.write(to: file)`.
struct ProcessChange: Sendable, Equatable {
  /// The function by its name.
  var name: String
  /// Where the name stands in the code.
  var offset: Int

  /// The first such thing in some code, itself and without what it calls.
  ///
  /// - Parameter declared: the names that mean something else in the program.
  static func first(in code: some SyntaxProtocol, besides declared: Set<String>) -> ProcessChange? {
    let finder = ProcessChangeFinder(declared)
    finder.walk(code)
    return finder.found
  }

  /// What the methods of a type do, by their names.
  static func inMethods(
    of type: some SyntaxProtocol,
    besides declared: Set<String>
  ) -> [String: ProcessChange] {
    let reader = MethodReader(viewMode: .sourceAccurate)
    reader.walk(type)
    return reader.methods.compactMapValues { first(in: $0, besides: declared) }
  }
}

private final class MethodReader: SyntaxVisitor {
  private(set) var methods: [String: FunctionDeclSyntax] = [:]

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    methods[node.name.text] = node
    return .skipChildren
  }
}

private final class ProcessChangeFinder: SyntaxVisitor {
  private(set) var found: ProcessChange?
  private let declared: Set<String>

  init(_ declared: Set<String>) {
    self.declared = declared
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    guard found == nil else { return .skipChildren }
    let callee = node.calledExpression
    if let member = callee.as(MemberAccessExprSyntax.self) {
      let name = member.declName.baseName
      if changes(name.text, of: member.base, node) { note(name) }
    } else if let function = callee.as(DeclReferenceExprSyntax.self)?.baseName,
      !declared.contains(function.text), changes(function.text)
    {
      note(function)
    }
    return .visitChildren
  }

  private func note(_ name: TokenSyntax) {
    found =
      found
      ?? ProcessChange(
        name: name.text,
        offset: name.positionAfterSkippingLeadingTrivia.utf8Offset
      )
  }

  private func changes(_ function: String) -> Bool {
    ProcessWords.isChanging(function) || Self.fileFunctions.contains(function)
  }

  private func changes(
    _ member: String,
    of base: ExprSyntax?,
    _ call: FunctionCallExprSyntax
  ) -> Bool {
    guard member == "write" else {
      // A module may be named before its function.
      let isModule = base.map { ProcessWords.knownModules.contains($0.trimmedDescription) } ?? false
      return Self.fileMembers.contains(member) || isModule && changes(member)
    }
    // `text.write(to: &other)` only changes a variable.
    guard let first = call.arguments.first else { return false }
    return ["to", "toFile"].contains(first.label?.text)
      && !first.expression.is(InOutExprSyntax.self)
  }

  private static let fileFunctions: Set = [
    "chmod", "chown", "link", "mkdir", "mkfifo", "mkstemp", "mkdtemp", "rename", "rmdir", "symlink",
    "truncate", "unlink", "utime",
  ]

  private static let fileMembers: Set = [
    "changeCurrentDirectoryPath", "copyItem", "createDirectory", "createFile", "createSymbolicLink",
    "linkItem", "moveItem", "removeItem", "replaceItem", "replaceItemAt", "setAttributes",
    "trashItem",
  ]
}
