import SwiftParser
import SwiftSyntax

/// What a manifest says of its libraries and where their sources are, as far as it is written in
/// literals.
package struct PackageManifest {
  /// The targets of which its libraries are made.
  package let exportedTargets: Set<String>
  /// The folders of targets that name their own.
  package let paths: [String: String]

  /// - Parameter source: the text of a `Package.swift`.
  package init(_ source: String) {
    let calls = ManifestCalls(viewMode: .sourceAccurate)
    calls.walk(Parser.parse(source: source))
    (exportedTargets, paths) = (calls.exported, calls.paths)
  }
}

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
