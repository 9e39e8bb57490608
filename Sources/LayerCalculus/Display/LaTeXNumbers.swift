import NotebookDisplay

/// How the numbers of one array are written in TeX, all in one form.
///
/// With a number of decimals, all have that many. Without one they have as few as show each to 4
/// decimals, so whole numbers stay whole, and an exact zero is `0`; an array whose largest magnitude
/// is below 0.001, or at least a million, is written with 4 significant digits and a power of ten.
struct LaTeXNumbers {
  private enum Form {
    case decimals(Int)
    case fewestDecimals(Int)
    case powersOfTen
  }

  private let form: Form

  init(_ values: [Double], digits: Int?) {
    let largest = values.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    if let digits {
      form = .decimals(digits)
    } else if largest != 0, largest < 1e-3 || largest >= 1e6 {
      form = .powersOfTen
    } else {
      form = .fewestDecimals(values.lazy.map(Self.decimalsNeeded).max() ?? 0)
    }
  }

  func callAsFunction(_ value: Double) -> String {
    switch form {
    case .decimals(let count): Self.withoutSignOfZero(value.digits(count).latex)
    case .fewestDecimals where value == 0, .powersOfTen where value == 0: "0"
    case .fewestDecimals(let count): Self.withoutSignOfZero(value.digits(count).latex)
    case .powersOfTen: value.scientific(3).latex
    }
  }

  private static func decimalsNeeded(_ value: Double) -> Int {
    guard value.isFinite else { return 0 }
    let fraction = Array(value.digits(4).description.utf8.suffix(4))
    return (fraction.lastIndex { $0 != UInt8(ascii: "0") } ?? -1) + 1
  }

  /// A number that is rounded to zero has no sign worth reading.
  private static func withoutSignOfZero(_ text: String) -> String {
    guard text.hasPrefix("-"), text.utf8.allSatisfy("-0.".utf8.contains) else { return text }
    return String(text.dropFirst())
  }
}
