import Documents

@testable import NotebookSyntax

/// A document, whatever it holds, gives blocks within it, one after the other, in time that grows with it; and
/// where it holds none of the notebook's own signs, they are those of cmark-gfm.
func fuzz(_ bytes: [UInt8]) {
  let source = SourceText(path: "a.md", bytes: bytes)
  let notebook = NotebookParser.parse(source)
  hold(notebook.diagnostics, in: source)
  hold(notebook.blocks, in: source.contentStart..<source.contentEnd, of: source)
  for piece in notebook.pieces { holdInside(piece.range, source, "a piece") }
  for output in notebook.outputs { holdInside(output.range, source, "a promise") }
  hold(!notebook.dump.isEmpty || notebook.blocks.isEmpty, "each block is dumped")
  holdLinear(bytes) { _ = NotebookParser.parse(SourceText(path: "a.md", bytes: $0)) }
  holdPlain(bytes)
}

private func hold(_ blocks: [Block], in range: Range<Int>, of source: SourceText) {
  for block in blocks {
    holdInside(block.range, source, "a block")
    switch block.content {
    case .quote(let inner): hold(inner, in: block.range, of: source)
    case .list(let list): for item in list.items { hold(item.blocks, in: item.range, of: source) }
    case .callout(let callout): hold(callout.blocks, in: block.range, of: source)
    default: break
    }
  }
}

/// The signs that begin what only notebooks have: formulas, values, labels, references, footnotes, theorems,
/// captions, comments and attributes.
private let own = Set("$\\{@^:!\"'.-%".utf8)

/// Holds a document without them to have the blocks that cmark-gfm finds.
private func holdPlain(_ bytes: [UInt8]) {
  let plain = bytes.filter { !own.contains($0) && $0 != 0 && $0 != UInt8(ascii: "\r") }
  let source = SourceText(path: "a.md", bytes: plain)
  guard source.faults.isEmpty, !plain.contains(MaskedText.leadByte) else { return }
  let notebook = NotebookParser.parse(source)
  guard notebook.diagnostics.isEmpty, notebook.pieces.isEmpty, notebook.outputs.isEmpty else {
    return
  }
  let found = notebook.blocks.flatMap { names(of: $0, 0) }
  // A fence of mathematics and its like are extras, too.
  guard !found.contains(where: { $0.hasSuffix("?") }) else { return }
  let expected = CMarkNode.withTree(of: plain) { root in root.map { names(of: $0, 0) } ?? [] }
  hold(found == expected, "blocks are cmark-gfm's: \(found) \(expected)")
}

private func names(of block: Block, _ depth: Int) -> [String] {
  let indent = String(repeating: " ", count: depth)
  func all(_ name: String, _ blocks: [Block]) -> [String] {
    [indent + name] + blocks.flatMap { names(of: $0, depth + 1) }
  }
  return switch block.content {
  case .paragraph: [indent + "paragraph"]
  case .heading: [indent + "heading"]
  case .quote(let blocks): all("block_quote", blocks)
  case .list(let list):
    [indent + "list"]
      + list.items.flatMap { item in
        [indent + " item"] + item.blocks.flatMap { names(of: $0, depth + 2) }
      }
  case .code, .cell, .output: [indent + "code_block"]
  case .html: [indent + "html_block"]
  case .table: [indent + "table"]
  case .thematicBreak: [indent + "thematic_break"]
  default: [indent + "?"]
  }
}

private func names(of node: CMarkNode, _ depth: Int) -> [String] {
  var result: [String] = []
  var child = node.firstChild
  while let each = child {
    let name = each.kind == .taskItem ? "item" : each.typeName
    result.append(String(repeating: " ", count: depth) + name)
    if [.quote, .list, .item, .taskItem].contains(each.kind) {
      result += names(of: each, depth + 1)
    }
    child = each.next
  }
  return result
}
