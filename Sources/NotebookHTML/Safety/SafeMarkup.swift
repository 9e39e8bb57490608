import Documents
import NotebookSyntax

/// Raw HTML and SVG of authors and of values, as it may stand on a page: what a list allows, and nothing else.
///
/// 1. The markup is taken apart as HTML's tokenizer does (``MarkupPieces``), part by part, for text may stand
///    between its parts.
/// 2. Elements (``SafeElements``), attributes (``SafeAttributes``), addresses (``MarkupAddress``) and styles
///    (``SafeStyle``) that are not allowed are left out, and noted (``Removal``).
/// 3. A tag of which nothing is left out stays as it is written. Others are written anew, with their values in
///    quotation marks.
///
/// No text, value or style sheet that is written holds a `<` that could begin a tag. So it does not matter
/// whether a browser takes the same surroundings for SVG, MathML or text: nothing becomes a tag that was none.
struct SafeMarkup {
  let permissions: PagePermissions
  /// Whether it may be a whole document, whose frame is taken off elsewhere.
  var isDocument = false
  /// What was left out.
  private(set) var removals: [Removal] = []
  /// What the page's policy has to allow.
  private(set) var sources = PolicySources()

  private(set) var pieces = MarkupPieces([])
  private var bytes: [UInt8] = []
  private var output: [UInt8] = []
  /// The text of the style sheet or script that is open.
  private var text: GatheredText?
  /// How many elements are open around one that is left out with all that it holds.
  private var depthOfDropped: Int?

  private struct GatheredText {
    var name: String
    var startTag: [UInt8]
    var isForeign: Bool
    var isRun = false
    var content: [UInt8] = []
  }

  init(_ permissions: PagePermissions, isDocument: Bool = false) {
    self.permissions = permissions
    self.isDocument = isDocument
  }

  /// The element whose text is gathered or left out, if one is open.
  var textElement: String? {
    if let depth = depthOfDropped, depth < pieces.open.elements.count {
      return pieces.open.elements[depth].name
    }
    return text?.name
  }

  /// Takes what was left out and what the policy has to allow, which are forgotten here.
  mutating func takeFindings() -> (removals: [Removal], sources: PolicySources) {
    defer { (removals, sources) = ([], PolicySources()) }
    return (removals, sources)
  }

  /// Text that stands between two parts, in an element whose text is gathered or left out.
  mutating func add(text added: String) {
    if depthOfDropped == nil { text?.content += Array(added.utf8) }
  }

  /// The next part of the markup, as it may stand on the page.
  mutating func next(_ markup: String) -> String {
    bytes = Array(markup.utf8)
    output.reserveCapacity(bytes.count)
    pieces.read(bytes)
    while true {
      let holder = pieces.textElement
      guard let piece = pieces.next() else { break }
      switch piece {
      case .start(let tag, let range): write(tag, range)
      case .end(let name, _): end(name)
      case .sheet(let sheet, _): if depthOfDropped == nil { text?.content += sheet }
      case .other(let range): write(text: range, in: holder)
      case .unfinished(let range): remove(.unfinished, range.lowerBound..<bytes.count)
      }
    }
    defer { output = [] }
    return String(decoding: output, as: UTF8.self)
  }

  /// What is left to be written where nothing follows.
  mutating func finish() -> String {
    flush()
    defer { output = [] }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func remove(_ reason: Removal.Reason, _ tag: Range<Int>, at: Range<Int>? = nil) {
    // The place is looked for by the tag's first line.
    let line = bytes[tag].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let focus = (at ?? tag).clamped(to: line.indices)
    removals.append(
      Removal(
        reason: reason,
        tag: Array(line),
        focus: focus.lowerBound - tag.lowerBound..<focus.upperBound - tag.lowerBound
      )
    )
  }

  // MARK: - Tags

  /// Whether a start tag stands in an element that is left out with all that it holds.
  private mutating func isDropped() -> Bool {
    guard let depth = depthOfDropped else { return false }
    let around = pieces.open.elements.count - (pieces.lastOpened.isOpen ? 1 : 0)
    if around > depth { return true }
    depthOfDropped = nil
    return false
  }

  private mutating func write(_ tag: MarkupTag, _ range: Range<Int>) {
    guard !isDropped() else { return }
    let elements = SafeElements(permissions: permissions, isDocument: isDocument)
    switch elements.rule(for: tag, in: pieces.lastOpened.language, bytes) {
    case .allowed: output += written(tag, range)
    case .text:
      flush()
      var gathered = GatheredText(
        name: tag.name,
        startTag: written(tag, range),
        isForeign: pieces.lastOpened.language != .html
      )
      if tag.name == "script" { gathered.isRun = note(script: tag) }
      text = gathered
    case .leftOut(let reason): remove(reason, range)
    case .leftOutWhole(let reason):
      if let reason { remove(reason, range) }
      if pieces.lastOpened.isOpen { depthOfDropped = pieces.open.elements.count - 1 }
    }
  }

  /// Whether the policy must know the text of a script.
  private mutating func note(script tag: MarkupTag) -> Bool {
    guard OutputAttributes.hasProgram(tag, bytes) else { return false }
    guard let address = OutputAttributes.value(of: "src", tag, bytes) else { return true }
    sources.add(scriptAt: MarkupAddress(address))
    return false
  }

  /// A start tag with what is allowed of it.
  private mutating func written(_ tag: MarkupTag, _ range: Range<Int>) -> [UInt8] {
    let rules = SafeAttributes(permissions: permissions, language: pieces.lastOpened.language)
    var kept: [(MarkupTag.Attribute, [UInt8]?)] = []
    var isWhole = Self.isPlain(bytes[range])
    for attribute in tag.attributes {
      let value = attribute.value.map { CharacterReferences.decoded(bytes[$0]) }
      switch rules.verdict(on: attribute.name, value, of: tag, bytes) {
      case .keep: kept.append((attribute, value))
      case .handler:
        kept.append((attribute, value))
        sources.add(handler: String(decoding: value ?? [], as: UTF8.self))
      case .replace(let new, let reasons):
        isWhole = false
        if !new.isEmpty { kept.append((attribute, new)) }
        for reason in reasons { remove(reason, range, at: attribute.range) }
      case .leaveOut(let reason):
        isWhole = false
        if let reason { remove(reason, range, at: attribute.range) }
      }
    }
    if isWhole { return Array(bytes[range]) }
    var text = Array(bytes[range.lowerBound..<tag.nameRange.upperBound])
    for (attribute, value) in kept {
      text.append(UInt8(ascii: " "))
      text += bytes[attribute.nameRange]
      guard let value else { continue }
      text += Array("=\"".utf8) + Self.escaped(value) + Array("\"".utf8)
    }
    return text + Array((tag.isSelfClosing ? "/>" : ">").utf8)
  }

  /// Whether a tag can be read in one way only, wherever it stands.
  private static func isPlain(_ tag: ArraySlice<UInt8>) -> Bool {
    tag.dropFirst().dropLast().allSatisfy { byte in
      byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != 0x7F
        && (byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D)
    }
  }

  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    var writer = HTMLWriter()
    writer.writeText(String(decoding: text, as: UTF8.self))
    return writer.bytes
  }

