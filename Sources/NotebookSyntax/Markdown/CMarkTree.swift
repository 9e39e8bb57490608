import CMarkGFM
import Documents
import Synchronization

/// cmark-gfm's tree of a document. This file alone calls the library.
///
/// A node is valid only inside the call to ``withTree(of:_:)`` that gave it.
struct CMarkNode {
  enum Kind {
    case document, quote, list, item, taskItem, codeBlock, htmlBlock, paragraph, heading
    case thematicBreak, footnoteDefinition, table, tableHeader, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
    case footnoteReference
    case unknown
  }

  fileprivate let pointer: OpaquePointer
  let kind: Kind

  fileprivate init(_ pointer: OpaquePointer) {
    self.pointer = pointer
    self.kind = Self.kind(of: pointer)
  }

  /// The library keeps the special characters of its extensions in one table for all threads, and
  /// changes it for each document: two that are parsed at once would spoil each other.
  private static let parsing = Mutex(())

  /// Parses Markdown with GitHub's extensions and visits its tree.
  static func withTree<Result>(of markdown: [UInt8], _ visit: (CMarkNode?) -> Result) -> Result {
    guard let root = parse(markdown) else { return visit(nil) }
    defer { cmark_node_free(root) }
    return visit(CMarkNode(root))
  }

  private static func parse(_ markdown: [UInt8]) -> OpaquePointer? {
    // To look for footnotes the library goes through the whole tree again.
    let footnotes = markdown.contains(text: "[^") ? CMARK_OPT_FOOTNOTES : 0
    return parsing.withLock { _ in
      cmark_gfm_core_extensions_ensure_registered()
      let parser = cmark_parser_new(footnotes | CMARK_OPT_UNSAFE)
      defer { cmark_parser_free(parser) }
      for name in ["table", "strikethrough", "autolink", "tasklist"] {
        if let ext = cmark_find_syntax_extension(name) {
          cmark_parser_attach_syntax_extension(parser, ext)
        }
      }
      markdown.withUnsafeBytes { bytes in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        cmark_parser_feed(parser, start, bytes.count)
      }
      return SendablePointer(pointer: cmark_parser_finish(parser))
    }.pointer
  }

  /// The tree belongs to whoever parsed it; only parsing is shared.
  private struct SendablePointer: @unchecked Sendable {
    var pointer: OpaquePointer?
  }

  var firstChild: CMarkNode? { cmark_node_first_child(pointer).map(CMarkNode.init) }
  var next: CMarkNode? { cmark_node_next(pointer).map(CMarkNode.init) }

  /// Visits each child and frees it, so that a long document is not held twice.
  func consumeChildren(_ visit: (CMarkNode) -> Void) {
    while let child = firstChild {
      visit(child)
      cmark_node_free(child.pointer)
    }
  }

  /// The first line and column, from 1, and the last, which belong to the node.
  var start: (line: Int, column: Int) {
    (Int(cmark_node_get_start_line(pointer)), Int(cmark_node_get_start_column(pointer)))
  }
  var end: (line: Int, column: Int) {
    (Int(cmark_node_get_end_line(pointer)), Int(cmark_node_get_end_column(pointer)))
  }

  /// The library's own name of the node's type.
  var typeName: String { string(cmark_node_get_type_string(pointer)) }

  /// The text of a text, code or HTML node, a footnote's name or a reference's number.
  var literal: String { string(cmark_node_get_literal(pointer)) }

  /// The first two bytes of ``literal``, 0 where it has none: the text itself takes a copy.
  var literalStart: (UInt8, UInt8) {
    guard let text = cmark_node_get_literal(pointer), text[0] != 0 else { return (0, 0) }
    return (UInt8(bitPattern: text[0]), UInt8(bitPattern: text[1]))
  }

  var isFenced: Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }

  var fenceInfo: String { string(cmark_node_get_fence_info(pointer)) }
  var destination: String { string(cmark_node_get_url(pointer)) }
  var title: String { string(cmark_node_get_title(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var isDone: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

  /// The first number of an ordered list, or `nil` for a bullet list.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      ? Int(cmark_node_get_list_start(pointer)) : nil
  }

  /// How a table's columns are set: `l`, `c`, `r` or 0.
  var columnAlignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else {
      return Array(repeating: 0, count: count)
    }
    return Array(UnsafeBufferPointer(start: alignments, count: count))
  }

  private func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map(String.init(cString:)) ?? ""
  }

  private static func kind(of pointer: OpaquePointer) -> Kind {
    let type = cmark_node_get_type(pointer)
    let kind = coreKind(type)
    if let kind, kind != .item { return kind }
    // The extensions' types are numbered when they are registered; their names stay. A task is an
    // item under another name.
    switch cmark_node_get_type_string(pointer).map(String.init(cString:)) {
    case "item": return .item
    case "tasklist": return .taskItem
    case "table": return .table
    case "table_header": return .tableHeader
    case "table_row": return .tableRow
    case "table_cell": return .tableCell
    case "strikethrough": return .strikethrough
    default: return .unknown
    }
  }

  private static func coreKind(_ type: cmark_node_type) -> Kind? {
    switch type {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    case CMARK_NODE_DOCUMENT: .document
    default: nil
    }
  }
}
