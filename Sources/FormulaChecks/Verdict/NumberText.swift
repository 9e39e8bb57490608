import Foundation

/// Numbers as people read them in a message.
enum NumberText {
  /// What a letter was drawn as, which has few digits.
  static func short(_ number: Number) -> String { text(number, digits: 5) }

  static func short(_ value: Value) -> String { text(value, digits: 5) }

  /// A number of so many digits that it can be told from another.
  static func apart(_ a: Number, _ b: Number) -> (String, String) {
    for digits in 3...16 {
      let texts = (text(a, digits: digits), text(b, digits: digits))
      // One further digit shows that they are not almost the same.
      if texts.0 != texts.1 {
        return digits == 3 ? texts : (text(a, digits: digits + 1), text(b, digits: digits + 1))
      }
    }
    return (text(a, digits: 17), text(b, digits: 17))
  }

  static func text(_ value: Value, digits: Int) -> String {
    switch value {
    case .scalar(let scalar): return text(scalar.value, digits: digits)
    case .matrix(let matrix):
      let rows = (0..<matrix.rows).map { row in
        (0..<matrix.columns).map { text(matrix[row, $0].value, digits: digits) }.joined(
          separator: ", "
        )
      }
      return "(" + rows.joined(separator: matrix.columns == 1 ? ", " : "; ") + ")"
    }
  }

  static func text(_ number: Number, digits: Int) -> String {
    guard number.isReal else {
      let sign = number.imaginary.high < 0 ? " − " : " + "
      return plain(number.real.high, digits) + sign + plain(abs(number.imaginary.high), digits)
        + "i"
    }
    return plain(number.real.high, digits)
  }

  private static func plain(_ value: Double, _ digits: Int) -> String {
    var text = String(format: "%.\(digits)g", value)
    if text == "-0" { text = "0" }
    if let exponent = text.firstIndex(of: "e") {
      let power = Int(text[text.index(after: exponent)...]) ?? 0
      text = "\(text[..<exponent])·10^\(power)"
    }
    return text.replacing("-", with: "−")
  }
}
