/// When something was published, as its reference says it.
struct PublicationDate: Sendable, Hashable {
  /// `1990`, `2016–2018`, `in press`; `n.d.` where nothing is known.
  var year = "n.d."
  /// `May 1` or `May`; `nil` where only the year is known.
  var dayAndMonth: String?

  /// - Parameter record: the entry; its `date` says more than its `year`.
  init(of record: Record) {
    let date = record.plain(.date)
    if let date, let span = ISODate.range(in: date) {
      year = Self.year(of: span)
      dayAndMonth = span.last == nil ? span.first.dayAndMonth : nil
      return
    }
    if let text = date ?? record.plain(.year) {
      let span = ISODate.range(in: text)
      year = span.map(Self.year) ?? text
    } else if let state = record.plain(.pubstate) {
      year = Self.states[state.lowercased()] ?? state
    }
    dayAndMonth = record.plain(.month).map { month in
      let name = ISODate.monthName(month)
      return record.plain(.day).map { name + " " + $0 } ?? name
    }
  }

  /// The year with the letter that tells it from others of the same author: `1990a`, `n.d.-a`.
  func year(suffix: String) -> String {
    guard !suffix.isEmpty else { return year }
    return year.last?.isNumber == true ? year + suffix : year + "-" + suffix
  }

  /// The number by which a list is ordered; what has no year comes first.
  var sortNumber: Int {
    if year == "n.d." { return Int.min }
    // What is in press comes last.
    let digits = year.drop { !$0.isNumber }.prefix { $0.isNumber }
    return Int(digits) ?? Int.max
  }

  private static func year(of span: ISODate.Span) -> String {
    let first = String(span.first.year)
    if span.isOpen { return first + "–" }
    guard let last = span.last, last.year != span.first.year else { return first }
    return first + "–" + String(last.year)
  }

  private static let states = [
    "inpress": "in press", "inpreparation": "in preparation", "prepublished": "prepublished",
  ]
}
