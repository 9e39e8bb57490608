/// Formulas by kind; two spaces or a line's end part one from the next.
enum FormulaTable {
  static let kinds: [(name: String, text: String)] = [
    ("letters and symbols", letters), ("operators and limits", operators), ("accents", accents),
    ("fractions and roots", fractions), ("brackets", brackets), ("fonts", fonts),
    ("matrices", matrices), ("environments", environments), ("text", text), ("macros", macros),
    ("colours and boxes", boxes), ("arrows", arrows), ("chemistry", chemistry),
    ("physics", physics), ("mathtools", mathtools), ("the rest", rest),
  ]

  static func formulas(_ text: String) -> [String] {
    text.split(separator: "\n").flatMap { $0.split(separator: "  ").map(String.init) }
  }
}
