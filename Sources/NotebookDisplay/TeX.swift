/// TeX for texts and numbers, as it stands inside a formula.
///
/// ```swift
/// TeX.number(1.5e-7)  // => 1.5 \times 10^{-7}
/// TeX.text("50 %")    // => \text{50 }\%
/// ```
public enum TeX {
  /// A formula that shows the text upright, such as `\text{50}\%\text{ off}`.
  ///
  /// TeX's special characters stand as symbols outside `\text{…}`: within it, MathJax reads their
  /// escapes in one way with its `textmacros` extension and in another without.
  ///
  /// ```swift
  /// TeX.text("50% off")  // => \text{50}\%\text{ off}
  /// ```
  public static func text(_ text: String) -> String {
    var formula = ""
    var run = ""
    func endRun() {
      if !run.isEmpty { formula += "\\text{" + run + "}" }
      run = ""
    }
    for character in text {
      if let symbol = symbol(for: character) {
        endRun()
        formula += symbol
      } else {
        run.append(character.isWhitespace ? " " : character)
      }
    }
    endRun()
    return formula.isEmpty ? "\\text{}" : formula
  }

  /// The number in all its digits: `0.1`, `1.5 \times 10^{-7}`, `\infty`, `\mathrm{NaN}`.
  ///
  /// ```swift
  /// TeX.number(Double.infinity)  // => \infty
  /// TeX.number(0.1)              // => 0.1
  /// ```
  public static func number<Number: BinaryFloatingPoint>(_ value: Number) -> String {
    number(described: "\(value)")
  }

  /// The number in at most 8 significant digits, without zeros at the end, as it stands in a
  /// matrix: `0.19091352`, `1`, `2 \times 10^{-17}`.
  ///
  /// ```swift
  /// TeX.shortNumber(0.190913523)  // => 0.19091352
  /// TeX.shortNumber(1)            // => 1
  /// ```
  public static func shortNumber(_ value: Double) -> String {
    let rounded = Double(PrintfText.scientific(value, decimals: 7)) ?? value
    let text = number(described: rounded.description)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// TeX for a number in Swift's or C's decimal notation.
  static func number(described text: String) -> String {
    switch text {
    case "inf": return "\\infty"
    case "-inf": return "-\\infty"
    case _ where text.contains("nan"): return "\\mathrm{NaN}"
    default: break
    }
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
    return "\(parts[0]) \\times 10^{\(exponent)}"
  }

  private static func symbol(for character: Character) -> String? {
    switch character {
    case "%", "&", "#", "_", "$", "{", "}": "\\\(character)"
    case "\\": "\\backslash{}"
    case "^": "{\\wedge}"
    case "~": "{\\sim}"
    default: nil
    }
  }
}
