import Documents
import NotebookExecution
import NotebookSyntax
import ResultStore

/// A program and its stored values, as they are explained.
struct ProgramItems {
  private(set) var items: [Explanation.Item] = []

  init(_ program: KnownRun.Program, in source: SourceText) {
    let here = ReasonText(program.pieces, in: source)
    let range = program.trial?.range ?? program.pieces.first?.range
    var item = Explanation.Item(
      kind: program.trial == nil ? .program : .trial,
      name: program.name,
      line: range.map { source.position(at: $0.lowerBound).line },
      state: .kept
    )
    if let reason = program.outlook.reason {
      item.state = .toBeMade
      item.reasons = here.text(now: reason)
    }
    // Lines of today are those of the cells that were made only where these are the same.
    let last = program.outlook.last
    let changes = last.map { program.parts.changes(since: $0.parts) } ?? []
    let isAsMade = !changes.contains { [.cell, .value].contains($0.name) }
    item.last = last?.told(by: isAsMade ? here : ReasonText())
    items = [item] + program.values.map { Self.item($0, of: program) }
  }

  private static func item(
    _ value: Outlook,
    of program: KnownRun.Program
  ) -> Explanation.Item {
    let text = ReasonText()
    var item = Explanation.Item(
      kind: .storedValue,
      name: "stored value \(value.last?.name ?? "") of \(program.owner)",
      state: .kept,
      last: value.last?.told(by: text)
    )
    switch value.reason {
    case nil:
      let isReused = value.last?.marks.contains(.isReused) == true
      item.reasons = [isReused ? "the last run used it again" : "the last run computed it"]
    case .isUnknown:
      item.state = .open
      item.reasons = ["\(program.owner) has to run to ask for it"]
    case let reason?:
      item.state = .toBeMade
      item.reasons = text.text(now: reason)
    }
    return item
  }
}

extension KnownRun.Program {
  /// What asks for its stored values.
  fileprivate var owner: String {
    trial.map { "the \($0.mode.rawValue) cell" } ?? "program \(number)"
  }

  fileprivate var name: String {
    if let trial { return "\(trial.mode.rawValue) cell" }
    let cells = pieces.count { if case .cell = $0 { true } else { false } }
    return "program \(number) (\(cells) \(cells == 1 ? "cell" : "cells"))"
  }
}
