import Documents
import NotebookChecks

/// Escape codes that colour text, where colour is wanted.
struct Paint: Sendable {
  var hasColor: Bool

  func bold(_ text: String) -> String { paint(text, "1") }

  /// A line of a difference, or its sign.
  func difference(_ text: String, _ kind: DifferenceLine.Kind) -> String {
    switch kind {
    case .same: text
    case .promised: paint(text, "31")
    case .shown: paint(text, "32")
    case .skipped: paint(text, "2")
    }
  }

  func severity(_ text: String, _ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .note: paint(text, "1;36")
    }
  }

  /// Makes a part stand out within text that has a colour of its own, which it goes on with.
  func emphasis(_ text: String) -> String {
    hasColor ? "\u{1B}[1;7m\(text)\u{1B}[22;27m" : text
  }

  private func paint(_ text: String, _ code: String) -> String {
    hasColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
