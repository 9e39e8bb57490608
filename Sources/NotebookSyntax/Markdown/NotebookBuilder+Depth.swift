import Documents

/// Code that is too deep for a parser.
extension NotebookBuilder {
  /// The code, or none of it where no parser may see it, which is an error at the place.
  mutating func readable(_ code: Snippet) -> Snippet {
    guard let (offset, excess) = SwiftDepth.excess(in: code.text) else { return code }
    let place = code.origin(of: offset)
    report(
      Diagnostic(
        .error,
        .codeTooDeep,
        excess.message,
        help: "give what is inside names of its own, and use these",
        in: source,
        at: place..<min(place + 1, source.contentEnd)
      )
    )
    return Snippet(text: "", lineOrigins: Array(code.lineOrigins.prefix(1)))
  }
}

extension SwiftDepth.Excess {
  fileprivate var message: String {
    switch self {
    case .levels: "this code goes more than \(SwiftDepth.mostLevels) levels deep"
    case .squareBrackets:
      "there are more than \(SwiftDepth.mostSquareBrackets) square brackets in one another here, "
        + "and Swift takes twice the time for each"
    }
  }
}
