import Documents
import NotebookSyntax

/// Styles as they may stand on a page: they load nothing, run nothing, and lie over nothing but their own
/// surroundings.
///
/// What is dangerous is looked for in the text without its escapes, in strings and comments too. What of a style
/// is left out is cut out declaration by declaration; a style that is still dangerous then is left out whole.
struct SafeStyle {
  private let permissions: PagePermissions

  init(_ permissions: PagePermissions) { self.permissions = permissions }

  /// What is left of a style, and what was left out.
  struct Cleaned {
    var text: [UInt8] = []
    var leftOut: [String] = []
  }

  private static let deepest = 32

  /// The value of a `style` attribute.
  func declarations(_ value: [UInt8]) -> Cleaned {
    guard isDangerous(value) else { return Cleaned(text: value) }
    return checked(cleaned(value))
  }

  /// A style sheet, as it may stand in a `style` element of any language.
  func sheet(_ sheet: [UInt8]) -> Cleaned {
    var cleaned = isDangerous(sheet) ? checked(self.cleaned(sheet)) : Cleaned(text: sheet)
    cleaned.text = PolicySources.asRead(Self.withoutTags(cleaned.text))
    return cleaned
  }

  private func checked(_ cleaned: Cleaned) -> Cleaned {
    guard isDangerous(cleaned.text) else { return cleaned }
    let whole = String(decoding: cleaned.text, as: UTF8.self)
    return Cleaned(leftOut: cleaned.leftOut + [whole])
  }

  private func cleaned(_ bytes: [UInt8]) -> Cleaned {
    var cleaned = Cleaned()
    clean(StyleScanner(bytes), 0..<bytes.count, depth: 0, into: &cleaned)
    return cleaned
  }

  private func clean(
    _ scanner: StyleScanner,
    _ range: Range<Int>,
    depth: Int,
    into cleaned: inout Cleaned
  ) {
    let marks = [UInt8(ascii: ";"), UInt8(ascii: "{")]
    var at = range.lowerBound
    while at < range.upperBound {
      let mark = scanner.first(marks, in: at..<range.upperBound) ?? range.upperBound
      let isRule = mark < range.upperBound && scanner.bytes[mark] == UInt8(ascii: "{")
      let end = isRule ? scanner.end(ofUnitAt: mark, before: range.upperBound) : mark
      let next = isRule ? end : min(mark + 1, range.upperBound)
      let head = at..<mark
      if isDangerous(Array(scanner.bytes[head])) || isRule && depth == Self.deepest {
        cleaned.leftOut.append(scanner.text(scanner.trimmed(head)))
      } else if isRule {
        let isClosed = end - 1 > mark && scanner.bytes[end - 1] == UInt8(ascii: "}")
        cleaned.text += scanner.bytes[at...mark]
        let block = mark + 1..<max(mark + 1, isClosed ? end - 1 : end)
        clean(scanner, block, depth: depth + 1, into: &cleaned)
        cleaned.text.append(UInt8(ascii: "}"))
      } else {
        cleaned.text += scanner.bytes[at..<next]
      }
      at = next
    }
  }

  /// The sheet without anything that HTML could take for a tag.
  private static func withoutTags(_ sheet: [UInt8]) -> [UInt8] {
    guard sheet.contains(UInt8(ascii: "<")) else { return sheet }
    var plain: [UInt8] = []
    for (index, byte) in sheet.enumerated() {
      let rest = sheet[index...]
      if byte == UInt8(ascii: "<"), rest.starts(with: "<!--".utf8) {
        plain.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "!"), index > 0,
        sheet[(index - 1)...].starts(with: "<!--".utf8)
      {
        plain.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "<"), let next = rest.dropFirst().first,
        next.isASCIILetter || "/!?".utf8.contains(next)
      {
        plain += Array("\\3c ".utf8)
      } else {
        plain.append(byte)
      }
    }
    return plain
  }

  // MARK: - What is dangerous

