import Documents

/// A line that says what letters in formulas mean, such as `z: vector of 5`.
public struct SymbolText: Sendable, Hashable {
  /// The line.
  public var text: String
  /// Where it stands: in the document, or in the project file if it is a default.
  public var range: SourceRange
  /// Whether its bytes stand there as they read, so that each of them has a place.
  public var isVerbatim: Bool
  /// Whether the project file gives it, for all notebooks.
  public var isDefault = false

  /// Where a part of the line stands; all of it where nothing is known of parts.
  /// - Parameter part: bytes of the line; `nil` for all.
  public func place(of part: Range<Int>?) -> SourceRange {
    guard isVerbatim, let part, part.upperBound <= text.utf8.count, !part.isEmpty else {
      return range
    }
    return range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound
  }

  /// The lines of a text, but for empty ones and remarks behind a `#` at a line's beginning.
  /// - Parameters:
  ///   - text: the text as it reads.
  ///   - source: where it stands.
  ///   - offset: where a byte of the text stands; `nil` where that is not known.
  ///   - whole: where all of it stands.
  static func lines(
    of text: String,
    in source: SourceText,
    at offset: (Int) -> Int?,
    _ whole: SourceRange
  ) -> [SymbolText] {
    var symbols: [SymbolText] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      defer { start += line.utf8.count + 1 }
      let lead = line.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
      let trimmed = line.trimmedOfSpace
      guard !trimmed.isEmpty, !trimmed.hasPrefix("# ") else { continue }
      let place = offset(start + lead)
      let range = place.map { $0..<min($0 + trimmed.utf8.count, source.bytes.count) } ?? whole
      symbols.append(
        SymbolText(
          text: trimmed,
          range: range,
          isVerbatim: source.bytes[range].elementsEqual(trimmed.utf8)
        )
      )
    }
    return symbols
  }
}

extension Substring {
  fileprivate var trimmedOfSpace: String {
    var part = self
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}

extension Notebook {
  /// What the letters in its formulas mean: by its front matter, and by comments `<!-- symbols … -->`.
  public var symbols: [SymbolText] { frontMatter.symbols + commentedSymbols }

  /// The file in which a line about letters stands: the document, or the project file.
  public func source(of symbol: SymbolText) -> SourceText {
    symbol.isDefault ? frontMatter.defaults ?? source : source
  }
}
