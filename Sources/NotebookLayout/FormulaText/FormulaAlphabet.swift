/// Letters that mean something by how they are drawn, which Unicode has as letters of their own.
package struct FormulaAlphabet {
  /// Where the capital A stands in Unicode's alphabet of this kind, and the small one and the digit 0.
  private var capital: UInt32?
  private var small: UInt32?
  private var digit: UInt32?
  /// Those that Unicode had before it had the alphabet.
  private var others: [Character: Character] = [:]

  /// What is merely bold or upright stays as it is, so that it is found and read aloud.
  /// - Returns: `nil` for a command that sets no letters.
  init?(command: String) {
    switch command {
    case "mathbb", "Bbb":
      (capital, small, digit) = (0x1D538, 0x1D552, 0x1D7D8)
      others = ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
    case "mathcal", "mathscr", "cal":
      (capital, small) = (0x1D49C, nil)
      others = [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
      ]
    case "mathfrak", "frak":
      (capital, small) = (0x1D504, 0x1D51E)
      others = ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
    case "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathnormal", "boldsymbol", "bm", "pmb",
      "symbf", "symrm", "mathop", "mathrel", "mathbin", "mathord", "mathopen", "mathclose", "boxed",
      "underbrace", "overbrace", "cancel", "bcancel", "xcancel", "substack", "mathstrut":
      break
    default: return nil
    }
  }

  /// - Parameter variant: how MathML names the letters, which browsers no longer know by it.
  /// - Returns: `nil` for usual ones.
  package init?(mathVariant variant: String) {
    let command: String
    switch variant {
    case "double-struck": command = "mathbb"
    case "script", "-tex-calligraphic": command = "mathcal"
    case "fraktur": command = "mathfrak"
    default: command = "mathrm"
    }
    self.init(command: command)
    if command != "mathrm" { return }
    switch variant {
    case "bold": (capital, small, digit) = (0x1D400, 0x1D41A, 0x1D7CE)
    case "bold-italic": (capital, small) = (0x1D468, 0x1D482)
    case "bold-script", "-tex-bold-calligraphic": (capital, small) = (0x1D4D0, 0x1D4EA)
    case "bold-fraktur": (capital, small) = (0x1D56C, 0x1D586)
    case "sans-serif": (capital, small, digit) = (0x1D5A0, 0x1D5BA, 0x1D7E2)
    case "bold-sans-serif": (capital, small, digit) = (0x1D5D4, 0x1D5EE, 0x1D7EC)
    case "monospace": (capital, small, digit) = (0x1D670, 0x1D68A, 0x1D7F6)
    default: return nil
    }
  }

  package func text(of plain: String) -> String { String(plain.map(letter)) }

  private func letter(_ plain: Character) -> Character {
    if let other = others[plain] { return other }
    let scalar: UInt32?
    switch plain {
    case "A"..."Z": scalar = place(plain, after: "A", capital)
    case "a"..."z": scalar = place(plain, after: "a", small)
    case "0"..."9": scalar = place(plain, after: "0", digit)
    default: scalar = nil
    }
    return scalar.flatMap(Unicode.Scalar.init).map(Character.init) ?? plain
  }

  private func place(_ plain: Character, after first: Character, _ start: UInt32?) -> UInt32? {
    guard let start, let own = plain.asciiValue, let base = first.asciiValue else { return nil }
    return start + UInt32(own - base)
  }
}
