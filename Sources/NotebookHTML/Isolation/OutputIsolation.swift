import Documents
import NotebookLayout
import NotebookSyntax

/// Keeps the SVG and HTML outputs of a page apart, each under a prefix of its own.
struct OutputIsolation {
  /// Begins every name within the page's outputs: letters, digits and low lines.
  private let prefix: String
  /// How many outputs there were so far.
  private var count = 0
  /// The ids that must stay as they are, and where these are shown.
  private var keptIDs: [String: SourceRange] = [:]

  /// - Parameter idPrefix: begins every name within the outputs: letters, digits and hyphens.
  init(idPrefix: String) { prefix = idPrefix.replacing("-", with: "_") }

  /// The next output.
  ///
  /// - Parameters:
  ///   - parts: all its markup.
  ///   - isPicture: whether it is SVG.
  mutating func output(of parts: [String], isPicture: Bool) -> IsolatedOutput {
    count += 1
    return IsolatedOutput(of: parts, prefix: prefix + "O\(count)_", isPicture: isPicture)
  }

  /// What there is to say of an output that was written.
  mutating func diagnostics(
    of output: IsolatedOutput,
    _ piece: ShownPiece,
    in layout: LaidOutNotebook
  ) -> [Diagnostic] {
    var diagnostics = output.faults.map { fault in
      layout.diagnostic(
        .warning,
        .outputMarkup,
        "in what is shown here, \(fault.message)",
        help: fault.help,
        at: piece.range
      )
    }
    for id in output.keptIDs where keptIDs.updateValue(piece.range, forKey: id) != nil {
      diagnostics.append(Self.clash(of: id, at: piece.range, in: layout))
    }
    return diagnostics
  }

  /// Tells of ids that must stay as they are and that the page's own things have too.
  ///
  /// - Parameter anchors: the names of all things of the page.
  func clashes(with anchors: PageAnchors, in layout: LaidOutNotebook) -> [Diagnostic] {
    keptIDs.sorted { $0.value.lowerBound < $1.value.lowerBound }
      .filter { anchors.contains($0.key) }
      .map { Self.clash(of: $0.key, at: $0.value, in: layout) }
  }

  private static func clash(
    of id: String,
    at place: SourceRange,
    in layout: LaidOutNotebook
  ) -> Diagnostic {
    layout.diagnostic(
      .warning,
      .sharedID,
      "the id '\(id)' of what is shown here is on the page already, and its script may find the other",
      help: "give each output ids of its own",
      at: place
    )
  }
}
