/// The edition of a book: `2nd ed.` for `2`, `2nd` and `Second`.
enum Ordinal {
  static func edition(_ text: String) -> String {
    let lower = text.lowercased()
    if lower.hasSuffix("ed.") || lower.hasSuffix("edition") { return text }
    if let number = Int(text) ?? words.firstIndex(of: lower).map({ $0 + 1 }) {
      return "\(number)\(ending(number)) ed."
    }
    return text + " ed."
  }

  private static func ending(_ number: Int) -> String {
    if (11...13).contains(abs(number % 100)) { return "th" }
    return switch abs(number % 10) {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }

  private static let words = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]
}
