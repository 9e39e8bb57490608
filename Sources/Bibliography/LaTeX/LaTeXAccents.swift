/// The commands that put a mark on a letter.
enum LaTeXAccents {
  /// The combining mark of each command, by the command's name without its backslash.
  static let marks: [String: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    "u": "\u{306}", ".": "\u{307}", "\"": "\u{308}", "h": "\u{309}", "r": "\u{30A}",
    "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}", "textcommabelow": "\u{326}", "c": "\u{327}",
    "k": "\u{328}", "b": "\u{331}", "t": "\u{361}",
  ]

  /// The letters that TeX wants without their dot under an accent, and Unicode with it.
  static let dotted: [Character: String] = ["ı": "i", "ȷ": "j"]
}