  /// Whether a style could load, run or hide something.
  func isDangerous(_ style: [UInt8]) -> Bool {
    // Most have none of these.
    guard
      style.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "@") || $0 == 0x5C })
        || style.containsIgnoringCase("position") || style.containsIgnoringCase("behavior")
        || style.containsIgnoringCase("binding")
    else { return false }
    let scanner = StyleScanner(style)
    let text = Array(scanner.name(0..<style.count).utf8).map(\.asciiLowercased)
    if text.contains(text: "@import") || text.contains(text: "@namespace") { return true }
    return text.indices.contains { index in
      switch text[index] {
      case UInt8(ascii: "("): isDangerous(functionAt: index, in: text)
      case UInt8(ascii: "p"): Self.says("position", at: index, in: text, besides: Self.places)
      case UInt8(ascii: "b"): Self.says("behavior", at: index, in: text)
      case UInt8(ascii: "-"): Self.says("-moz-binding", at: index, in: text)
      default: false
      }
    }
  }

  private static let loading: Set = [
    "image", "image-set", "-webkit-image-set", "element", "-moz-element", "expression", "paint",
    "cross-fade", "-webkit-cross-fade",
  ]
  /// No address needs more to tell where it leads.
  private static let longest = 512

  private func isDangerous(functionAt bracket: Int, in text: [UInt8]) -> Bool {
    let name = text[..<bracket].reversed().prefix { Self.isOfName($0) }.reversed()
    let function = String(decoding: Array(name), as: UTF8.self)
    if Self.loading.contains(function) { return true }
    guard function.hasSuffix("url") || function == "src" || function == "url-prefix" else {
      return false
    }
    var rest = text[(bracket + 1)...].drop(while: \.isASCIIWhitespace)
    if let quote = rest.first, quote == 0x22 || quote == 0x27 { rest.removeFirst() }
    let address = rest.drop { $0 <= 0x20 }.prefix(Self.longest)
      .prefix { $0 != 0x22 && $0 != 0x27 && $0 != UInt8(ascii: ")") }
    if address.contains(where: { $0 < 0x20 }) { return true }
    let parsed = MarkupAddress(String(decoding: address, as: UTF8.self))
    if case .data(let type) = parsed.kind, type.contains("font") { return false }
    return parsed.fault(loadedUnder: permissions) != nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  private static let places: Set = [
    "static", "relative", "absolute", "sticky", "-webkit-sticky", "inherit", "initial", "unset",
    "revert", "revert-layer",
  ]

  /// Whether a property of a name is given a value at an index.
  /// - Parameter harmless: the values that do not count.
  private static func says(
    _ property: String,
    at start: Int,
    in text: [UInt8],
    besides harmless: Set<String> = []
  ) -> Bool {
    guard text[start...].starts(with: property.utf8),
      start == 0 || !isOfName(text[start - 1])
    else { return false }
    let end = start + property.utf8.count
    if end < text.count, isOfName(text[end]) { return false }
    let colon = endOfSpace(from: end, in: text)
    guard colon < text.count else { return text[end...].contains { !$0.isASCIIWhitespace } }
    guard text[colon] == UInt8(ascii: ":") else { return false }
    let value = text[endOfSpace(from: colon + 1, in: text)...].prefix(Self.longest).prefix {
      isOfName($0)
    }
    return !harmless.contains(String(decoding: value, as: UTF8.self))
  }

  /// Where white space and comments end; the end of all where there are more comments than anyone writes.
  private static func endOfSpace(from start: Int, in text: [UInt8]) -> Int {
    var at = start
    for _ in 0..<8 {
      at = text[at...].firstIndex { !$0.isASCIIWhitespace } ?? text.count
      guard text[at...].starts(with: "/*".utf8) else { return at }
      let comment = text[(at + 2)...].prefix(longest)
      guard let close = comment.range(of: Array("*/".utf8)) else { return text.count }
      at = close.upperBound
    }
    return text.count
  }
}
