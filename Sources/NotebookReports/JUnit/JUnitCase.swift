import Documents

/// One promise, or one error that is none, as a test.
struct JUnitCase: Sendable {
  /// How a test comes out.
  enum Outcome: Sendable {
    enum Kind { case passed, skipped, failure, error }

    case passed
    /// Nobody knows, or what is wrong is known.
    case skipped(reason: String)
    /// A promise is broken.
    case failure(Diagnostic, text: String)
    /// Something else is wrong.
    case error(Diagnostic, text: String)

    var kind: Kind {
      switch self {
      case .passed: .passed
      case .skipped: .skipped
      case .failure: .failure
      case .error: .error
      }
    }
  }

  var name: String
  var outcome: Outcome

  /// The test as XML. A promise takes no time of its own, because its document is run as a whole;
  /// some readers want to hear of a time all the same.
  func tree(inDocumentAt path: String) -> XMLTree {
    let children: [XMLTree] =
      switch outcome {
      case .passed: []
      case .skipped(let reason): [.element("skipped", ["message": reason])]
      case .failure(let diagnostic, let text): [Self.element("failure", diagnostic, text)]
      case .error(let diagnostic, let text): [Self.element("error", diagnostic, text)]
      }
    return .element("testcase", ["classname": path, "name": name, "time": "0"], children)
  }

  private static func element(_ name: StaticName, _ diagnostic: Diagnostic, _ text: String)
    -> XMLTree
  {
    .element(
      name,
      ["message": diagnostic.message, "type": diagnostic.identifier],
      [.text(text)]
    )
  }
}

/// The names of a suite's tests, each of which must be its own.
struct JUnitNames: Sendable {
  private var taken: Set<String> = []
  /// For each name that had to be numbered, its last number.
  private var numbers: [String: Int] = [:]

  /// A name such as `output at line 14`; a second one there names the column too.
  mutating func name(_ kind: String, at place: SourcePosition?) -> String {
    var candidates = [kind]
    if let place {
      let name = "\(kind) at line \(place.line)"
      candidates = [name, "\(name), column \(place.column)"]
    }
    for name in candidates where taken.insert(name).inserted { return name }
    let last = candidates[candidates.count - 1]
    while true {
      let number = numbers[last, default: 1] + 1
      numbers[last] = number
      let name = "\(last) (\(number))"
      if taken.insert(name).inserted { return name }
    }
  }
}
