import Documents
import NotebookChecks

extension SourceText {
  /// The bytes of a text within the document.
  func range(of text: String, after lead: String = "") -> SourceRange {
    let all = String(decoding: bytes, as: UTF8.self)
    guard let found = all.utf8.firstRange(of: (lead + text).utf8) else { return 0..<0 }
    let start = all.utf8.distance(from: all.utf8.startIndex, to: found.lowerBound)
    return start + lead.utf8.count..<start + lead.utf8.count + text.utf8.count
  }

  func promise(_ kind: Promise.Kind, _ text: String, after lead: String = "") -> Promise {
    Promise(kind: kind, range: range(of: text, after: lead), text: text)
  }

  /// A promise that something else came for.
  /// - Parameters:
  ///   - kind: how it is promised.
  ///   - text: what is promised; it occurs in the document.
  ///   - lead: what stands before it in the document.
  ///   - part: what is marked; it occurs in the document.
  ///   - shown: what came.
  ///   - message: what is said.
  ///   - help: what to do.
  func broken(
    _ kind: Promise.Kind,
    _ text: String,
    after lead: String = "",
    marking part: String? = nil,
    shown: String,
    _ message: String,
    help: String? = nil
  ) -> Finding {
    let promise = promise(kind, text, after: lead)
    return Finding(
      promise: promise,
      diagnostic: Diagnostic(
        .error,
        "broken-promise",
        message,
        help: help,
        in: self,
        at: part.map { range(of: $0) } ?? promise.range
      ),
      shown: shown,
      difference: [
        DifferenceLine(kind: .promised, text: text, emphasis: Self.emphasis(text, shown)),
        DifferenceLine(kind: .shown, text: shown, emphasis: Self.emphasis(shown, text)),
      ],
      edit: SourceEdit(range: promise.range, text: shown)
    )
  }

  func report(_ findings: [Finding] = [], promises: [Promise]? = nil) -> DocumentReport {
    var report = DocumentReport(
      path: path,
      source: self,
      promises: promises ?? findings.map(\.promise),
      findings: findings,
      cellsRun: 1,
      seconds: 0.25
    )
    report.isEmpty = false
    return report
  }

  /// What of a line is neither at the start nor at the end of another line.
  private static func emphasis(_ line: String, _ other: String) -> [Range<Int>] {
    let before = zip(line, other).prefix { $0 == $1 }.count
    let room = min(line.count, other.count) - before
    let after = zip(line.reversed(), other.reversed()).prefix { $0 == $1 }.prefix(room).count
    let range = before..<line.count - after
    return range.isEmpty ? [] : [range]
  }
}
