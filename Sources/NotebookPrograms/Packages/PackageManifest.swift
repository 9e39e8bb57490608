import SwiftParser
import SwiftSyntax

/// What a manifest says of its libraries and where their sources are, as far as it is written in
/// literals.
package struct PackageManifest {
  /// The targets of which its libraries are made.
  package let exportedTargets: Set<String>
  /// Its targets in order.
  package let targets: [Target]

  /// A target, as it is written.
  package struct Target: Sendable {
    /// What kind it is.
    package enum Kind: String, Sendable {
      case target, executableTarget, testTarget, macro, plugin
    }

    /// What it is called.
    package var name: String
    package var kind: Kind
    /// Its folder, where it names its own.
    package var path: String?
    /// The targets and products that it needs; `nil` where they are not written in literals.
    package var dependencies: [String]?
  }

  /// The folders of targets that name their own.
  package var paths: [String: String] {
    targets.reduce(into: [:]) { paths, target in
      if target.kind == .target, let path = target.path { paths[target.name] = path }
    }
  }

  /// - Parameter source: the text of a `Package.swift`.
  package init(_ source: String) {
    let calls = ManifestCalls(viewMode: .sourceAccurate)
    calls.walk(Parser.parse(source: source))
    (exportedTargets, targets) = (calls.exported, calls.targets)
  }
}

private final class ManifestCalls: SyntaxVisitor {
  private(set) var exported: Set<String> = []
  private(set) var targets: [PackageManifest.Target] = []

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    let name = node.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
    if name == "library" { exported.formUnion(node.texts(of: "targets")) }
    if let kind = name.flatMap(PackageManifest.Target.Kind.init),
      let name = node.texts(of: "name").first
    {
      targets.append(
        PackageManifest.Target(
          name: name,
          kind: kind,
          path: node.texts(of: "path").first,
          dependencies: node.dependencies
        )
      )
    }
    return .visitChildren
  }
}

extension FunctionCallExprSyntax {
  /// What a target needs: names, and calls such as `.target(name: "A")`.
  fileprivate var dependencies: [String]? {
    guard let value = arguments.first(where: { $0.label?.text == "dependencies" })?.expression
    else { return [] }
    guard let list = value.as(ArrayExprSyntax.self)?.elements else { return nil }
    var names: [String] = []
    for element in list {
      if let text = element.expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue {
        names.append(text)
      } else if let name = element.expression.as(FunctionCallExprSyntax.self)?.texts(of: "name")
        .first
      {
        names.append(name)
      } else {
        return nil
      }
    }
    return names
  }

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
