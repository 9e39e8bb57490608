import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  mutating func write(_ list: List) {
    var attributes: [HTMLAttribute] = []
    if let start = list.start, start != 1 { attributes.append(HTMLAttribute("start", "\(start)")) }
    if list.items.contains(where: { $0.isDone != nil }) { attributes.append(.class("tasks")) }
    element(list.start == nil ? "ul" : "ol", attributes) { body in
      body.html.endLine()
      for item in list.items { body.write(item, isTight: list.isTight) }
    }
  }

  private mutating func write(_ item: List.Item, isTight: Bool) {
    element("li", item.isDone == nil ? [] : [.class("task")]) { body in
      var blocks = item.blocks[...]
      if let first = blocks.first { body.markSource(first.range) }
      if let isDone = item.isDone {
        // The box stands on the line of the item's first words.
        let box = body.checkbox(isDone)
        if case .paragraph(let inlines)? = blocks.first?.content, !isTight {
          body.writeLine(.element("p", [], box + body.nodes(inlines)))
          blocks = blocks.dropFirst()
        } else {
          body.html.write(box)
        }
      }
      for (index, block) in zip(blocks.indices, blocks) {
        if isTight, case .paragraph(let inlines) = block.content {
          body.html.write(body.nodes(inlines))
          if index + 1 < blocks.endIndex { body.html.endLine() }
        } else {
          if index == 0 { body.html.endLine() }
          body.write(block)
        }
      }
    }
  }

  private func checkbox(_ isDone: Bool) -> [HTMLNode] {
    var attributes = [HTMLAttribute("type", "checkbox"), .flag("disabled")]
    if isDone { attributes.append(.flag("checked")) }
    attributes.append(.label(context.words[isDone ? .done : .toDo]))
    return [.void("input", attributes), .text(" ")]
  }

  /// A callout with its title, which its author may go on with: `Note: The words`.
  mutating func write(_ callout: Callout) {
    let word = context.words.title(of: callout.kind)
    let classes = HTMLAttribute.class("callout \(callout.kind.rawValue)")
    var title: [HTMLNode] = [.text(word)]
    if !callout.title.isEmpty { title = [.text(word + ": ")] + nodes(callout.title) }
    guard let isFolded = callout.isFolded else {
      return element("aside", [classes, .label(word)]) { body in
        body.html.endLine()
        body.writeLine(.element("p", [.class("callout-title")], title))
        body.write(callout.blocks)
      }
    }
    element("details", [classes] + (isFolded ? [] : [.flag("open")])) { body in
      body.html.endLine()
      body.writeLine(.element("summary", [.class("callout-title")], title))
      body.write(callout.blocks)
    }
  }
}
