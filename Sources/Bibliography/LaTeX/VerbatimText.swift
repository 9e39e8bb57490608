import Documents

/// The text of fields that are addresses and not LaTeX, such as `url` and `doi`.
///
/// Files escape in them all the same, because BibTeX's older styles needed that: `\_`, `\%`, `\&`,
/// `{\_}`, `\~{}` and `$\sim$` are the bare signs here.
enum VerbatimText {
  static func text(of bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(where: \.needsReading) else { return text }
    var reader = Reader(rest: Array(text.replacing("$\\sim$", with: "~").utf8)[...])
    return reader.read()
  }

  /// The text with every run of white space as one space, and none at its ends.
  static func onOneLine(_ bytes: some Collection<UInt8>) -> String {
    let words = bytes.split(whereSeparator: \.isASCIIWhitespace)
    return String(decoding: Array(words.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>
    var text: [UInt8] = []

    mutating func read() -> String {
      while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "}"): break
        case UInt8(ascii: "\\"): readEscape()
        case _ where byte.isASCIIWhitespace:
          if text.last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
        default: text.append(byte)
        }
      }
      return String(decoding: text, as: UTF8.self)
    }

    private mutating func readEscape() {
      let name = rest.prefix { $0.isASCIILetter }
      guard !name.isEmpty else {
        if let sign = rest.popFirst(), sign != UInt8(ascii: "-") { text.append(sign) }
        return
      }
      rest = rest.dropFirst(name.count)
      let word = String(decoding: name, as: UTF8.self)
      if let sign = LaTeXSigns.signs[word] {
        text += Array(sign.utf8)
      } else if word != "url" && word != "path" && word != "nolinkurl" {
        text.append(UInt8(ascii: "\\"))
        text += name
      }
    }
  }
}

extension UInt8 {
  fileprivate var needsReading: Bool {
    self == UInt8(ascii: "{") || self == UInt8(ascii: "}") || self == UInt8(ascii: "\\")
      || self == UInt8(ascii: "$") || isASCIIWhitespace
  }
}
