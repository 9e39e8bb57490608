import NotebookProject

extension ProgressPhase {
  /// What a line of progress says.
  var text: String {
    switch self {
    case .reading: "reading"
    case .preparing: "preparing"
    case .compilingLibraries: "compiling the libraries of notebooks, once for this compiler"
    case .compiling: "compiling"
    case .running(let cell, let count): "running cell \(cell) of \(count)"
    case .checking: "checking"
    case .typesetting: "typesetting"
    case .writing: "writing"
    }
  }
}
