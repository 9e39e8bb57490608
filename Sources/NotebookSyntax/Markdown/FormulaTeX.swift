/// Finds `\swift{…}` in TeX.
struct FormulaTeX {
  /// A directive: its bytes in the TeX, and those of the expression in it.
  struct Directive {
    var range: Range<Int>
    var expression: Range<Int>
  }

  private(set) var directives: [Directive] = []
  /// Where a directive begins whose brace is never closed.
  private(set) var unclosed: Int?

  private static let mark = Array(#"\swift{"#.utf8)

  init(_ tex: String) {
    var tex = tex
    tex.withUTF8 { bytes in
      var at = 0
      while at + Self.mark.count <= bytes.count {
        guard bytes[at] == UInt8(ascii: "\\") else {
          at += 1
          continue
        }
        guard bytes[at..<at + Self.mark.count].elementsEqual(Self.mark) else {
          at += 2
          continue
        }
        let start = at + Self.mark.count
        guard let end = Self.closingBrace(in: bytes, from: start) else {
          unclosed = at
          return
        }
        directives.append(Directive(range: at..<end + 1, expression: start..<end))
        at = end + 1
      }
    }
  }

  /// The brace that closes an expression; braces in its string literals do not count.
  static func closingBrace<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, from start: Int)
    -> Int? where Bytes.Index == Int
  {
    var depth = 0
    var isInString = false
    var at = start
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "\\") where isInString: at += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString: depth += 1
      case UInt8(ascii: "}") where !isInString:
        if depth == 0 { return at }
        depth -= 1
      default: break
      }
      at += 1
    }
    return nil
  }
}

extension Snippet {
  /// A part of the snippet.
  func part(_ range: Range<Int>) -> Snippet {
    let utf8 = Array(text.utf8)
    var origins = [origin(of: range.lowerBound)]
    var line = utf8[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
    for byte in utf8[range] where byte == UInt8(ascii: "\n") {
      line += 1
      origins.append(lineOrigins[min(line, lineOrigins.count - 1)])
    }
    return Snippet(text: String(decoding: utf8[range], as: UTF8.self), lineOrigins: origins)
  }

  /// The snippet without white space at its ends.
  var trimmed: Snippet {
    let utf8 = Array(text.utf8)
    guard let first = utf8.firstIndex(where: { !isWhitespace($0) }),
      let last = utf8.lastIndex(where: { !isWhitespace($0) })
    else { return part(0..<0) }
    return part(first..<last + 1)
  }
}
