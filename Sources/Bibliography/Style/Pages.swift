/// The pages of a reference, with dashes between the first and the last.
struct Pages {
  /// The pages: `211–217`.
  let text: String

  /// - Parameter raw: the field `pages`, in which a hyphen or several may stand for the dash.
  init(_ raw: String) {
    var rest = raw[...]
    for prefix in ["pages", "pp.", "pp", "p."] where rest.lowercased().hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count).drop(while: \.isWhitespace)
      break
    }
    text = rest.split(separator: ",").map { Self.dashed($0) }.joined(separator: ", ")
  }

  /// `p. 3` or `pp. 3–5`
  var labelled: String {
    let isSeveral = text.contains { "–,+".contains($0) } || text.hasSuffix("ff")
    return (isSeveral ? "pp. " : "p. ") + text
  }

  private static func dashed(_ part: Substring) -> String {
    let part = part.drop(while: \.isWhitespace)
    var ends = part.split { "–—−".contains($0) }
    if ends.count == 1 {
      // One hyphen parts two pages, but `A-12` in `A-12--A-15` is a single one.
      let halves = part.split { "-‐‑".contains($0) }
      if halves.count == 2 { ends = halves }
    }
    return ends.map { String($0.drop(while: \.isWhitespace)).trimmedAtEnd }
      .filter { !$0.isEmpty }.joined(separator: "–")
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
