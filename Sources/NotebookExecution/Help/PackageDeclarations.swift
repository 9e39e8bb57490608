import Foundation
import SwiftParser
import SwiftSyntax

/// The public names of a package's libraries, read in its sources: it need not be built for that.
struct PackageDeclarations {
  /// The modules by name, each with the folder of its sources.
  private let folders: [String: String]

  /// - Parameter folder: the folder that holds `Package.swift`.
  init?(of folder: String) {
    guard let manifest = try? String(contentsOfFile: "\(folder)/Package.swift", encoding: .utf8)
    else {
      return nil
    }
    let calls = ManifestCalls(viewMode: .sourceAccurate)
    calls.walk(Parser.parse(source: manifest))
    var folders: [String: String] = [:]
    for target in calls.exported {
      let places =
        calls.paths[target].map { [$0] }
        ?? ["Sources", "Source", "src", "srcs"].map { "\($0)/\(target)" }
      let place = places.map { "\(folder)/\($0)" }.first(where: FileManager.default.fileExists)
      folders[target.replacing("-", with: "_")] = place
    }
    self.folders = folders
  }

  /// The names of its modules.
  var modules: [String] { folders.keys.sorted() }

  /// The modules that declare a name for others.
  func modules(with name: String) -> [String] {
    modules.filter { module in
      folders[module].map { Self.sources(in: $0) }?.contains { Self.declares(name, in: $0) }
        ?? false
    }
  }

  /// So many files are read at most.
  private static let most = 2000

  private static func sources(in folder: String) -> [String] {
    let files = FileManager.default.enumerator(atPath: folder)
    var sources: [String] = []
    while sources.count < most, let file = files?.nextObject() as? String {
      if file.hasSuffix(".swift") { sources.append("\(folder)/\(file)") }
    }
    return sources
  }

  private static func declares(_ name: String, in file: String) -> Bool {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8), text.contains(name) else {
      return false
    }
    return Parser.parse(source: text).statements.contains { item in
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

/// What a manifest says of its libraries and where their sources are.
private final class ManifestCalls: SyntaxVisitor {
  private(set) var exported: Set<String> = []
  private(set) var paths: [String: String] = [:]

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    let name = node.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
    switch name {
    case "library": exported.formUnion(node.texts(of: "targets"))
    case "target":
      if let target = node.texts(of: "name").first, let path = node.texts(of: "path").first {
        paths[target] = path
      }
    default: break
    }
    return .visitChildren
  }
}

extension FunctionCallExprSyntax {
  /// The texts that an argument holds.
  fileprivate func texts(of label: String) -> [String] {
    guard let value = arguments.first(where: { $0.label?.text == label })?.expression else {
      return []
    }
    if let text = value.as(StringLiteralExprSyntax.self)?.representedLiteralValue { return [text] }
    return value.as(ArrayExprSyntax.self)?.elements.compactMap {
      $0.expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue
    } ?? []
  }
}
