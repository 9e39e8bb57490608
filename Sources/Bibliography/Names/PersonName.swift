/// A person's name, or the name of a body, in the four parts that BibTeX knows.
struct PersonName: Sendable, Hashable {
  /// `Maaten` in `Laurens van der Maaten`; the whole name of a body.
  var family = ""
  /// `van der` in `Laurens van der Maaten`.
  var prefix = ""
  /// `Laurens` in `Laurens van der Maaten`.
  var given = ""
  /// `Jr.` in `King, Jr., Martin Luther`.
  var suffix = ""

  /// The family name as it is cited: `van der Maaten`.
  var label: String { prefix.isEmpty ? family : prefix + " " + family }

  /// The given names' initials: `J.-P.` for `Jean-Paul`.
  var initials: String { Initials.of(given) }

  /// The name as a list is ordered by it: `van der Maaten, L.`.
  var inverted: String {
    [label, initials, suffix].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The name as it is spoken: `L. van der Maaten`.
  var natural: String {
    let name = [initials, label].filter { !$0.isEmpty }.joined(separator: " ")
    return suffix.isEmpty ? name : name + ", " + suffix
  }
}

/// The names of a field such as `author`.
struct NameList: Sendable, Hashable {
  var names: [PersonName] = []
  /// Whether the list ends with `and others`.
  var hasMore = false

  var isEmpty: Bool { names.isEmpty }
}
