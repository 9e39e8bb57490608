import NotebookSyntax
import SwiftParser
import SwiftSyntax

/// What a cell is, told by its code alone: a part of a program, or something that documentation shows and
/// that no compiler can take as it stands. Only what is plainly so is something else, as nothing that is
/// meant to work may go unchecked.
package struct CellKind {
  /// Why the cell is not checked; `nil` where it is a part of a program.
  package let exemption: Cell.Exemption?

  package init(_ cell: Cell) {
    let text = cell.code.text
    let tree = Parser.parse(source: text)
    if ManifestWords.occur(in: text) {
      exemption = .manifest
    } else if tree.hasError, ShellWords.begin(text) {
      exemption = .shell
    } else if Placeholder.stands(in: tree) {
      exemption = .placeholder
    } else if tree.isListing {
      exemption = .signatures
    } else if tree.hasMembersAlone {
      exemption = .members
    } else if tree.hasError, cell.isPlain {
      exemption = .notSwift
    } else if OtherPlatform.isMeant(by: tree) {
      exemption = .platform
    } else {
      exemption = nil
    }
  }
}

extension SourceFileSyntax {
  fileprivate var declarations: [DeclSyntax] {
    statements.compactMap { if case .decl(let declaration) = $0.item { declaration } else { nil } }
  }

  /// Whether it declares and does nothing, and something that it declares has no body.
  fileprivate var isListing: Bool {
    let declarations = declarations
    return declarations.count == statements.count && declarations.contains { $0.lacksBody }
  }

  /// Whether something stands at its top level that only a type can hold.
  fileprivate var hasMembersAlone: Bool {
    guard let first = statements.first else { return false }
    if case .decl(let declaration) = first.item, declaration.isMember || declaration.isWrapped {
      return true
    }
    // The parser takes `case` for the part of a `switch` that is not there.
    return hasError && first.firstToken(viewMode: .all)?.tokenKind == .keyword(.case)
  }
}

extension DeclSyntax {
  /// Whether a body is missing in it, or in a member.
  fileprivate var lacksBody: Bool {
    if let function = self.as(FunctionDeclSyntax.self) { return function.body == nil }
    if let initializer = self.as(InitializerDeclSyntax.self) { return initializer.body == nil }
    if let index = self.as(SubscriptDeclSyntax.self) {
      return index.accessorBlock.map(\.lacksBodies) ?? true
    }
    if let variable = self.as(VariableDeclSyntax.self) {
      return variable.bindings.contains { $0.accessorBlock?.lacksBodies ?? false }
    }
    // In a protocol nothing has one.
    guard !self.is(ProtocolDeclSyntax.self), let type = asProtocol((any DeclGroupSyntax).self)
    else {
      return false
    }
    return type.memberBlock.members.contains { $0.decl.lacksBody }
  }

  /// Whether only a type can hold it.
  var isMember: Bool {
    if [.initializerDecl, .deinitializerDecl, .subscriptDecl, .enumCaseDecl].contains(kind) {
      return true
    }
    let words: Set = [
      "static", "class", "override", "mutating", "nonmutating", "required", "convenience",
    ]
    guard [.functionDecl, .variableDecl].contains(kind) else { return false }
    let modifiers = asProtocol((any WithModifiersSyntax).self)?.modifiers
    return modifiers?.contains { words.contains($0.name.text) } ?? false
  }
}

extension DeclSyntax {
  /// Whether it is a variable in a property wrapper, such as `@Option var name: String`: where a program
  /// begins, there can be none.
  fileprivate var isWrapped: Bool {
    guard let variable = self.as(VariableDeclSyntax.self) else { return false }
    return variable.attributes.contains { attribute in
      guard let name = attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription else {
        return false
      }
      return name.first?.isUppercase == true && !name.hasSuffix("Actor")
    }
  }
}

extension AccessorBlockSyntax {
  /// Whether it only says which accessors there are, as in `{ get }`.
  fileprivate var lacksBodies: Bool {
    guard case .accessors(let accessors) = accessors else { return false }
    return accessors.contains { $0.body == nil }
  }
}
