import Foundation

/// Tells explanations as lines for people.
package struct ExplanationText {
  var now: Date
  /// Whether what is kept is told, too.
  var showsAll = false

  package init(now: Date, showsAll: Bool) {
    self.now = now
    self.showsAll = showsAll
  }

  /// A notebook's lines; formulas that are alike share one.
  package func text(_ explanation: Explanation) -> String {
    var lines: [String] = []
    let told = explanation.items.filter(isTold)
    guard !told.isEmpty else { return "" }
    var rest = told[...]
    while let item = rest.popFirst() {
      var count = 1
      while item.kind == .formula, let next = rest.first, Self.areAlike(item, next) {
        rest.removeFirst()
        count += 1
      }
      lines.append(line(item, count: count, of: explanation.path))
    }
    lines += explanation.notes.map { "\(explanation.path): note: \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }

  private func isTold(_ item: Explanation.Item) -> Bool {
    showsAll || ![.kept, .notNeeded].contains(item.state)
  }

  /// Only those that are kept: where something is to be done each one counts.
  private static func areAlike(_ one: Explanation.Item, _ other: Explanation.Item) -> Bool {
    other.kind == .formula && one.state == .kept && other.state == .kept
  }

  private func line(_ item: Explanation.Item, count: Int, of path: String) -> String {
    let place = item.line.map { "\(path):\($0)" } ?? path
    let name = count > 1 ? "\(count) formulas" : item.name
    return ["\(place): \(name): \(state(item))", last(item)].compactMap { $0 }
      .joined(separator: "; ")
  }

  private func state(_ item: Explanation.Item) -> String {
    let word =
      switch item.state {
      case .kept: item.kind == .page ? "left as it is" : "kept"
      case .toBeMade: "to be made"
      case .impossible: "cannot be made before the errors are mended"
      case .open: "open"
      case .notNeeded: "not needed, as the page is left as it is"
      }
    guard item.state != .notNeeded, !item.reasons.isEmpty else { return word }
    return "\(word): " + item.reasons.joined(separator: ", ")
  }

  private func last(_ item: Explanation.Item) -> String? {
    guard let last = item.last else { return nil }
    let age = age(last.seconds)
    return last.reasons.isEmpty
      ? "made \(age) for the first time"
      : "last made \(age), because " + last.reasons.joined(separator: ", ")
  }

  private func age(_ seconds: Int) -> String {
    let age = max(Int(now.timeIntervalSince1970) - seconds, 0)
    let units = [("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)]
    guard let (name, length) = units.first(where: { age >= $0.1 }) else { return "just now" }
    let count = age / length
    return "\(count) \(name)\(count == 1 ? "" : "s") ago"
  }

  /// How much there is to do: `3 of 45 to be made: 1 page, 2 formulas`.
  package func summary(_ explanations: [Explanation]) -> String {
    let items = explanations.flatMap(\.items)
    let made = items.filter { $0.state == .toBeMade }
    let kinds = Explanation.Kind.allCases.compactMap { kind -> String? in
      let count = made.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)\(count == 1 ? "" : "s")"
    }
    let open = items.count { $0.state == .open }
    return "\(made.count) of \(items.count) to be made"
      + (kinds.isEmpty ? "" : ": " + kinds.joined(separator: ", "))
      + (open == 0 ? "" : "; \(open) open until programs have run")
      + (items.allSatisfy(isTold) ? "" : "; --all tells of the rest") + "\n"
  }
}
