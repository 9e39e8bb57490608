import NotebookTranscript

/// How much documents show of what a package offers.
public struct Coverage: Sendable, Hashable {
  /// Cells, as far as nothing is wrong with them.
  public struct Cells: Sendable, Hashable {
    /// All of them, also where something is wrong.
    public var all = 0
    /// Those that compile.
    public var compiled = 0
    /// Those that were run.
    public var run = 0
    /// Those that promise something, which holds.
    public var promised = 0
    /// Those that are not checked.
    public var notChecked = 0
  }

  /// The cells of the documents.
  public private(set) var cells = Cells()
  /// What the package offers.
  public private(set) var symbols: [PublicSymbol] = []
  private var used: Set<String> = []

  /// That of no documents.
  public init() {}

  /// Counts one document more.
  public mutating func add(_ report: DocumentReport) {
    for cell in report.cells {
      cells.all += 1
      if cell.state == .notChecked { cells.notChecked += 1 }
      guard cell.isVerified else { continue }
      if cell.isCompiled { cells.compiled += 1 }
      if cell.isRun { cells.run += 1 }
      if cell.state == .promised { cells.promised += 1 }
    }
    used.formUnion(report.symbolsUsed)
  }

  /// Takes in what a package offers.
  public mutating func add(_ symbols: [PublicSymbol]) { self.symbols += symbols }

  /// What is offered and used by no verified cell.
  public var unused: [PublicSymbol] { symbols.filter { !used.contains($0.identifier) } }

  /// The part of what is offered that verified cells use, in per cent; `nil` where nothing is offered.
  public var percent: Double? {
    symbols.isEmpty ? nil : 100 * Double(symbols.count - unused.count) / Double(symbols.count)
  }

  /// Whether at least so much is used, in per cent. Where nothing is offered nothing is missing.
  public func reaches(_ minimum: Double) -> Bool { percent.map { $0 >= minimum } ?? true }
}
