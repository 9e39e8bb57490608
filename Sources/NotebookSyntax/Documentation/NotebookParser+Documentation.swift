import Documents

extension NotebookParser {
  /// Reads Markdown as documentation tools do, in a comment or in an article: of the notebook language
  /// it knows cells and `output` fences. A dollar sign is one, and what directives hold is text as well.
  ///
  /// - Parameters:
  ///   - source: the Markdown.
  ///   - readsPlainCode: whether code that says nothing of its language is Swift.
  public static func parseDocumentation(_ source: SourceText, readsPlainCode: Bool) -> Notebook {
    guard source.faults.isEmpty else { return .empty(source, diagnostics: source.faults) }
    let source = DirectiveText(source).text
    let masked = MaskedText(source, in: source.contentStart..<source.contentEnd, extras: [])
    var first = NotebookBuilder(masked, of: source, readsCitations: false)
    first.readsPlainCode = readsPlainCode
    guard let (builder, blocks) = build(first) else { return .empty(source, diagnostics: []) }
    var notebook = Notebook.empty(
      source,
      diagnostics: builder.found.diagnostics.filter { kindsOfCode.contains($0.kind) }
        .sorted { ($0.start ?? .first) < ($1.start ?? .first) }
    )
    notebook.blocks = blocks
    notebook.pieces = builder.found.pieces.sorted { $0.id < $1.id }
    notebook.outputs = builder.found.outputs.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return notebook
  }

  /// What may be wrong with code in documentation. What else is told of a notebook's words is none of
  /// its business.
  private static let kindsOfCode: Set<Diagnostic.Kind> = [
    .backtickInFence, .contradictingFenceWords, .fenceInFence, .looseComment, .nestedTooDeep,
    .unclosedComment,
    .unclosedFence, .unclosedQuote, .unknownFenceLanguage, .unknownFenceWord, .wrongFenceValue,
  ]
}
