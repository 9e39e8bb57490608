/// What would be made for one notebook, and why; also as JSON, which the manual describes.
package struct Explanation: Codable, Equatable, Sendable {
  package var path: String
  package var items: [Item] = []
  /// What holds for the whole notebook.
  package var notes: [String] = []

  /// Something that is made of the notebook.
  package struct Item: Codable, Equatable, Sendable {
    package var kind: Kind
    /// What a message calls it.
    package var name: String
    /// Where it begins; `nil` where it has no place of its own.
    package var line: Int?
    package var state: State
    /// Why it would be made, in words.
    package var reasons: [String] = []
    /// How it was last made.
    package var last: Last?
  }

  package enum Kind: String, Codable, CaseIterable, Sendable {
    case page, program
    case trial = "tried cell"
    case storedValue = "stored value"
    case formula, chart
  }

  package enum State: String, Codable, Sendable {
    /// It would be used again.
    case kept
    /// It would be made.
    case toBeMade = "to be made"
    /// Errors of the notebook keep it from being made.
    case impossible = "cannot be made"
    /// It is known when a program has run.
    case open
    /// It would have to be made, but nothing asks for it.
    case notNeeded = "not needed"
  }

  /// How something was last made.
  package struct Last: Codable, Equatable, Sendable {
    /// When, in seconds since 1970.
    package var seconds: Int
    /// Why, in words; nothing for the first time.
    package var reasons: [String]
  }
}

/// What would be made for some notebooks, as JSON.
package struct ExplanationReport: Codable, Equatable, Sendable {
  var version = 1
  var notebooks: [Explanation]

  package init(notebooks: [Explanation]) { self.notebooks = notebooks }
}
