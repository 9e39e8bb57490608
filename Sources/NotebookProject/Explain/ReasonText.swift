import Documents
import NotebookExecution
import NotebookSyntax
import ResultStore

/// Puts into words why something is made.
struct ReasonText {
  /// What parts that form lists are called today: the cells and values of a program. It is empty where
  /// reasons may be about another version of it.
  private var today: [PartName: [String]] = [:]

  init() {}

  /// For a program as it is now.
  init(_ pieces: [Piece], in source: SourceText) {
    for piece in pieces {
      let line = source.position(at: piece.range.lowerBound).line
      switch piece {
      case .cell(let cell): today[.cell, default: []].append(cell.explainedName(line: line))
      case .value: today[.value, default: []].append("value of line \(line)")
      }
    }
  }

  /// Why something would be made now.
  func text(now reason: Making.Reason) -> [String] {
    switch reason {
    case .isFirst: ["it was never made before"]
    case .changes(let changes): text(changes)
    case .isAskedFor: ["--fresh asks for it"]
    case .isMissing: ["the store holds it no more"]
    case .isUnkept: ["what last came of it could not be kept"]
    case .isUnknown: ["the tools are missing, or were changed just now"]
    }
  }

  /// Why something was last made; nothing for the first time.
  func text(then reason: Making.Reason) -> [String] {
    switch reason {
    case .isFirst: []
    case .changes(let changes): text(changes)
    case .isAskedFor: ["--fresh asked for it"]
    case .isMissing, .isUnkept, .isUnknown: ["the store did not hold it"]
    }
  }

  /// What has changed, each thing once; what only follows from another change is left out.
  func text(_ changes: [PartChange]) -> [String] {
    var counts: [PartName: Int] = [:]
    for change in changes { counts[change.name, default: 0] += 1 }
    var counted: [String] = []
    var texts: [String] = []
    for change in changes where !changes.contains(where: { change.name.follows(from: $0.name) }) {
      if case .counted(let words) = change.name.wording {
        let text = words(counts[change.name, default: 1])
        if !counted.contains(text) { counted.append(text) }
      } else {
        let text = text(change)
        if !texts.contains(text) { texts.append(text) }
      }
    }
    return counted + texts
  }

  private func text(_ change: PartChange) -> String {
    switch change.name.wording {
    case .sentence(let text): text
    case .named(let text): text(change.name.own ?? "", change.kind)
    case .listed(let text): member(text(change.place + 1), of: change)
    case .counted(let text): text(1)
    }
  }

  /// The change of a part of a list, by what the part is called today.
  private func member(_ name: String, of change: PartChange) -> String {
    if change.kind == .removed { return "\(name) of before is gone" }
    let names = today[change.name] ?? []
    let known = names.indices.contains(change.place) ? names[change.place] : name
    return known + (change.kind == .added ? " is new" : " changed")
  }
}

extension Cell {
  /// What an explanation calls it: by its label, or by its line.
  func explainedName(line: Int) -> String {
    label.map { "cell \($0.name)" } ?? "cell of line \(line)"
  }
}
