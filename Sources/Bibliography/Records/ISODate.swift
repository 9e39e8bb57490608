import Documents

/// A date as biblatex writes it: `2016`, `2016-05` or `2016-05-01`.
struct ISODate: Sendable, Hashable {
  var year: Int
  var month: Int?
  var day: Int?

  /// A date, or the first and the last of a span: `2016-05/2016-06`, `2016/` for an open one.
  struct Span: Sendable, Hashable {
    var first: ISODate
    /// The last date; `nil` where the span is open or there is only one date.
    var last: ISODate?
    var isOpen = false
  }

  /// - Parameter text: one date, with or without a time of day and a mark of doubt such as `~`.
  init?(_ text: some StringProtocol) {
    var rest = text.prefix { $0 != "T" }
    if let mark = rest.last, "?~%\u{A0}".contains(mark) { rest.removeLast() }
    let isBeforeChrist = rest.first == "-"
    if isBeforeChrist { rest.removeFirst() }
    let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap {
      Self.number($0, digits: $0.startIndex == rest.startIndex ? 4 : 2)
    }
    guard let year = numbers.first, numbers.count == parts.count, parts.count <= 3 else {
      return nil
    }
    self.year = isBeforeChrist ? -year : year
    month = numbers.count > 1 ? numbers[1] : nil
    day = numbers.count > 2 ? numbers[2] : nil
    guard (1...12).contains(month ?? 1), (1...31).contains(day ?? 1) else { return nil }
  }

  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(text)
  }

  /// The date or the span that a text is; `nil` where it is neither.
  static func range(in text: String) -> Span? {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count <= 2, let start = ends.first, let first = ISODate(start) else { return nil }
    guard ends.count == 2 else { return Span(first: first) }
    if ends[1].isEmpty || ends[1] == ".." { return Span(first: first, isOpen: true) }
    guard let last = ISODate(ends[1]) else { return nil }
    return Span(first: first, last: last)
  }

  /// The date in words: `May 1, 2016`.
  var words: String {
    guard let dayAndMonth else { return String(year) }
    return day == nil ? "\(dayAndMonth) \(year)" : "\(dayAndMonth), \(year)"
  }

  /// The date in words without its year: `May 1`.
  var dayAndMonth: String? {
    guard let month else { return nil }
    return Self.months[month - 1] + (day.map { " \($0)" } ?? "")
  }

  /// The name of the month that a field `month` means: a number, a name or its beginning.
  static func monthName(_ text: String) -> String {
    if let number = Int(text), (1...12).contains(number) { return months[number - 1] }
    let letters = text.lowercased().filter { $0 != "." }
    guard letters.count >= 3 else { return text }
    return months.first {
      $0.lowercased().hasPrefix(letters) || letters == "sept" && $0 == "September"
    }
      ?? text
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
