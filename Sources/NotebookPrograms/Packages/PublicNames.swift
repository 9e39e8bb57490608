import SwiftParser
import SwiftSyntax

/// What a module's source declares for others.
package enum PublicNames {
  /// The names that a source declares at its top level and that can be imported.
  package static func all(in source: String) -> [String] {
    Parser.parse(source: source).statements.flatMap { item -> [String] in
      guard case .decl(let declaration) = item.item, declaration.isPublic else { return [] }
      return CodeItem(item).declared.map(\.name)
    }
  }

  /// Whether a source declares a name at its top level that can be imported.
  package static func isDeclared(_ name: String, in source: String) -> Bool {
    // To parse a source takes much longer than to look for a word.
    guard source.contains(name) else { return false }
    return Parser.parse(source: source).statements.contains { item in
      guard case .decl(let declaration) = item.item else { return false }
      return declaration.isPublic && CodeItem(item).declared.contains { $0.name == name }
    }
  }
}

extension DeclSyntax {
  fileprivate var isPublic: Bool {
    asProtocol((any WithModifiersSyntax).self)?.modifiers.contains {
      [.keyword(.public), .keyword(.open)].contains($0.name.tokenKind)
    } ?? false
  }
}
