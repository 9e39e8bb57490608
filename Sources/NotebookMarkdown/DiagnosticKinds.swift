import Documents

extension Diagnostic.Kind {
  static let leftOut = Self("left-out")
}
