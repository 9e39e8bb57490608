import Documents
import NotebookSyntax

/// A start tag, as HTML's tokenizer takes it apart.
struct MarkupTag {
  struct Attribute {
    /// In small letters.
    var name: String
    var nameRange: Range<Int>
    /// Where the value stands, without its quotes; `nil` where there is none.
    var value: Range<Int>?
    /// Whether quotes stand around the value.
    var isQuoted = false

    /// Where name and value stand, with the value's quotes.
    var range: Range<Int> {
      nameRange
        .lowerBound..<(value.map { $0.upperBound + (isQuoted ? 1 : 0) } ?? nameRange.upperBound)
    }
  }

  /// In small letters.
  var name: String
  var nameRange: Range<Int>
  var attributes: [Attribute] = []
  var isSelfClosing = false
}

enum MarkupToken {
  case text
  case start(MarkupTag)
  /// An end tag; its name is in small letters.
  case end(String)
  /// A comment, a document type or an instruction.
  case remark
  case cdata(content: Range<Int>)
  /// What begins as markup and does not end.
  case unfinished
}

/// Takes markup apart as HTML's tokenizer does, whatever is in it.
struct MarkupReader {
  let bytes: [UInt8]
  private(set) var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token and where it stands.
  ///
  /// - Parameter isForeign: whether it stands in SVG or MathML, where there is CDATA.
  mutating func next(isForeign: Bool) -> (token: MarkupToken, range: Range<Int>)? {
    guard at < bytes.count else { return nil }
    let start = at
    let token = bytes[at] == UInt8(ascii: "<") ? readMarkup(isForeign) : nil
    guard let token else {
      at = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      return (.text, start..<at)
    }
    return (token, start..<at)
  }

  /// What stands in an element that holds text alone, up to its end tag or the end of all.
  mutating func rawText(of name: String) -> Range<Int> {
    let start = at
    let mark = Array("</\(name)".utf8)
    while let found = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = found
      let end = at + mark.count
      if bytes.startsIgnoringCase(mark, at: at),
        end == bytes.count || bytes[end].isASCIIWhitespace || bytes[end] == UInt8(ascii: ">")
          || bytes[end] == UInt8(ascii: "/")
      {
        return start..<at
      }
      at += 1
    }
    at = bytes.count
    return start..<at
  }

  private mutating func readMarkup(_ isForeign: Bool) -> MarkupToken? {
    let rest = bytes[at...]
    if rest.starts(with: "<!--".utf8) { return readComment() }
    if isForeign, rest.starts(with: "<![CDATA[".utf8) {
      let start = at + 9
      guard let end = end(of: "]]>", from: start) else { return unfinished() }
      at = end
      return .cdata(content: start..<end - 3)
    }
    guard at + 1 < bytes.count else { return nil }
    let next = bytes[at + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return readRemark() }
    if next == UInt8(ascii: "/") {
      guard at + 2 < bytes.count else { return nil }
      return bytes[at + 2].isASCIILetter ? readTag(from: at + 2, isEnd: true) : readRemark()
    }
    return next.isASCIILetter ? readTag(from: at + 1, isEnd: false) : nil
  }

  private mutating func readRemark() -> MarkupToken {
    guard let end = end(of: ">", from: at) else { return unfinished() }
    at = end
    return .remark
  }

  private mutating func readComment() -> MarkupToken {
    let start = at + 4
    // `<!-->` and `<!--->` are whole.
    for mark in [">", "->"] where bytes[start...].starts(with: mark.utf8) {
      at = start + mark.utf8.count
      return .remark
    }
    var from = start
    while let dashes = end(of: "--", from: from) {
      for mark in [">", "!>"] where bytes[dashes...].starts(with: mark.utf8) {
        at = dashes + mark.utf8.count
        return .remark
      }
      from = dashes - 1
    }
    return unfinished()
  }

  private mutating func unfinished() -> MarkupToken {
    at = bytes.count
    return .unfinished
  }

  private func end(of mark: String, from start: Int) -> Int? {
    guard let first = mark.utf8.first, start <= bytes.count else { return nil }
    var from = start
    while let found = bytes[from...].firstIndex(of: first) {
      if bytes[found...].starts(with: mark.utf8) { return found + mark.utf8.count }
      from = found + 1
    }
    return nil
  }

  private mutating func readTag(from start: Int, isEnd: Bool) -> MarkupToken {
    at = start
    let name = take { !$0.isASCIIWhitespace && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    var tag = MarkupTag(name: word(name), nameRange: name)
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ">"):
        at += 1
        return isEnd ? .end(tag.name) : .start(tag)
      case UInt8(ascii: "/"):
        at += 1
        tag.isSelfClosing = at < bytes.count && bytes[at] == UInt8(ascii: ">")
      case let byte where byte.isASCIIWhitespace:
        at += 1
      default:
        guard let attribute = readAttribute() else { return unfinished() }
        tag.attributes.append(attribute)
      }
    }
    return unfinished()
  }

  /// - Returns: `nil` for one that does not end.
  private mutating func readAttribute() -> MarkupTag.Attribute? {
    let start = at
    at += 1
    _ = take {
      !$0.isASCIIWhitespace && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/")
        && $0 != UInt8(ascii: ">")
    }
    var attribute = MarkupTag.Attribute(name: word(start..<at), nameRange: start..<at, value: nil)
    let afterName = at
    _ = take(while: \.isASCIIWhitespace)
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
      at = afterName
      return attribute
    }
    at += 1
    _ = take(while: \.isASCIIWhitespace)
    guard at < bytes.count else { return nil }
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      attribute.value = take { !$0.isASCIIWhitespace && $0 != UInt8(ascii: ">") }
      return attribute
    }
    at += 1
    attribute.value = take { $0 != quote }
    attribute.isQuoted = true
    guard at < bytes.count else { return nil }
    at += 1
    return attribute
  }

  private mutating func take(while condition: (UInt8) -> Bool) -> Range<Int> {
    let start = at
    while at < bytes.count, condition(bytes[at]) { at += 1 }
    return start..<at
  }

  private func word(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }
}
