extension String {
  /// The text as a message quotes it: not more than a line of it.
  var excerpt: String {
    utf8.count <= 60 ? self : String(prefix(60)) + "…"
  }
}
