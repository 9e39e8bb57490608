import NotebookSyntax
import SwiftIDEUtils
import SwiftParser

/// Colours Swift as Swift's own parser reads it.
enum SwiftHighlighter {
  /// The code as text and `span`s, whose classes the style sheet gives colours, and links.
  /// - Parameters:
  ///   - links: where declarations are documented.
  ///   - shadowed: names that other code of the page declares.
  static func nodes(
    _ code: String,
    linking links: DeclarationLinks = DeclarationLinks(),
    besides shadowed: Set<String> = []
  ) -> [HTMLNode] {
    // Classified ranges count bytes, and slicing an array of bytes is cheap.
    let bytes = Array(code.utf8)
    var nodes: [HTMLNode] = []
    var written = 0
    func write(upTo end: Int) {
      guard written < end else { return }
      nodes.append(.text(String(decoding: bytes[written..<end], as: UTF8.self)))
      written = end
    }
    let tree = Parser.parse(source: code)
    let names = links.isEmpty ? nil : LinkedNames(in: tree, links, besides: shadowed)
    for classified in tree.classifications {
      let range = classified.range.lowerBound.utf8Offset..<classified.range.upperBound.utf8Offset
      let name = className(of: classified.kind)
      // A name in Hebrew or Arabic would turn round what stands beside it.
      let turns = classified.kind == .identifier && bytes[range].contains { $0 >= 0xD6 }
      let address = names?.addresses[range.lowerBound]
      guard name != nil || turns || address != nil else { continue }
      write(upTo: range.lowerBound)
      var node = HTMLNode.text(String(decoding: bytes[range], as: UTF8.self))
      if let name {
        node = .element("span", [.class(name)], [node])
      } else if turns {
        node = .element("bdi", [], [node])
      }
      nodes.append(address.map { .element("a", [.href($0)], [node]) } ?? node)
      written = range.upperBound
    }
    write(upTo: bytes.count)
    return nodes
  }

  private static func className(of kind: SyntaxClassification) -> String? {
    switch kind {
    case .keyword: "k"
    case .stringLiteral, .regexLiteral: "s"
    case .integerLiteral, .floatLiteral: "n"
    case .lineComment, .blockComment: "c"
    case .docLineComment, .docBlockComment: "d"
    case .type: "t"
    case .attribute: "a"
    case .ifConfigDirective: "p"
    case .argumentLabel: "l"
    case .editorPlaceholder: "h"
    case .dollarIdentifier, .identifier, .operator, .none: nil
    @unknown default: nil
    }
  }
}
