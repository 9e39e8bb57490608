import NotebookDisplay

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension AxisEncoding {
  /// What lies along the axis, in words; `nil` where nothing does.
  var reach: String? {
    if let categories { return Self.list(categories) }
    guard let ends = axis.domain ?? extent else { return nil }
    let words = [ends.lowerBound, ends.upperBound].map(isTime ? Self.day : Spoken.number)
    // Lengths may be stacked, so the axis reaches further than the numbers.
    let noun = needs.includesZero ? "values " : ""
    let range = noun + (words[0] == words[1] ? words[0] : "from \(words[0]) to \(words[1])")
    return range + (axis.scale == .log ? " on a log scale" : "")
  }

  private static func list(_ categories: [String]) -> String? {
    guard categories.count > 12 else {
      return categories.isEmpty ? nil : categories.joined(separator: ", ")
    }
    return "\(categories.count) categories from \(categories[0]) to \(categories.last ?? "")"
  }

  private static func day(_ seconds: Double) -> String {
    Date(timeIntervalSince1970: seconds).formatted(.iso8601.year().month().day())
  }
}

/// Numbers in texts about a picture.
enum Spoken {
  /// At most three significant digits, such as `−0.131` or `20`.
  static func number(_ value: Double) -> String {
    let text = value.significant(3).description
    return minus(Double(text).map(JSON.shortText) ?? text)
  }

  /// The text with a minus sign of the width of a plus, as along axes.
  static func minus(_ number: String) -> String {
    number.hasPrefix("-") ? "−" + number.dropFirst() : number
  }
}
