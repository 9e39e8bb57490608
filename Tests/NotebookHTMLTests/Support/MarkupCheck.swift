/// Reads a page as an HTML parser would, without any of the renderer's code, and tells what is wrong.
///
/// Every element must be closed in its turn, no name be given twice, every `href="#…"` lead somewhere,
/// and nothing that is no running text stand in a paragraph.
struct MarkupCheck {
  private(set) var faults: [String] = []
  /// All elements with their attributes, in order.
  private(set) var elements: [(name: String, attributes: [String: String])] = []

  private static let voidNames: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  private static let rawNames: Set<String> = ["script", "style", "textarea", "title"]
  private static let notInParagraphs: Set<String> = [
    "address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section",
    "table", "ul",
  ]

  private var rest: Substring
  private var open: [String] = []

  init(_ page: String) {
    rest = page[...]
    while !rest.isEmpty { readNext() }
    for name in open { faults.append("<\(name)> is never closed") }
    checkNames()
  }

  /// The element with a name and, if given, a class.
  func all(_ name: String, class wanted: String? = nil) -> [[String: String]] {
    elements.filter { element in
      guard element.name == name else { return false }
      guard let wanted else { return true }
      return element.attributes["class", default: ""].split(separator: " ").contains {
        $0 == wanted
      }
    }.map(\.attributes)
  }

  private mutating func readNext() {
    guard let start = rest.firstIndex(of: "<") else {
      rest = ""
      return
    }
    rest = rest[start...]
    if rest.hasPrefix("<!--") {
      skip(past: "-->")
    } else if rest.hasPrefix("<!") || rest.hasPrefix("<?") {
      skip(past: ">")
    } else if rest.hasPrefix("</") {
      readEndTag()
    } else if rest.dropFirst().first?.isLetter == true {
      readStartTag()
    } else {
      faults.append("a bare '<' at \(rest.prefix(20))")
      rest = rest.dropFirst()
    }
  }

  private mutating func skip(past end: String) {
    guard let range = rest.firstRange(of: end) else {
      faults.append("'\(end)' is missing after \(rest.prefix(20))")
      rest = ""
      return
    }
    rest = rest[range.upperBound...]
  }

  private mutating func readEndTag() {
    let name = rest.dropFirst(2).prefix { $0 != ">" }.lowercased()
    skip(past: ">")
    if open.last == name {
      open.removeLast()
    } else {
      faults.append("</\(name)> closes <\(open.last ?? "nothing")>")
    }
  }

  private mutating func readStartTag() {
    rest = rest.dropFirst()
    let name = take { $0.isLetter || $0.isNumber || $0 == "-" }.lowercased()
    var attributes: [String: String] = [:]
    var isClosed = false
    reading: while true {
      rest = rest.drop(while: \.isWhitespace)
      switch rest.first {
      case nil:
        faults.append("<\(name)> does not end")
        return
      case ">":
        break reading
      case "/":
        rest = rest.dropFirst()
        isClosed = rest.first == ">"
      default:
        readAttribute(of: name, into: &attributes)
      }
    }
    rest = rest.dropFirst()
    elements.append((name, attributes))
    if open.contains("p"), Self.notInParagraphs.contains(name) {
      faults.append("<\(name)> stands in a paragraph")
    }
    if isClosed || Self.voidNames.contains(name) { return }
    if Self.rawNames.contains(name) {
      skip(past: "</\(name)>")
    } else {
      open.append(name)
    }
  }

  private mutating func readAttribute(of name: String, into attributes: inout [String: String]) {
    let attribute = take { !$0.isWhitespace && $0 != "=" && $0 != ">" && $0 != "/" }
    guard !attribute.isEmpty, !attribute.contains(where: { "\"'<".contains($0) }) else {
      faults.append("<\(name)> has a malformed attribute at \(rest.prefix(20))")
      rest = rest.dropFirst()
      return
    }
    var value = ""
    if rest.first == "=" {
      rest = rest.dropFirst()
      if let quote = rest.first, quote == "\"" || quote == "'" {
        rest = rest.dropFirst()
        value = take { $0 != quote }
        rest = rest.dropFirst()
      } else {
        value = take { !$0.isWhitespace && $0 != ">" }
      }
    }
    if attributes.updateValue(value, forKey: attribute.lowercased()) != nil {
      faults.append("<\(name)> has '\(attribute)' twice")
    }
  }

  private mutating func take(while condition: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: condition)
    rest = rest[taken.endIndex...]
    return String(taken)
  }

  private mutating func checkNames() {
    var names: Set<String> = []
    for element in elements {
      guard let name = element.attributes["id"] else { continue }
      if !names.insert(name).inserted { faults.append("the id '\(name)' is given twice") }
    }
    for element in elements {
      guard let target = element.attributes["href"], target.hasPrefix("#") else { continue }
      if !names.contains(String(target.dropFirst())) { faults.append("'\(target)' leads nowhere") }
    }
  }
}
