/// What `@string` has defined so far, with the months that every BibTeX style brings along.
struct Abbreviations: Sendable {
  private var values: [String: RawValue] = [:]
  /// How many more bytes abbreviations may put into values. Definitions that double one another
  /// would otherwise grow without bound.
  private var budget: Int
  private(set) var isExhausted = false

  private static let months = [
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
  ]

  /// - Parameter size: the bytes of all files together.
  init(size: Int) {
    budget = 1 << 20 + 8 * size
    for (name, month) in Self.months {
      var value = RawValue()
      value.append(month.utf8, file: nil, origin: 0)
      values[name] = value
    }
  }

  /// The names that are known, in small letters.
  var names: some Sequence<String> { values.keys }

  func defines(_ name: String) -> Bool { values[name.lowercased()] != nil }

  mutating func define(_ name: String, as value: RawValue) {
    values[name.lowercased()] = value
  }

  /// What a name stands for; `nil` where it is unknown, and nothing once the limit is passed.
  mutating func expand(_ name: String) -> RawValue? {
    guard let value = values[name.lowercased()] else { return nil }
    guard value.size <= budget else {
      isExhausted = true
      return RawValue()
    }
    budget -= value.size
    return value
  }
}
