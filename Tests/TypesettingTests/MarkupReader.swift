import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads XML strictly and gathers what refers to what.
final class MarkupReader: NSObject, XMLParserDelegate {
  private(set) var elements: [String: Int] = [:]
  private(set) var ids: [String] = []
  private(set) var references: Set<String> = []
  private(set) var text = ""
  /// The TeX that MathML carries along.
  private(set) var annotation = ""
  private var isAnnotation = false
  private(set) var isWellFormed = false

  init(_ markup: String) {
    super.init()
    let parser = XMLParser(data: Data(markup.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements[name, default: 0] += 1
    isAnnotation = name == "annotation"
    if let id = attributes["id"] { ids.append(id) }
    if let address = attributes["href"], address.hasPrefix("#") {
      references.insert(String(address.dropFirst()))
    }
    for value in attributes.values where value.hasPrefix("url(#") {
      references.insert(String(value.dropFirst(5).dropLast()))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isAnnotation { annotation += string } else { text += string }
  }
}
