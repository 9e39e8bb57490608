/// Reads a document.
///
/// 1. The front matter is read as YAML.
/// 2. ``ExtraScanner`` finds formulas, values, labels and references.
/// 3. ``MaskedText`` hides them, and cmark-gfm parses the rest as the Markdown that it is.
/// 4. ``NotebookBuilder`` makes blocks from the tree and puts what was hidden back.
/// 5. Labels are checked against references.
public enum NotebookParser {
  /// Reads a document, whatever is in it: what is wrong is in ``Notebook/diagnostics``.
  public static func parse(_ source: SourceText) -> Notebook {
    guard source.faults.isEmpty else { return .empty(source, diagnostics: source.faults) }
    let head = FrontMatterParser(source)
    let start = head.frontMatter.range?.upperBound ?? source.contentStart
    let (extras, warnings) = ExtraScanner.scan(source, from: start)
    let masked = MaskedText(source, in: start..<source.bytes.count, extras: extras)
    return CMarkNode.withTree(of: masked.bytes) { root in
      guard let root else { return .empty(source, diagnostics: head.diagnostics) }
      var builder = NotebookBuilder(masked, of: source)
      let blocks = builder.blocks(consuming: root)
      builder.checkLabels()
      return Notebook(
        source: source,
        frontMatter: head.frontMatter,
        blocks: blocks,
        footnotes: builder.footnotes,
        pieces: builder.pieces.sorted { $0.id < $1.id },
        labels: builder.labels.sorted { $0.range.lowerBound < $1.range.lowerBound },
        diagnostics: (head.diagnostics + warnings + builder.diagnostics)
          .sorted { ($0.start ?? .first) < ($1.start ?? .first) }
      )
    }
  }

  /// Reads Markdown that does not stand in a document of its own, such as an abstract or a value
  /// that is shown as Markdown. Nothing in it is run.
  public static func parseFragment(_ markdown: String, path: String) -> [Block] {
    parse(SourceText(path: path, text: markdown)).blocks
  }
}

extension NotebookBuilder {
  /// Markdown in a part of one line of the same document.
  mutating func fragment(_ range: SourceRange) -> [Inline] {
    let (extras, warnings) = ExtraScanner.scan(source, in: range)
    diagnostics += warnings
    let masked = MaskedText(source, in: range, extras: extras, isLine: true)
    return CMarkNode.withTree(of: masked.bytes) { root -> [Inline] in
      guard let line = root?.firstChild else { return [] }
      var builder = NotebookBuilder(masked, of: source)
      let inlines = builder.inlines(in: line, depth: 0)
      diagnostics += builder.diagnostics
      references += builder.references
      pieces += builder.pieces
      return inlines
    }
  }

  /// Reports labels that are defined twice, and references to labels that are not there.
  mutating func checkLabels() {
    var first: [String: Label] = [:]
    for label in labels.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let other = first[label.name] else {
        first[label.name] = label
        continue
      }
      report(
        Diagnostic(
          .error,
          "doubled-label",
          "the label '\(label.name)' stands at \(source.position(at: other.range.lowerBound)) already",
          help: "give one of them another name",
          in: source,
          at: label.range
        )
      )
    }
    for reference in references where first[reference.name] == nil {
      let help =
        nearestName(to: reference.name, in: first.keys).map { "did you mean '@\($0)'?" }
        ?? "define it as {#\(reference.name)}"
      report(
        Diagnostic(
          .error,
          "unknown-label",
          "nothing is labelled '\(reference.name)'",
          help: help,
          in: source,
          at: reference.range
        )
      )
    }
  }
}

extension Notebook {
  static func empty(_ source: SourceText, diagnostics: [Diagnostic]) -> Notebook {
    Notebook(
      source: source,
      frontMatter: FrontMatter(authors: [], language: "en", numbersSections: false, values: [:]),
      blocks: [],
      footnotes: [],
      pieces: [],
      labels: [],
      diagnostics: diagnostics
    )
  }
}

extension SourcePosition {
  /// The place before all others.
  public static let first = SourcePosition(line: 1, column: 1)
}
