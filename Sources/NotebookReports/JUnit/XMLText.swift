/// Writes a tree as an XML document, in UTF-8 and indented.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  init(_ tree: XMLTree) {
    write(tree, depth: 0)
  }

  /// - Parameter depth: how deep the tree lies; `nil` within text, where white space would count.
  private mutating func write(_ tree: XMLTree, depth: Int?) {
    switch tree {
    case .text(let content): writeEscaped(content, inAttribute: false)
    case .element(let name, let attributes, let children):
      indent(depth)
      text += "<" + name.text
      for attribute in attributes {
        text += " \(attribute.name.text)=\""
        writeEscaped(attribute.value, inAttribute: true)
        text += "\""
      }
      text += children.isEmpty ? "/>" : ">"
      write(children, in: name, depth)
      if depth != nil { text += "\n" }
    }
  }

  private mutating func write(_ children: [XMLTree], in name: StaticName, _ depth: Int?) {
    guard !children.isEmpty else { return }
    let hasText = children.contains { if case .text = $0 { true } else { false } }
    let inner = hasText ? nil : depth.map { $0 + 1 }
    if inner != nil { text += "\n" }
    for child in children { write(child, depth: inner) }
    if inner != nil { indent(depth) }
    text += "</\(name.text)>"
  }

  private mutating func indent(_ depth: Int?) {
    text += String(repeating: "  ", count: depth ?? 0)
  }

  private mutating func writeEscaped(_ content: String, inAttribute: Bool) {
    var isAtLineStart = true
    var last: Unicode.Scalar = " "
    for scalar in content.unicodeScalars {
      defer {
        isAtLineStart = scalar == "\n" || isAtLineStart && scalar.properties.isWhitespace
        last = scalar
      }
      switch scalar {
      // Who prints it in a log gives no commands, and sends none to a terminal.
      case ":" where isAtLineStart, "#" where last == "#", "\u{7F}"..."\u{9F}":
        text += "&#\(scalar.value);"
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"" where inAttribute: text += "&quot;"
      // A reader turns these into spaces and line feeds unless they are written as numbers.
      case "\t" where inAttribute, "\n" where inAttribute, "\r": text += "&#\(scalar.value);"
      default: text.unicodeScalars.append(scalar.isXML ? scalar : "\u{FFFD}")
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 can hold it (section 2.2, `Char`).
  fileprivate var isXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
