import Documents

/// The seven ways in which CommonMark begins a block of raw HTML, and how each ends.
enum HTMLBlockStart {
  /// `<script`, `<pre`, `<style`, `<textarea`, a comment, `<?`, `<!X` or CDATA: until this text.
  case until([String])
  /// Any other tag: until a blank line.
  case untilBlankLine

  /// - Parameters:
  ///   - text: a line's content from its first character on.
  ///   - inParagraph: whether the line would otherwise go on with a paragraph.
  init?(_ text: Slice<UnsafeBufferPointer<UInt8>>, inParagraph: Bool) {
    guard text.first == UInt8(ascii: "<") else { return nil }
    let rest = text.dropFirst()
    if rest.starts(with: "!--".utf8) {
      self = .until(["-->"])
    } else if rest.first == UInt8(ascii: "?") {
      self = .until(["?>"])
    } else if rest.starts(with: "![CDATA[".utf8) {
      self = .until(["]]>"])
    } else if rest.first == UInt8(ascii: "!"), let next = rest.dropFirst().first, next.isASCIILetter
    {
      self = .until([">"])
    } else {
      let isClosing = rest.first == UInt8(ascii: "/")
      let name = (isClosing ? rest.dropFirst() : rest).prefix { $0.isASCIILetterOrDigit }
      let word = String(decoding: name, as: UTF8.self).lowercased()
      let next = rest.dropFirst(name.count + (isClosing ? 1 : 0)).first
      let endsWord =
        next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: "\t")
        || next == UInt8(ascii: ">")
      let closes = rest.dropFirst(name.count + (isClosing ? 1 : 0)).starts(with: "/>".utf8)
      if !isClosing, endsWord, Self.verbatimTags.contains(word) {
        self = .until(Self.verbatimTags.map { "</\($0)>" })
      } else if endsWord || closes, Self.blockTags.contains(word) {
        self = .untilBlankLine
      } else if !inParagraph, !Self.verbatimTags.contains(word), Self.isWholeTag(text) {
        self = .untilBlankLine
      } else {
        return nil
      }
    }
  }

  /// Whether a block that began like this ends with a line.
  func ends(with line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch self {
    case .untilBlankLine: false
    case .until(let marks):
      marks.contains { mark in line.containsIgnoringCase(mark) }
    }
  }

  /// Whether it is a comment.
  var isComment: Bool {
    if case .until(["-->"]) = self { true } else { false }
  }

  private static func isWholeTag(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let end = HTMLMarkup.endOfTag(in: text, at: text.startIndex) else { return false }
    return text[end...].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  private static let verbatimTags: Set<String> = ["pre", "script", "style", "textarea"]

  private static let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
