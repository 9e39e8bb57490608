import Documents
import Files
import Foundation
import LibrarySources
import NotebookExecution
import NotebookHTML
import NotebookPrograms
import NotebookSyntax

/// The public declarations of a library, read out of its sources.
struct LibraryReference: Sendable {
  /// What stands under one name: a type with its members, or functions.
  struct Section: Sendable {
    var name: String
    var declarations: [Entry] = []
    var members: [Entry] = []
  }

  /// A declaration, and the name of its place on the page.
  struct Entry: Sendable {
    var anchor: String
    var declaration: DocumentedDeclaration
    /// The source that it stands in.
    var path: String
  }

  /// The name of the module.
  let module: String
  private(set) var sections: [Section] = []

  /// - Parameters:
  ///   - module: the name of the module.
  ///   - sources: its sources, in order.
  init(_ module: String, _ sources: [SourceText]) {
    self.module = module
    var hidden: Set<String> = []
    var all: [(declaration: DocumentedDeclaration, path: String)] = []
    for source in sources {
      let documented = DocumentedSource(source, listsDeclarations: true)
      hidden.formUnion(documented.hiddenTypes)
      all += documented.declarations.map { ($0, source.path) }
    }
    let shown = all.filter {
      !hidden.contains($0.declaration.path[0]) || $0.declaration.path.count == 1
    }
    var anchors = Anchors()
    var byName: [String: Section] = [:]
    // What is declared comes before what is only extended, so that the shorter names are theirs.
    for (declaration, path) in shown where declaration.path.count == 1 {
      let entry = Entry(
        anchor: anchors.next(for: declaration),
        declaration: declaration,
        path: path
      )
      byName[declaration.baseName, default: Section(name: declaration.baseName)].declarations
        .append(entry)
    }
    for (declaration, path) in shown where declaration.path.count > 1 {
      let entry = Entry(
        anchor: anchors.next(for: declaration),
        declaration: declaration,
        path: path
      )
      byName[declaration.path[0], default: Section(name: declaration.path[0])].members.append(entry)
    }
    sections = byName.values.sorted { $0.order < $1.order }
  }

  /// The names of places, by what code and words call the declarations.
  var names: [String: String] {
    var names: [String: String] = [:]
    for entry in sections.flatMap({ $0.declarations + $0.members }) {
      let path = entry.declaration.path
      let outer = path.dropLast().map { $0 + "." }.joined()
      for name in [outer + entry.declaration.baseName, path.joined(separator: ".")]
      where names[name] == nil {
        names[name] = entry.anchor
      }
    }
    return names
  }

  /// Names of places that no two declarations have.
  private struct Anchors {
    private var taken: Set<String> = []

    mutating func next(for declaration: DocumentedDeclaration) -> String {
      let words = declaration.path.dropLast() + [declaration.baseName]
      let name = words.map(Self.plain).joined(separator: ".")
      var anchor = name
      var number = 1
      while !taken.insert(anchor).inserted {
        number += 1
        anchor = "\(name)-\(number)"
      }
      return anchor
    }

    /// A name that an address can hold as it is: the signs of an operator by their numbers.
    private static func plain(_ name: String) -> String {
      if name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) { return name }
      return "operator" + name.unicodeScalars.map { "-" + String($0.value, radix: 16) }.joined()
    }
  }
}

extension LibraryReference.Section {
  /// Types come first, then functions, operators, and at last the types of others that have members here.
  fileprivate var order: (Int, String, String) {
    let isOperator = !name.contains { $0.isLetter }
    let group =
      declarations.isEmpty ? 3 : declarations[0].declaration.isType ? 0 : isOperator ? 2 : 1
    return (group, name.lowercased(), name)
  }
}
