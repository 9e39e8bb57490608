import Documents

/// Something that is wrong with a document and known, by what stays when its cell is moved.
struct KnownFinding: Hashable, Sendable {
  /// The document, from the baseline's folder on.
  var path: String
  /// What is wrong, by the short name of its kind: words change with compilers.
  var kind: String
  /// A digest of the code, or of the words where there is none.
  var digest: String
}

/// A line of a baseline.
struct BaselineEntry: Sendable {
  var finding: KnownFinding
  /// What was said of it, for who reads the file.
  var message: String
  /// The number of the line, from 1; `nil` where it is not written yet.
  var line: Int?
}

extension BaselineEntry {
  /// The longest message that is written, in characters.
  private static let longest = 120

  /// The line without its end.
  var text: String {
    let words = String(message.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let message =
      words.count > Self.longest ? words.prefix(Self.longest - 1) + "…" : words[...]
    return [Self.escaped(finding.path), finding.kind, finding.digest, String(message)]
      .joined(separator: "\t")
  }

  /// - Parameters:
  ///   - text: a line without its end.
  ///   - number: its number.
  /// - Returns: `nil` where it is none of a baseline.
  init?(_ text: String, line number: Int) {
    let fields = text.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
    guard fields.count >= 3, let path = fields[0].removingPercentEncoding, !path.isEmpty,
      !fields[1].isEmpty, fields[2].wholeMatch(of: /[0-9a-f]{16}/) != nil
    else { return nil }
    finding = KnownFinding(path: path, kind: String(fields[1]), digest: String(fields[2]))
    message = fields.count > 3 ? String(fields[3]) : ""
    line = number
  }

  /// A path without what would end its field, or its line, or make it a comment.
  private static func escaped(_ path: String) -> String {
    var escaped = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%", "\t", "\n", "\r", "#", "\u{85}", "\u{2028}", "\u{2029}":
        for byte in String(scalar).utf8 {
          escaped += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension BaselineEntry: Comparable {
  /// The order by bytes, which every program sorts lines in.
  static func < (left: BaselineEntry, right: BaselineEntry) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  static func == (left: BaselineEntry, right: BaselineEntry) -> Bool { left.text == right.text }
}
