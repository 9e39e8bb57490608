import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  /// A theorem or its like: its name and number run into its first paragraph.
  mutating func write(_ theorem: Theorem, at offset: Int) {
    switch theorem.kind {
    case .solution: writeSolution(theorem)
    case .proof: write(theorem, number: nil, anchor: theorem.label?.name)
    default:
      write(
        theorem,
        number: context.theoremNumber(at: offset),
        anchor: context.statementAnchor(at: offset) ?? theorem.label?.name
      )
    }
  }

  private mutating func write(_ theorem: Theorem, number: String?, anchor name: String?) {
    let words = ([context.words.name(of: theorem.kind)] + (number.map { [$0] } ?? []))
      .joined(separator: Words.noBreakSpace)
    var attributes = [HTMLAttribute.class("theorem \(theorem.kind.rawValue)")]
    if let name { attributes += anchor(name) }
    attributes += [.role("group"), .label(words)]
    element("div", attributes) { body in
      body.html.endLine()
      let head = body.head(words, theorem)
      body.write(theorem.blocks, after: head, endsProof: theorem.kind == .proof)
    }
  }

  /// `Theorem 2 (The words).`, and `Proof of Theorem 2.`
  private mutating func head(_ name: String, _ theorem: Theorem) -> [HTMLNode] {
    var words: [HTMLNode] = [.element("strong", [], [.text(name)])]
    if !theorem.title.isEmpty {
      let title = nodes(theorem.title)
      words += theorem.kind == .proof ? [.text(" ")] + title : [.text(" (")] + title + [.text(")")]
    }
    return [.element("span", [.class("theorem-title")], words + [.text(".")]), .text(" ")]
  }

  private mutating func write(_ blocks: [Block], after head: [HTMLNode], endsProof: Bool) {
    let end = HTMLNode.element(
      "span",
      [.class("tombstone"), .role("img"), .label(context.words[.endOfProof])],
      [.text("∎")]
    )
    var blocks = blocks[...]
    var first = head
    if case .paragraph(let inlines)? = blocks.first?.content {
      blocks.removeFirst()
      first += nodes(inlines)
    }
    if endsProof, blocks.isEmpty { first += [.text(" "), end] }
    writeLine(.element("p", [], first))
    guard endsProof, let last = blocks.popLast() else { return write(Array(blocks)) }
    write(Array(blocks))
    if case .paragraph(let inlines) = last.content {
      writeLine(.element("p", [], nodes(inlines) + [.text(" "), end]))
    } else {
      write(last)
      writeLine(.element("p", [.class("end-of-proof")], [end]))
    }
  }

  /// A solution, which readers open when they have tried for themselves.
  private mutating func writeSolution(_ theorem: Theorem) {
    element("details", [.class("fold solution")]) { body in
      body.html.endLine()
      var words: [HTMLNode] = [.text(body.context.words.name(of: theorem.kind))]
      if !theorem.title.isEmpty { words += [.text(" ")] + body.nodes(theorem.title) }
      body.writeLine(.element("summary", [], words))
      body.write(theorem.blocks)
    }
  }
}
