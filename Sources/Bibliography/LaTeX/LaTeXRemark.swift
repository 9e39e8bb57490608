import Documents

/// Something to tell about the LaTeX of a value.
struct LaTeXRemark: Sendable, Hashable {
  var kind: Diagnostic.Kind
  var message: String
  var help: String
  /// The bytes of the value that are meant.
  var range: Range<Int>
}
