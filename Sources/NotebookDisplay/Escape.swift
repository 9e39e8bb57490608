/// Text made safe for the language it is put into.
///
/// ```swift
/// Escape.html("a < b")  // => a &lt; b
/// Escape.json("a < b")  // => "a \u003c b"
/// ```
public enum Escape {
  /// Text for HTML, in an element or in a quoted attribute.
  ///
  /// ```swift
  /// Escape.html("<b title=\"x & y\">")  // => &lt;b title=&quot;x &amp; y&quot;&gt;
  /// ```
  public static func html(_ text: String) -> String {
    replacing(in: text) { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }

  /// A JSON string with its quotes; it may also stand in an HTML `script` element.
  ///
  /// ```swift
  /// Escape.json("one\ntwo")  // => "one\ntwo"
  /// ```
  public static func json(_ text: String) -> String {
    let body = replacing(in: text) { character in
      switch character {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case "<", "\u{2028}", "\u{2029}": unicodeEscape(character)
      default: character.value < 0x20 ? unicodeEscape(character) : nil
      }
    }
    return "\"" + body + "\""
  }

  /// Text for a cell of a GitHub Flavored Markdown table: no character acts as markup, and line
  /// ends become spaces.
  ///
  /// ```swift
  /// Escape.markdownCell("a|b")  // => a\|b
  /// ```
  public static func markdownCell(_ text: String) -> String {
    replacing(in: text) { character in
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "$", "&", "#": "\\\(character)"
      case "\n", "\r": " "
      default: nil
      }
    }
  }

  /// The text with some of its scalars replaced; `nil` keeps a scalar.
  static func replacing(in text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let replaced = replacement(scalar) {
        result += replaced
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unicodeEscape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
