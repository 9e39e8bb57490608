import NotebookExecution
import NotebookSyntax

/// What is being done with a notebook.
public enum ProgressPhase: Sendable, Equatable {
  case reading
  case preparing
  case compilingLibraries
  case buildingPackage
  case compiling
  /// A cell runs: its number among those that run, from 1, and how many these are.
  case running(cell: Int, count: Int)
  case checking
  case typesetting
  case writing
}

extension ProgressPhase {
  /// What it is called, as in `running cell 3 of 8`.
  public var text: String {
    switch self {
    case .reading: "reading"
    case .preparing: "preparing"
    case .compilingLibraries: "compiling the libraries of notebooks, once for this compiler"
    case .buildingPackage: "building the package"
    case .compiling: "compiling"
    case .running(let cell, let count): "running cell \(cell) of \(count)"
    case .checking: "checking"
    case .typesetting: "typesetting"
    case .writing: "writing"
    }
  }
}

/// The cells of a notebook that run, by number.
struct CellNumbers: Sendable {
  private let numbers: [Int: Int]

  init(_ notebook: Notebook) {
    let cells = notebook.pieces.compactMap { piece in
      if case .cell(let cell) = piece, cell.mode == .run { cell.id } else { nil }
    }
    numbers = Dictionary(zip(cells, 1...)) { first, _ in first }
  }

  /// The phase that a runner tells of; `nil` for what needs no word of its own, a value in the text.
  func phase(_ progress: RunProgress) -> ProgressPhase? {
    switch progress {
    case .compilingLibraries: .compilingLibraries
    case .buildingPackage: .buildingPackage
    case .compiling: .compiling
    case .running(let id): numbers[id].map { .running(cell: $0, count: numbers.count) }
    }
  }
}
