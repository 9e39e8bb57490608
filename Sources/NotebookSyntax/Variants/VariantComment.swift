import Documents

/// A comment that begins, or ends, what is for one variant alone: `<!-- only teacher -->`, `<!-- end only -->`.
enum VariantComment {
  /// With the bytes of the name.
  case begin(SourceRange)
  case end

  /// - Parameters:
  ///   - range: the bytes of raw HTML.
  ///   - source: the document.
  /// - Returns: `nil` for any other markup.
  init?(_ range: SourceRange, in source: SourceText) {
    let text = source[range]
    guard let match = text.wholeMatch(of: /\s*<!--\s*(only|end\s+only)(\s+(\S+))?\s*-->\s*/) else {
      return nil
    }
    guard match.1 == "only" else {
      guard match.3 == nil else { return nil }
      self = .end
      return
    }
    guard let name = match.3 else { return nil }
    let start = range.lowerBound + text.utf8.distance(from: text.startIndex, to: name.startIndex)
    self = .begin(start..<start + name.utf8.count)
  }
}
