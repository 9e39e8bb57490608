/// The elements that are open at a place of some markup, by HTML's rules for SVG and MathML.
struct OpenElements {
  /// Whose rules hold for an element.
  enum Language {
    case html, svg, mathML
  }

  struct Element {
    var name: String
    var language: Language
    /// Whether HTML may stand inside, though the element is not HTML's.
    var holdsHTML: Bool
  }

  private(set) var elements: [Element] = []
  private var counts: [String: Int] = [:]

  /// Whose rules hold for what comes next.
  var language: Language {
    guard let last = elements.last else { return .html }
    return last.holdsHTML ? .html : last.language
  }

  /// Whether an element of a name is open.
  func contains(_ name: String) -> Bool { counts[name, default: 0] > 0 }

  /// Opens the element of a start tag, if it holds anything.
  /// - Returns: whose rules hold for it, and whether it is open now.
  @discardableResult
  mutating func open(_ tag: MarkupTag) -> (language: Language, isOpen: Bool) {
    if language != .html, Self.isHTMLOnly(tag) {
      while language != .html { removeLast() }
    }
    let outer = language
    let isIsland = elements.last?.name == "annotation-xml" && tag.name == "svg"
    let language: Language =
      switch tag.name {
      case "svg" where outer == .html || isIsland: .svg
      case "math" where outer == .html: .mathML
      default: outer
      }
    let isEmpty =
      language == .html ? Self.void.contains(tag.name) : tag.isSelfClosing
    guard !isEmpty else { return (language, false) }
    counts[tag.name, default: 0] += 1
    elements.append(
      Element(
        name: tag.name,
        language: language,
        holdsHTML: Self.holdsHTML(tag, in: language)
      )
    )
    return (language, true)
  }

  /// Closes an element and those in it; `false` where none of that name is open.
  @discardableResult
  mutating func close(_ name: String) -> Bool {
    guard contains(name) else { return false }
    while elements.last?.name != name { removeLast() }
    removeLast()
    return true
  }

  /// Closes the innermost element.
  @discardableResult
  mutating func removeLast() -> Element? {
    guard let last = elements.popLast() else { return nil }
    counts[last.name, default: 1] -= 1
    return last
  }

  private static func holdsHTML(_ tag: MarkupTag, in language: Language) -> Bool {
    switch language {
    case .html: false
    case .svg: ["foreignobject", "desc", "title"].contains(tag.name)
    case .mathML: ["mi", "mo", "mn", "ms", "mtext", "annotation-xml"].contains(tag.name)
    }
  }

  /// Whether a start tag ends all SVG and MathML around it.
  private static func isHTMLOnly(_ tag: MarkupTag) -> Bool {
    if tag.name == "font" {
      return tag.attributes.contains { ["color", "face", "size"].contains($0.name) }
    }
    return htmlOnly.contains(tag.name)
  }

  /// The elements that have no content and no end tag.
  static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// The elements whose end tags may be left out.
  static let closedByOthers: Set = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rb",
    "rp", "rt", "rtc", "colgroup", "caption",
  ]

  /// The elements in which there is text and no markup.
  static let textOnly: Set = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  private static let htmlOnly: Set = [
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
    "embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu",
    "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike", "sub",
    "sup", "table", "tt", "u", "ul", "var",
  ]
}
