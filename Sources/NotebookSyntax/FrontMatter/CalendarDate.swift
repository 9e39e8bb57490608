/// A day, a month or a year of the calendar, as `date: 2026-11-30` names it.
public struct CalendarDate: Sendable, Hashable {
  /// Four digits.
  public let year: Int
  /// From 1; `nil` where the date is a year.
  public let month: Int?
  /// From 1; `nil` where the date is a month or a year.
  public let day: Int?

  /// Why a date is none.
  struct Fault: Error {
    var message: String
    var help: String
  }

  /// - Parameter text: numbers with hyphens between them.
  /// - Returns: `nil` where the text is something else, such as `spring 2026`.
  /// - Throws: where there is no such day.
  init?(_ text: String) throws(Fault) {
    guard let match = text.wholeMatch(of: /(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?/),
      let year = Int(match.1)
    else { return nil }
    self.year = year
    month = match.2.flatMap { Int($0) }
    day = match.3.flatMap { Int($0) }
    guard let month else { return }
    guard Self.lengths.indices.contains(month - 1) else {
      throw Fault(
        message: "there is no month \(month)",
        help: "write the year, the month and the day, such as \(year)-12-01"
      )
    }
    let length = month == 2 && Self.isLeap(year) ? 29 : Self.lengths[month - 1]
    guard let day, !(1...length).contains(day) else { return }
    throw Fault(
      message: "there is no day \(text)",
      help: "the month \(Self.text(year, month)) has \(length) days"
    )
  }

  /// As ISO 8601 writes it: `2026-11-30`, `2026-11` or `2026`.
  public var text: String { Self.text(year, month, day) }

  private static func text(_ year: Int, _ month: Int?, _ day: Int? = nil) -> String {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(count - text.count, 0)) + text
    }
    return [(year, 4), (month, 2), (day, 2)]
      .compactMap { number, count in number.map { digits($0, count) } }.joined(separator: "-")
  }

  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
