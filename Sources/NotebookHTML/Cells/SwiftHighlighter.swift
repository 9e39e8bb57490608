import NotebookSyntax
import SwiftIDEUtils
import SwiftParser

/// Colours Swift as Swift's own parser reads it.
enum SwiftHighlighter {
  /// The code as text and `span`s, whose classes the style sheet gives colours.
  static func nodes(_ code: String) -> [HTMLNode] {
    // Classified ranges count bytes, and slicing an array of bytes is cheap.
    let bytes = Array(code.utf8)
    var nodes: [HTMLNode] = []
    var written = 0
    func write(upTo end: Int) {
      guard written < end else { return }
      nodes.append(.text(String(decoding: bytes[written..<end], as: UTF8.self)))
      written = end
    }
    for classified in Parser.parse(source: code).classifications {
      let range = classified.range.lowerBound.utf8Offset..<classified.range.upperBound.utf8Offset
      let name = className(of: classified.kind)
      // A name in Hebrew or Arabic would turn round what stands beside it.
      let turns = classified.kind == .identifier && bytes[range].contains { $0 >= 0xD6 }
      guard name != nil || turns else { continue }
      write(upTo: range.lowerBound)
      let text = String(decoding: bytes[range], as: UTF8.self)
      nodes.append(
        name.map { .element("span", [.class($0)], [.text(text)]) }
          ?? .element("bdi", [], [.text(text)])
      )
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
