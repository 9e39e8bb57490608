/// Given names cut down to their initials.
enum Initials {
  /// The initials of given names: `J. S.` for `John Stephen`, `J.S.` and `J. S.`, `J.-P.` for
  /// `Jean-Paul`. A name in a script without capitals, such as `小明`, stays whole.
  static func of(_ given: String) -> String {
    given.split(whereSeparator: \.isWhitespace).map(word).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func word(_ word: Substring) -> String {
    word.split { "-‐‑".contains($0) }.map { part in
      part.split(separator: ".").compactMap(initial).joined(separator: " ")
    }.filter { !$0.isEmpty }.joined(separator: "-")
  }

  private static func initial(_ name: Substring) -> String? {
    guard let letter = name.first(where: \.isLetter) else { return nil }
    return letter.isCased ? String(letter) + "." : String(name)
  }
}
