import Documents
import Yams

/// `bibliography` and `crossref`.
extension FrontMatterParser {
  /// A path or a list of paths.
  mutating func paths(_ node: Node, _ key: String, _ example: String) -> [FrontMatter.Path] {
    let nodes = node.sequence.map(Array.init) ?? [node]
    var paths: [FrontMatter.Path] = []
    for node in nodes {
      guard let text = node.scalar?.string, !text.isEmpty, node.null == nil else {
        report(
          "'\(key)' is a path or a list of paths",
          help: "such as '\(key): \(example)'",
          range(of: node)
        )
        continue
      }
      paths.append(FrontMatter.Path(path: text, range: range(ofText: node)))
    }
    return paths
  }

  mutating func referenceWords(_ node: Node) -> [Label.Kind: String] {
    guard let mapping = node.mapping else {
      report(
        "'crossref' is a list of words for kinds of labels",
        help: "such as 'crossref: {eq-prefix: Eq.}'",
        range(of: node)
      )
      return [:]
    }
    var words: [Label.Kind: String] = [:]
    for (keyNode, value) in mapping {
      let key = keyNode.scalar?.string ?? ""
      guard let kind = Label.Kind.allCases.first(where: { Self.key(of: $0) == key }) else {
        let known = Label.Kind.allCases.map(Self.key)
        report(
          "there is no word '\(key)' in 'crossref'",
          help: nearestName(to: key, in: known).map { "did you mean '\($0)'?" }
            ?? "the words are " + known.joined(separator: ", "),
          range(ofText: keyNode)
        )
        continue
      }
      guard let word = value.scalar?.string, value.null == nil else {
        report("'\(key)' is a text", help: "such as '\(key): \(kind.word)'", range(of: value))
        continue
      }
      words[kind] = word
    }
    return words
  }

  private static func key(of kind: Label.Kind) -> String { "\(kind.rawValue)-prefix" }
}
