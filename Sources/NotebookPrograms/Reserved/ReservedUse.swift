import Documents
import Foundation
import SwiftSyntax

/// A place at which code takes what is not a cell's: a name of the program around the cells, or that of a
/// function which this program calls, so that a cell would be called in its place.
struct ReservedUse {
  /// Where it stands in the piece's code.
  var range: Range<Int>
  var reason: Reason

  enum Reason {
    /// A generated name is declared or used.
    case generated(String)
    /// A function is declared that the linker would take for one of the system's.
    case system(String)
    /// Something inside of the recorder is named as the linker does.
    case inside
    /// Something is to run before the program begins.
    case beforeStart
  }

  /// All of them in a piece's code.
  static func all(in tree: SourceFileSyntax, _ bytes: [UInt8]) -> [ReservedUse] {
    // Hardly any code has one of these signs.
    guard bytes.contains(UInt8(ascii: "_")) || bytes.contains(UInt8(ascii: "@")) else { return [] }
    let finder = ReservedUseFinder(viewMode: .sourceAccurate)
    finder.walk(tree)
    return finder.found
  }
}

private final class ReservedUseFinder: SyntaxVisitor {
  private(set) var found: [ReservedUse] = []

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    if let name = token.identifier?.name, GeneratedNames.contains(name) {
      found.append(ReservedUse(range: Syntax(token).textRange, reason: .generated(name)))
    }
    return .skipChildren
  }

  override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind {
    let name = node.attributeName.trimmedDescription
    let given = Self.argument(of: node)
    switch name {
    case "_silgen_name", "_cdecl", "c", "_extern", "_expose":
      let function = node.parent?.parent?.as(FunctionDeclSyntax.self)
      let symbol = given ?? function?.name.text ?? ""
      if symbol.contains("15NotebookDisplay") {
        note(node, .inside)
      } else if function?.body != nil, Self.isOfSystem(symbol) {
        note(node, .system(symbol))
      }
    case "section", "_section":
      let isEarly = Self.earlySections.contains { given?.contains($0) ?? false }
      if isEarly { note(node, .beforeStart) }
    default: break
    }
    return .visitChildren
  }

  private func note(_ node: AttributeSyntax, _ reason: ReservedUse.Reason) {
    found.append(ReservedUse(range: Syntax(node).textRange, reason: reason))
  }

  /// The text, or the name, that an attribute is given last.
  private static func argument(of node: AttributeSyntax) -> String? {
    guard let arguments = node.arguments else { return nil }
    let texts = arguments.tokens(viewMode: .sourceAccurate).compactMap { token -> String? in
      switch token.tokenKind {
      case .stringSegment(let text): text
      case .identifier(let name): name
      default: nil
      }
    }
    return texts.last
  }

  /// Whether a library that every program has declares a name.
  private static func isOfSystem(_ name: String) -> Bool {
    dlsym(dlopen(nil, RTLD_NOW), name) != nil
  }

  private static let earlySections = ["init_array", ".ctors", ".init", "mod_init_func"]
}

extension ParsedPiece {
  /// What its code takes that is not a cell's.
  package func reservedUses(in notebook: SourceText) -> [Diagnostic] {
    let source = source(in: notebook)
    return ReservedUse.all(in: tree, bytes).map { use in
      Diagnostic(
        .error,
        .reservedName,
        use.reason.message,
        help: use.reason.help,
        in: source,
        at: sourceRange(of: use.range)
      )
    }
  }
}

extension ReservedUse.Reason {
  fileprivate var message: String {
    switch self {
    case .generated(let name):
      "'\(name)' belongs to the program around the cells, and a cell can neither declare nor use it"
    case .system(let name):
      "'\(name)' is one of the system's functions, and no cell can stand in its place"
    case .inside: "this refers to the inside of 'NotebookDisplay', which is not the cells' own"
    case .beforeStart: "a cell cannot run before its program begins"
    }
  }

  fileprivate var help: String? {
    switch self {
    case .generated: "choose another name"
    case .system: "give it another name for C"
    case .inside, .beforeStart: nil
    }
  }
}