  private mutating func end(_ name: String) {
    if let depth = depthOfDropped {
      let count = pieces.open.elements.count
      if count > depth { return }
      depthOfDropped = nil
      if count == depth { return }
    }
    if text?.name == name { return flush() }
    guard SafeElements.mayEnd(name, isDocument: isDocument) else { return }
    output += Array("</\(name)>".utf8)
  }

  // MARK: - Text

  private mutating func write(text range: Range<Int>, in holder: String?) {
    guard depthOfDropped.map({ pieces.open.elements.count <= $0 }) ?? true else { return }
    depthOfDropped = nil
    let part = bytes[range]
    if text != nil {
      if holder != nil {
        text?.content += part
      } else if !part.starts(with: "<!".utf8) {
        text?.content += CharacterReferences.decoded(part)
      }
      return
    }
    if holder == "iframe" { return }
    if holder == nil, part.starts(with: "<!--".utf8) {
      if Self.isPlain(comment: part) { output += part }
    } else if holder == nil, part.starts(with: "<![CDATA[".utf8), part.count >= 12 {
      output += Self.escaped(Array(part.dropFirst(9).dropLast(3)))
    } else if holder == nil, part.count > 1, let first = part.dropFirst().first,
      "!?/".utf8.contains(first), part.last == UInt8(ascii: ">")
    {
      // A document type means something at the head of a document, and else it is a comment.
      if isDocument, part.startsIgnoringCase(Array("<!doctype".utf8), at: range.lowerBound) {
        if Self.isPlain(part) { output += part }
      }
    } else {
      write(text: part)
    }
  }

  private mutating func write(text: ArraySlice<UInt8>) {
    guard text.contains(UInt8(ascii: "<")) else { return output += text }
    for byte in text {
      if byte == UInt8(ascii: "<") { output += Array("&lt;".utf8) } else { output.append(byte) }
    }
  }

  /// Whether a comment ends at the same place for whoever reads it.
  private static func isPlain(comment: ArraySlice<UInt8>) -> Bool {
    let content = comment.dropFirst(4).dropLast(3)
    return comment.count >= 7 && comment.suffix(3).elementsEqual("-->".utf8)
      && !content.contains(UInt8(ascii: ">")) && !content.contains(text: "--")
      && content.last != UInt8(ascii: "-") && isPlain(Array("<".utf8) + content + Array(">".utf8))
  }

  // MARK: - Style sheets and scripts

  /// Writes the style sheet or script whose text is known now.
  private mutating func flush() {
    guard let gathered = text else { return }
    text = nil
    output += gathered.startTag
    if gathered.name == "style" {
      let sheet = SafeStyle(permissions).sheet(gathered.content)
      for rule in sheet.leftOut {
        removals.append(Removal(reason: .style(rule), tag: Array(rule.utf8), focus: nil))
      }
      sources.add(style: sheet.text)
      output += gathered.isForeign ? Self.escaped(sheet.text) : sheet.text
    } else {
      let script = Self.unended(gathered.content)
      if gathered.isRun { sources.add(script: script) }
      output += script
    }
    output += Array("</\(gathered.name)>".utf8)
  }

  /// A script in which nothing ends its element, or hides the end.
  private static func unended(_ script: [UInt8]) -> [UInt8] {
    let text = String(decoding: script, as: UTF8.self)
    let plain = text.replacing(/<\/(?=script)/.ignoresCase(), with: "<\\/")
      .replacing("<!--", with: "<\\!--")
    return PolicySources.asRead(Array(plain.utf8))
  }
}
