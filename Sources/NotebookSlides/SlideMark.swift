/// A comment that says something about slides.
enum SlideMark: Equatable {
  case step
  case steps
  case notes(String)

  /// - Parameter markup: raw HTML.
  init?(_ markup: String) {
    let text = markup.trimmed
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.count >= 7 else { return nil }
    let inner = text.dropFirst(4).dropLast(3)
    // What follows the end of the comment is none of it.
    guard !inner.contains("-->") else { return nil }
    let content = String(inner).trimmed
    switch content {
    case "step": self = .step
    case "steps": self = .steps
    case "notes": self = .notes("")
    default:
      guard content.hasPrefix("notes"), let next = content.dropFirst(5).first,
        next.isWhitespace || next == ":"
      else { return nil }
      let words = content.dropFirst(5)
      self = .notes(String(next == ":" ? words.dropFirst() : words).trimmed)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
