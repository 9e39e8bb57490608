/// Markup piece by piece, and the elements that are open at each.
struct MarkupPieces {
  enum Piece {
    case start(MarkupTag, Range<Int>)
    /// An end tag, and the elements that it closes, the innermost first; none where it is astray.
    case end(String, closing: [OpenElements.Element])
    /// The text of a `style` element.
    case sheet([UInt8], isForeign: Bool)
    /// Text, or anything else that opens and closes nothing.
    case other(Range<Int>)
    /// What begins as markup and does not end.
    case unfinished(Range<Int>)
  }

  private(set) var open = OpenElements()
  /// Whose rules hold for the element of the last start tag, and whether it was opened.
  private(set) var lastOpened = (language: OpenElements.Language.html, isOpen: false)
  private var reader: MarkupReader
  /// The text of the `style` element within SVG that is being read.
  private var sheet: [UInt8]?
  /// The end tag behind it.
  private var waiting: [Piece] = []

  init(_ bytes: [UInt8]) { reader = MarkupReader(bytes) }

  /// Goes on with more markup, in the elements that are open.
  mutating func read(_ bytes: [UInt8]) { reader = MarkupReader(bytes) }

  /// The open element that holds text alone, if there is one.
  var textElement: String? {
    guard let last = open.elements.last, last.language == .html,
      OpenElements.textOnly.contains(last.name)
    else { return nil }
    return last.name
  }

  mutating func next() -> Piece? {
    if let piece = waiting.popLast() { return piece }
    if let name = textElement {
      let text = reader.rawText(of: name)
      if !text.isEmpty {
        return name == "style" ? .sheet(Array(reader.bytes[text]), isForeign: false) : .other(text)
      }
    }
    while let (token, range) = reader.next(isForeign: open.language != .html) {
      switch token {
      case .start(let tag): return start(tag, range)
      case .end(let name): return end(name)
      case .text where sheet != nil: sheet? += CharacterReferences.decoded(reader.bytes[range])
      case .cdata(let content) where sheet != nil: sheet? += reader.bytes[content]
      case .remark where sheet != nil: break
      case .text, .cdata, .remark: return .other(range)
      case .unfinished: return .unfinished(range)
      }
    }
    return takeSheet()
  }

  private mutating func takeSheet() -> Piece? {
    guard let text = sheet else { return nil }
    sheet = nil
    return .sheet(text, isForeign: true)
  }

  private mutating func start(_ tag: MarkupTag, _ range: Range<Int>) -> Piece {
    lastOpened = open.open(tag)
    if lastOpened.isOpen, tag.name == "style", open.elements.last?.language != .html { sheet = [] }
    return .start(tag, range)
  }

  private mutating func end(_ name: String) -> Piece {
    var closing: [OpenElements.Element] = []
    if open.contains(name) {
      while let last = open.removeLast() {
        closing.append(last)
        if last.name == name { break }
      }
    }
    let end = Piece.end(name, closing: closing)
    guard name == "style", let sheet = takeSheet() else { return end }
    waiting = [end]
    return sheet
  }
}
