import NotebookTranscript

/// A broken promise in a sentence.
struct BrokenPromise {
  let text: String
  /// What differs where nobody would see it.
  let alike: String?

  /// Texts up to this length are told whole, rather than by the first part that differs.
  private static let short = 40

  init(_ difference: TextDifference, _ promised: PromiseCheck.PromisedText) {
    var difference = difference
    let shown = TerminalText.plain(promised.shown)
    let wholes = [promised.promise.text, shown].map(Self.line)
    if difference.cause == .text, difference.promisedText != nil, difference.actual != nil,
      let wanted = wholes[0], let came = wholes[1], wanted != came
    {
      (difference.promisedText, difference.actual) = (wanted, came)
    }
    let parts = difference.promisedText.flatMap { wanted in
      difference.actual.flatMap { LookAlikes.difference(wanted, $0) }
    }
    let bodies = [promised.promise.text, shown].map {
      $0.hasSuffix("\n") ? String($0.dropLast()) : $0
    }
    alike =
      parts
      ?? (bodies[0].utf8.count < 1 << 16 ? LookAlikes.difference(bodies[0], bodies[1]) : nil)
    text = Self.sentence(difference, subject: promised.subject)
  }

  /// A text that is one short line.
  private static func line(_ text: String) -> String? {
    let line = text.hasSuffix("\n") ? text.dropLast() : text[...]
    guard !line.isEmpty, line.count <= short, !line.contains(where: \.isNewline) else { return nil }
    return String(line)
  }

  private static func sentence(_ difference: TextDifference, subject: String) -> String {
    func quoted(_ text: String) -> String {
      let limit = 60
      return "'" + (text.count > limit ? text.prefix(limit) + "…" : text) + "'"
    }
    return switch (difference.cause, difference.promisedText, difference.actual) {
    case (.text, let promised?, let actual?):
      "\(quoted(promised)) is promised here, but \(subject) \(quoted(actual))"
    case (.text, let promised?, nil):
      "\(quoted(promised)) is promised here, but \(subject) nothing more"
    case (.text, nil, let actual?):
      "nothing more is promised here, but \(subject) \(quoted(actual))"
    case (.line, let promised?, _): "\(subject) no line \(quoted(promised)), which is promised here"
    case (.line, nil, let actual?):
      "\(subject) the line \(quoted(actual)) too, which is not promised"
    case (_, nil, nil): "\(subject) something else"
    }
  }
}
