import Documents
import NotebookSyntax

/// What comments are taken for, as text: a line for each, and a summary that says which `results:` they need.
package struct CommentText {
  private var chosen: [CheckRules.ResultForm: Int] = [:]
  private var others: [CheckRules.ResultForm: Int] = [:]
  private var messages = 0
  private var ambiguous = 0
  private var prose = 0

  package init() {}

  /// The lines about a document's comments, which are counted.
  package mutating func lines(_ comments: DocumentComments) -> String {
    comments.uses.reduce(into: "") { text, use in
      count(use.kind)
      let place = comments.source.position(at: use.range.lowerBound)
      let line = comments.source.lineRange(place.line)
      let end = min(use.range.upperBound, line.upperBound)
      let code = comments.source[use.range.lowerBound..<max(use.range.lowerBound, end)]
      let more = use.range.upperBound > line.upperBound ? " …" : ""
      text +=
        "\(comments.source.path):\(place.line):\(place.column): \(Self.words(use.kind)): \(code)\(more)\n"
    }
  }

  private mutating func count(_ kind: CommentUse.Kind) {
    switch kind {
    case .result(let form, counts: true): chosen[form, default: 0] += 1
    case .result(let form, counts: false): others[form, default: 0] += 1
    case .message: messages += 1
    case .ambiguous: ambiguous += 1
    case .prose: prose += 1
    }
  }

  private static func words(_ kind: CommentUse.Kind) -> String {
    switch kind {
    case .result(let form, counts: true): "result (\(form.rawValue))"
    case .result(let form, counts: false): "result (\(form.rawValue)), not chosen"
    case .message(let kind): "\(kind.rawValue) that is due"
    case .ambiguous(let reason): "ambiguous (\(reason))"
    case .prose: "prose"
    }
  }

  /// How many there are of each, and the rule by which all results would count.
  package var summary: String {
    let counts = [
      (chosen.values.reduce(0, +), "taken as results\(Self.list(chosen))"),
      (others.values.reduce(0, +), "in forms that are not chosen\(Self.list(others))"),
      (messages, "about warnings or crashes"), (ambiguous, "ambiguous"), (prose, "prose"),
    ].filter { $0.0 > 0 }
    guard !counts.isEmpty else { return "no comment stands behind code\n" }
    var text = counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + "\n"
    guard !others.isEmpty else { return text }
    let used = CheckRules.ResultForm.allCases.filter { (chosen[$0] ?? others[$0]) != nil }
    text +=
      "all of them count where lectern.yml says under 'verify:' 'results: ["
      + used.map(\.rawValue).joined(separator: ", ") + "]'\n"
    return text
  }

  private static func list(_ forms: [CheckRules.ResultForm: Int]) -> String {
    let words = CheckRules.ResultForm.allCases.compactMap { form in
      forms[form].map { "\($0) \(form.rawValue)" }
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }
}
