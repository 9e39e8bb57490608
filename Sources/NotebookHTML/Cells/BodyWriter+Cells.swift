import NotebookDisplay
import NotebookLayout
import NotebookSyntax
import Timing

extension BodyWriter {
  /// A code block that is not run.
  func node(_ code: CodeBlock) -> HTMLNode {
    let attributes = code.language.isEmpty ? [] : [HTMLAttribute.class("language-" + code.language)]
    return .element("pre", [], [.element("code", attributes, [.text(code.text)])])
  }

  /// A cell: its code, and below what it showed.
  mutating func write(_ cell: Cell) {
    guard !cell.isHidden else { return }
    guard cell.mode != .ignore else {
      writeCode(of: cell, isCaptioned: cell.isCaptioned)
      return
    }
    let output = cell.showsOutput ? nodes(shownOrPromisedBy: cell) : []
    guard cell.showsCode || cell.isCaptioned || !output.isEmpty else { return }
    // A caption without a label belongs to the code only where nothing else is there to see.
    let isListing = cell.label.map { $0.kind == .listing } ?? output.isEmpty
    let captionsCode = cell.isCaptioned && cell.showsCode && isListing
    element("div", [.class("cell")]) { body in
      body.html.endLine()
      if cell.showsCode { body.writeCode(of: cell, isCaptioned: captionsCode) }
      body.write(output, of: cell, isCaptioned: cell.isCaptioned && !captionsCode)
    }
  }

  /// What a cell showed; one that has not run keeps its author's promise on the page.
  private mutating func nodes(shownOrPromisedBy cell: Cell) -> [HTMLNode] {
    let output = nodes(shownBy: cell.id)
    guard output.isEmpty, let fence = context.fence(of: cell.id) else { return output }
    return printed(fence.text.text, isError: false)
  }

  private mutating func writeCode(of cell: Cell, isCaptioned: Bool) {
    guard isCaptioned else {
      writeLine(codeBlock(of: cell))
      return
    }
    element("figure", [.class("listing")] + (cell.label.map { anchor($0.name) } ?? [])) { body in
      body.writeLine(body.caption(cell.label, cell.caption))
      body.writeLine(body.codeBlock(of: cell))
    }
  }

  private func codeBlock(of cell: Cell) -> HTMLNode {
    let code = HTMLNode.element(
      "code",
      [.class("language-swift")],
      [measured(.highlighting) { self.code.node(cell.code.text) }]
    )
    var block = HTMLNode.element("pre", [], [code])
    let mode = context.layout.mode(of: cell)
    if let badge = context.words.badge(of: mode) {
      let badge = HTMLNode.element("span", [.class("badge")], [.text(badge)])
      block = .element("div", [.class("code \(mode.rawValue)")], [badge, block])
    }
    guard cell.isFolded else { return block }
    let summary = HTMLNode.element("summary", [], [.text(context.words[.code])])
    return .element("details", [.class("fold")], [summary, block])
  }

  private mutating func write(_ output: [HTMLNode], of cell: Cell, isCaptioned: Bool) {
    guard isCaptioned else {
      writeOutput(output)
      return
    }
    let isTable = cell.label?.kind == .table
    let names = cell.label.map { anchor($0.name) } ?? []
    element("figure", [.class(isTable ? "table-figure" : "figure")] + names) { body in
      body.html.endLine()
      // A table is read from the top, so its caption stands above it.
      if isTable { body.writeLine(body.caption(cell.label, cell.caption)) }
      body.writeOutput(output)
      if !isTable { body.writeLine(body.caption(cell.label, cell.caption)) }
    }
  }

  private mutating func writeOutput(_ nodes: [HTMLNode]) {
    guard !nodes.isEmpty else { return }
    element("div", [.class("outputs"), .role("group"), .label(context.words[.output])]) { body in
      body.html.endLine()
      for node in nodes { body.writeLine(node) }
    }
  }

  /// An `output` fence stands on the page only where no cell of the page shows it.
  mutating func write(_ fence: OutputFence) {
    guard let cell = fence.cell else {
      writeOutput(printed(fence.text.text, isError: false))
      return
    }
    let isFirst = context.fence(of: cell)?.text.lineOrigins == fence.text.lineOrigins
    let output = nodes(shownBy: cell)
    if context.isHidden(cell: cell), isFirst {
      writeOutput(output.isEmpty ? printed(fence.text.text, isError: false) : output)
    } else if !isFirst, output.isEmpty {
      writeOutput(printed(fence.text.text, isError: false))
    }
  }
}

extension Cell {
  /// Whether the page has a number or words to set beside what it shows.
  fileprivate var isCaptioned: Bool { label != nil || caption != nil }
}
