import NotebookLayout
import NotebookTranscript

/// What a cell printed and showed, as it is written: text that runs on, and what is more than text.
package struct ShownParts {
  /// A part of it.
  package enum Part {
    case text(String, isError: Bool)
    /// A value in its richest form, and in words.
    case rich(ShownForm, plain: String)
  }

  /// In order.
  package private(set) var parts: [Part] = []

  /// - Parameter output: what a piece printed and showed.
  package init(_ output: [Transcript.Output]) {
    for item in output {
      switch item {
      case .text(let text, let stream): add(text, isError: stream == .standardError)
      case .value(let bundle):
        if let form = ShownForm(bundle) {
          parts.append(.rich(form, plain: bundle.plain))
        } else {
          addLine(bundle.plain + "\n")
        }
      }
    }
  }

  private mutating func add(_ text: String, isError: Bool) {
    if case .text(let before, isError) = parts.last {
      parts[parts.count - 1] = .text(before + text, isError: isError)
    } else {
      parts.append(.text(text, isError: isError))
    }
  }

  /// Adds text that begins a line.
  private mutating func addLine(_ text: String) {
    if case .text(let before, false) = parts.last, !before.isEmpty, !before.hasSuffix("\n") {
      add("\n" + text, isError: false)
    } else {
      add(text, isError: false)
    }
  }

  /// Printed text as a terminal leaves it; `nil` where there are only line ends.
  package static func printed(_ text: String) -> String? {
    let text = TerminalText.plain(text)
    return text.lastIndex { !$0.isNewline }.map { String(text[...$0]) }
  }
}
