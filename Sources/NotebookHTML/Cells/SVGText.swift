import Documents
import NotebookSyntax

/// SVG as programs write it to files.
enum SVGText {
  /// The image from its root element on, as HTML takes it: an XML declaration and a document type mean
  /// nothing there, and neither do entities and prefixes that these bring.
  static func inHTML(_ image: String) -> String {
    let bytes = Array(image.utf8)
    var at = 0
    var entities: [String: [UInt8]] = [:]
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      guard start + 1 < bytes.count else { return image }
      switch bytes[start + 1] {
      case UInt8(ascii: "?"): at = end(of: "?>", in: bytes, from: start)
      case UInt8(ascii: "!") where bytes[start...].starts(with: "<!--".utf8):
        at = end(of: "-->", in: bytes, from: start + 4)
      case UInt8(ascii: "!"):
        at = endOfDocumentType(bytes, from: start)
        entities = self.entities(in: bytes[start..<at])
      default:
        return String(decoding: withoutPrefix(expanded(bytes[start...], entities)), as: UTF8.self)
      }
    }
    return image
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    var at = start
    let mark = Array(mark.utf8)
    while let found = bytes[at...].firstIndex(of: mark[0]) {
      if bytes[found...].starts(with: mark) { return found + mark.count }
      at = found + 1
    }
    return bytes.count
  }

  /// A document type may hold declarations in brackets.
  private static func endOfDocumentType(_ bytes: [UInt8], from start: Int) -> Int {
    var isInside = false
    var quote: UInt8?
    for at in start..<bytes.count {
      switch bytes[at] {
      case let byte where byte == quote: quote = nil
      case _ where quote != nil: break
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = bytes[at]
      case UInt8(ascii: "["): isInside = true
      case UInt8(ascii: "]"): isInside = false
      case UInt8(ascii: ">") where !isInside: return at + 1
      default: break
      }
    }
    return bytes.count
  }

  /// What the entities stand for that a document type declares, such as Illustrator's `ns_svg`.
  private static func entities(in type: ArraySlice<UInt8>) -> [String: [UInt8]] {
    let text = String(decoding: type, as: UTF8.self)
    return text.matches(of: /<!ENTITY\s+([^\s%"'<>&;]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/)
      .reduce(into: [:]) { entities, match in
        let value = match.2 ?? match.3 ?? ""
        if entities[String(match.1)] == nil { entities[String(match.1)] = Array(value.utf8) }
      }
  }

  /// The markup with declared entities put in. What they stand for is put in as it is, so that no
  /// declaration can make a picture grow without bound.
  private static func expanded(
    _ markup: ArraySlice<UInt8>,
    _ entities: [String: [UInt8]]
  ) -> [UInt8] {
    guard !entities.isEmpty else { return Array(markup) }
    var expanded: [UInt8] = []
    var at = markup.startIndex
    while at < markup.endIndex {
      let rest = markup[at...]
      if rest.first == UInt8(ascii: "&"),
        let end = rest.prefix(100).firstIndex(of: UInt8(ascii: ";")),
        let value = entities[String(decoding: markup[(at + 1)..<end], as: UTF8.self)]
      {
        expanded += value
        at = end + 1
      } else {
        expanded.append(markup[at])
        at += 1
      }
    }
    return expanded
  }

  /// `<svg:rect>` as `<rect>`: HTML knows no prefixes.
  private static func withoutPrefix(_ markup: [UInt8]) -> [UInt8] {
    let name = markup.dropFirst().prefix { $0.isASCIIWordByte }
    let rest = markup[name.endIndex...]
    guard rest.first == UInt8(ascii: ":"), rest.dropFirst().starts(with: "svg".utf8) else {
      return markup
    }
    let prefix = Array(name) + [UInt8(ascii: ":")]
    var reader = MarkupReader(markup)
    var plain: [UInt8] = []
    while let (token, range) = reader.next(isForeign: true) {
      var nameStart: Int?
      switch token {
      case .start: nameStart = range.lowerBound + 1
      case .end: nameStart = range.lowerBound + 2
      case .text, .remark, .cdata, .unfinished: break
      }
      guard let start = nameStart, markup[start...].starts(with: prefix) else {
        plain += markup[range]
        continue
      }
      plain += markup[range.lowerBound..<start] + markup[start + prefix.count..<range.upperBound]
    }
    return plain
  }
}
