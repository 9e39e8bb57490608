import Documents

extension SwiftDepth {
  /// Tells that code is too deep for a parser; `nil` where it is not.
  static func diagnostic(of code: Snippet, in source: SourceText) -> Diagnostic? {
    guard let (offset, excess) = excess(in: code.text) else { return nil }
    let place = code.origin(of: offset)
    return Diagnostic(
      .error,
      .codeTooDeep,
      excess.message,
      help: "give what is inside names of its own, and use these",
      in: source,
      at: place..<min(place + 1, source.contentEnd)
    )
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
