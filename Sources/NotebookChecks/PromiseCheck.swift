import NotebookExecution
import NotebookSyntax

/// Holds a notebook's promises against what came of its cells.
public enum PromiseCheck {
  /// Every promise that is broken.
  ///
  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - transcript: what came of its cells.
  public static func findings(in notebook: Notebook, _ transcript: Transcript) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let blocks = notebook.blocks + notebook.footnotes.flatMap(\.blocks)
    for output in blocks.flatMap(\.outputs) {
      guard let cell = output.cell, let record = transcript.records[cell], record.status == .ran
      else {
        continue
      }
      let comparison = TextComparison(tolerance: output.tolerance)
      if let difference = comparison.difference(
        promised: output.text.text,
        actual: record.plainText
      ) {
        findings.append(finding(difference, output, cell, notebook.source))
      }
    }
    return findings
  }

  private static func finding(
    _ difference: TextComparison.Difference,
    _ output: OutputFence,
    _ cell: Int,
    _ source: SourceText
  ) -> Diagnostic {
    let text = output.text
    let token = difference.promised?.text
    let start = text.text.utf8.distance(
      from: text.text.startIndex,
      to: token?.startIndex ?? text.text.endIndex
    )
    let first = text.origin(of: start)
    let message =
      switch (difference.promised, difference.actual) {
      case (let promised?, let actual?):
        "'\(promised.text)' is promised here, but the cell shows '\(actual.text)'"
      case (let promised?, nil):
        "'\(promised.text)' is promised here, but the cell shows nothing more"
      case (nil, let actual?):
        "nothing more is promised here, but the cell goes on with '\(actual.text)'"
      case (nil, nil): "the cell does not show what is promised"
      }
    return Diagnostic(
      .error,
      "broken-promise",
      message,
      help: "the cell is the one at line \(source.position(at: cell).line)",
      in: source,
      at: first..<first + max(token?.utf8.count ?? 0, 1)
    )
  }
}

extension Block {
  /// The `output` fences in a block, however deep.
  fileprivate var outputs: [OutputFence] {
    switch content {
    case .output(let output): [output]
    case .quote(let blocks), .unknown(_, let blocks): blocks.flatMap(\.outputs)
    case .callout(let callout): callout.blocks.flatMap(\.outputs)
    case .theorem(let theorem): theorem.blocks.flatMap(\.outputs)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.outputs) }
    default: []
    }
  }
}
