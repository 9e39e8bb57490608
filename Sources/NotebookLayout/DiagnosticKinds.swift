import Documents

extension Diagnostic.Kind {
  static let unknownCitation = Self("unknown-citation")
  static let unnumberedLabel = Self("unnumbered-label")
  static let foreignWords = Self("foreign-words")
}
