import Documents
import NotebookSyntax
import ResultStore
import Typesetting

/// Puts into words why something is made.
struct ReasonText {
  /// What the cells and values of the program are called that reasons are about; empty where they may be
  /// about another version of it.
  var cells: [String] = []
  var values: [String] = []

  /// For a program as it is now.
  init(_ pieces: [Piece] = [], in source: SourceText? = nil) {
    guard let source else { return }
    for piece in pieces {
      let line = source.position(at: piece.range.lowerBound).line
      switch piece {
      case .cell(let cell): cells.append(cell.explainedName(line: line))
      case .value: values.append("value of line \(line)")
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
    }
  }

  /// Why something was last made; nothing for the first time.
  func text(then reason: Making.Reason) -> [String] {
    switch reason {
    case .isFirst: []
    case .changes(let changes): text(changes)
    case .isAskedFor: ["--fresh asked for it"]
    case .isMissing, .isUnkept: ["the store did not hold it"]
    }
  }

  /// What has changed, each thing once.
  func text(_ changes: [PartChange]) -> [String] {
    let formulas = changes.count { $0.name == "formula" }
    let hidden = Self.hidden(by: Set(changes.map(\.name)))
    var texts =
      formulas == 0 ? [] : [formulas == 1 ? "a formula changed" : "\(formulas) formulas changed"]
    for change in changes where !hidden(change.name) {
      let text = text(change)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  /// The changes that others bring with them, or that are told otherwise.
  private static func hidden(by names: Set<String>) -> (String) -> Bool {
    { name in
      switch name {
      case "formula": true
      case "numbers": names.contains("formula")
      case "order": names.contains("cell") || names.contains("value")
      case "package", "flags", "isolated", "folder", "toolchain": names.contains("running")
      case _ where name.hasPrefix("module "): names.contains("running")
      case _ where name.hasPrefix("file "): names.contains("input " + name.dropFirst(5))
      default: false
      }
    }
  }

  private func text(_ change: PartChange) -> String {
    switch change.name {
    case "cell": piece("cell \(change.place + 1)", cells, change)
    case "value": piece("value \(change.place + 1) in the text", values, change)
    default: Self.texts[change.name] ?? named(change)
    }
  }

  private func piece(_ name: String, _ names: [String], _ change: PartChange) -> String {
    if change.kind == .removed { return "\(name) of before is gone" }
    let known = names.indices.contains(change.place) ? names[change.place] : name
    return known + (change.kind == .added ? " is new" : " changed")
  }

  /// A change of something that has a name of its own.
  private func named(_ change: PartChange) -> String {
    let words = change.name.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return "'\(change.name)' " + Self.verb(change.kind) }
    switch words[0] {
    case "module":
      switch change.kind {
      case .changed: return "module \(words[1]) changed"
      case .added: return "module \(words[1]) is imported now"
      case .removed: return "module \(words[1]) is imported no more"
      }
    case "env": return "environment variable \(words[1]) changed"
    case "input", "file": return "\(change.name) changed"
    case "label": return "what label \(words[1]) names changed"
    case "link":
      let address = words[1].drop { $0 != " " }.dropFirst()
      return "what '\(LocalAddress.decoded(String(address)))' leads to changed"
    case "value": return "the \(change.name) changed"
    case "import", "extension": return "\(change.name) " + Self.verb(change.kind)
    default: return "'\(change.name)' " + Self.verb(change.kind)
    }
  }

  private static func verb(_ kind: PartChange.Kind) -> String {
    switch kind {
    case .changed: "changed"
    case .added: "is used now"
    case .removed: "is used no more"
    }
  }

  /// Parts whose names are the program's own.
  private static let texts = [
    "code": "its code changed",
    "declarations for the whole program": "declarations for the whole program changed",
    "engine": "the engine that sets it changed",
    "files of flags": "a file that the flags lead to changed",
    "flags": "the flags or the language version changed",
    "folder": "the folder in which programs run changed",
    "isolated": "whether cells are isolated changed",
    "images": "--images changed",
    "kind": "the program 'render' changed",
    "macros": "the macros changed",
    "math": "--math changed",
    "name": "its name changed",
    "notebook": "the notebook's text changed",
    "numbers": "the formulas' numbers changed",
    "order": "the order of cells and values changed",
    "package": "--package changed",
    "page": "the page's place changed",
    "place": "its place, for which it may ask, changed",
    "path": "the notebook is named by another path",
    "prefix": "the page's place changed",
    "program": "the program 'render' changed",
    "references": "what formulas refer to changed",
    "repetition": "it is asked for more or less often",
    "role": "what is done with its cells changed",
    "running": "--no-run changed",
    "setting": "the engine for formulas and charts changed",
    "specification": "what its cell shows changed",
    "statements before": "the statements before it changed",
    "template": "the template changed",
    "toolchain": "the toolchain changed",
    "type": "its type changed",
    "version": "the program 'render' changed",
  ]

  /// Why a formula would be set.
  func text(_ reason: FormulaOutlook.Reason) -> [String] {
    switch reason {
    case .text: ["it is new or changed"]
    case .macros: ["the macros changed"]
    case .definitions: ["what formulas before it define changed"]
    case .page: ["it numbers, refers or defines, and another formula or label changed"]
    case .making(let reason): text(now: reason)
    }
  }
}

extension Cell {
  /// What an explanation calls it: by its label, or by its line.
  func explainedName(line: Int) -> String {
    label.map { "cell \($0.name)" } ?? "cell of line \(line)"
  }
}
