import Documents
import NotebookSyntax

extension ProgramCode {
  /// Warnings about the calls of `stored` that keep nothing, in the order of the program.
  package func obstacles(in program: ProgramSource) -> [Diagnostic] {
    units.flatMap { unit in
      unit.sites.compactMap { site in
        site.obstacle.map { $0.diagnostic(site, in: program.pieces[unit.piece], program.source) }
      }
    }
  }

  /// The warning about a value that printed while others may have printed.
  package static func mixedOutput(at position: SourcePosition, in source: SourceText) -> Diagnostic
  {
    let start = source.offset(of: position)
    return Diagnostic(
      .warning,
      .notStored,
      "this value is not stored, because what it printed may be that of a task beside it",
      help: "print after the call what it computed, or compute it before tasks begin",
      in: source,
      at: start..<(start + 1)
    )
  }
}

extension StoredSite.Obstacle {
  fileprivate func diagnostic(
    _ site: StoredSite,
    in piece: ParsedPiece,
    _ source: SourceText
  ) -> Diagnostic {
    let message: String
    let help: String
    var offset = site.offset
    var length = 1
    switch self {
    case .capture(let name, let binding, let place):
      (message, help) = Self.capture(name, binding)
      (offset, length) = (place, name.utf8.count)
    case .change(let name, let place):
      message = "this value is not stored, because computing it changes '\(name)'"
      help = "let the closure give back what it computes, and change '\(name)' after it"
      (offset, length) = (place, name.utf8.count)
    case .process(let name, let place, let isIndirect):
      message =
        "this value is not stored, because computing it "
        + (isIndirect ? "calls '\(name)', which changes" : "changes")
        + " what belongs to the process or lies in files"
      help = "do that before or after the call, where it is done each time"
      (offset, length) = (place, isIndirect ? 1 : name.utf8.count)
    case .member:
      message = "this value is not stored, because any name in a type may mean a member"
      help = "call 'stored' in a function outside of the type"
    }
    let start = piece.origin(of: offset)
    return Diagnostic(
      .warning,
      .notStored,
      message,
      help: help,
      in: source,
      at: start..<(start + length)
    )
  }

  private static func capture(
    _ name: String,
    _ binding: CodeBinding
  ) -> (message: String, help: String) {
    let start = "this value is not stored, because "
    switch binding {
    case .variable where name == "error":
      return (
        start + "'error' is not among its inputs",
        "put what matters of it into a variable, and this after the value's name"
      )
    case .variable:
      return (
        start + "'\(name)' is not among its inputs",
        "put '\(name)' after the value's name: stored(\"…\", \(name))"
      )
    case .closure:
      return (
        start + "'\(name)' is not among its inputs",
        "a function cannot be an input: call one of the notebook's own by its name instead"
      )
    case .function, .type:
      return (
        start + "'\(name)' is declared in the code around it",
        "declare '\(name)' outside of that, at the top level of a cell"
      )
    case .typeParameter:
      return (
        start + "no input tells what the type '\(name)' is",
        "put a variable whose type is written with '\(name)' after the value's name"
      )
    }
  }
}
