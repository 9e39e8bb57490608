import NotebookSyntax

/// What documents a declaration, parted into its text and what it says of parameters, results and errors in the
/// lists that tools for Swift read: `- Parameter x:`, `- Parameters:`, `- Returns:`, `- Throws:`.
struct DocumentationFields {
  /// One of these.
  struct Field {
    /// `Parameters`, `Returns` or `Throws`.
    var name: String
    /// What is said, of a parameter with its name.
    var items: [(name: String?, blocks: [Block])] = []
  }

  /// What stands in none of them.
  private(set) var text: [Block] = []
  private(set) var fields: [Field] = []

  init(_ blocks: [Block]) {
    for block in blocks {
      guard case .list(let list) = block.content, list.start == nil else {
        text.append(block)
        continue
      }
      var rest = list
      rest.items = list.items.filter { !take($0) }
      if rest.items.isEmpty { continue }
      var block = block
      block.content = .list(rest)
      text.append(block)
    }
  }

  private mutating func take(_ item: List.Item) -> Bool {
    guard let (words, blocks) = item.field else { return false }
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    switch (parts.first?.lowercased(), parts.count) {
    case ("parameter", 2): add([(parts[1], blocks)], to: "Parameters")
    case ("parameters", 1):
      let named = blocks.flatMap { block -> [(name: String?, blocks: [Block])] in
        guard case .list(let list) = block.content else { return [(nil, [block])] }
        return list.items.map { item in
          item.field.map { ($0.words, $0.blocks) } ?? (nil, item.blocks)
        }
      }
      add(named, to: "Parameters")
    case ("returns", 1): add([(nil, blocks)], to: "Returns")
    case ("throws", 1): add([(nil, blocks)], to: "Throws")
    default: return false
    }
    return true
  }

  private mutating func add(_ items: [(name: String?, blocks: [Block])], to name: String) {
    if let index = fields.firstIndex(where: { $0.name == name }) {
      fields[index].items += items
    } else {
      fields.append(Field(name: name, items: items))
    }
  }
}

extension List.Item {
  /// What stands before its first colon, and what behind that; `nil` where there is none.
  fileprivate var field: (words: String, blocks: [Block])? {
    guard var first = blocks.first, case .paragraph(var inlines) = first.content else { return nil }
    var words = ""
    switch inlines.first {
    case .text(let text):
      guard let colon = text.firstIndex(of: ":") else { return nil }
      words = String(text[..<colon])
      inlines[0] = .text(String(text[text.index(after: colon)...].drop { $0 == " " }))
    case .code(let code):
      guard inlines.count > 1, case .text(let text) = inlines[1], text.hasPrefix(":") else {
        return nil
      }
      words = code
      inlines.removeFirst()
      inlines[0] = .text(String(text.dropFirst().drop { $0 == " " }))
    default: return nil
    }
    if case .text("")? = inlines.first { inlines.removeFirst() }
    if case .softBreak? = inlines.first { inlines.removeFirst() }
    first.content = .paragraph(inlines)
    return (words, (inlines.isEmpty ? [] : [first]) + blocks.dropFirst())
  }
}
