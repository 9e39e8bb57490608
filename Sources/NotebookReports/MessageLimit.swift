import Documents

/// How many messages of one kind are told about one file, so that the others can be found among them.
enum MessageLimit {
  /// After so many, only how many more there are is told.
  static let most = 100

  /// What makes messages alike.
  private struct Kind: Hashable {
    var path: String
    var severity: Diagnostic.Severity
    var identifier: String

    init(_ diagnostic: Diagnostic) {
      path = diagnostic.path
      severity = diagnostic.severity
      identifier = diagnostic.identifier
    }
  }
}

extension [ReportEntry] {
  /// The first of each kind, and in place of the next a message that counts the rest.
  var limited: [ReportEntry] {
    guard count > MessageLimit.most else { return self }
    return MessageLimit.apply(to: self)
  }
}

extension [Diagnostic] {
  /// The first of each kind, and in place of the next a message that counts the rest.
  package var limited: [Diagnostic] {
    map(ReportEntry.diagnostic).limited.map(\.diagnostic)
  }
}

extension MessageLimit {
  fileprivate static func apply(to entries: [ReportEntry]) -> [ReportEntry] {
    var counts: [Kind: Int] = [:]
    for entry in entries { counts[Kind(entry.diagnostic), default: 0] += 1 }
    var told: [Kind: Int] = [:]
    return entries.compactMap { entry in
      let kind = Kind(entry.diagnostic)
      let number = told[kind, default: 0]
      told[kind] = number + 1
      if number < most { return entry }
      let rest = counts[kind, default: 0] - most
      // One message is no longer than the line that would count it.
      if rest == 1 { return entry }
      return number == most ? .diagnostic(summary(of: rest, from: entry.diagnostic)) : nil
    }
  }

  private static func summary(of rest: Int, from first: Diagnostic) -> Diagnostic {
    var summary = first
    summary.message = "and \(grouped(rest)) more like this, the first of them: \(first.message)"
    summary.help = nil
    return summary
  }

  /// `4900` as `4,900`.
  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in "\(number)".reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
