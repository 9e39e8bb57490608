import NotebookSyntax

/// The name by which a link finds a heading, as GitHub makes it: lower case, spaces as hyphens,
/// punctuation gone.
///
/// The TeX of a formula gives up its braces and backslashes but keeps its pieces apart, so that
/// `$e^{x}$` is `e-x`.
struct Slug {
  private var text = ""

  static func make(from inlines: [Inline]) -> String {
    var slug = Slug()
    slug.append(inlines)
    return slug.text.isEmpty ? "section" : slug.text
  }

  private mutating func append(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .formula(let formula): append(tex: formula.tex.text)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): append(inner)
      case .unknown(_, let inner): append(inner)
      case .link(let link): append(link.inlines)
      case .text, .escaped, .softBreak, .lineBreak, .code, .html, .image, .footnoteReference,
        .value,
        .reference, .citation:
        append(words: [inline].plainText)
      }
    }
  }

  private mutating func append(words: String) {
    for character in words.lowercased() {
      if let byte = character.asciiValue {
        append(byte)
      } else if character.isLetter || character.isNumber {
        text.append(character)
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      text.unicodeScalars.append(Unicode.Scalar(byte))
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"):
      text.append("-")
    default:
      break
    }
  }

  private mutating func append(tex: String) {
    let pieces = tex.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }
    text += pieces.joined(separator: "-")
  }
}
