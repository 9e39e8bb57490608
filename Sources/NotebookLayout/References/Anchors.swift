/// The names by which footnotes and the places that refer to them find each other.
package enum FootnoteAnchor {
  /// The name of a note.
  package static func note(_ number: Int) -> String { "fn-\(number)" }

  /// The name of a place that refers to a note.
  package static func reference(_ number: Int, occurrence: Int) -> String {
    occurrence == 1 ? "fnref-\(number)" : "fnref-\(number)-\(occurrence)"
  }
}

/// The names by which citations find their entries in the list of references.
package enum ReferenceAnchor {
  /// The name of an entry.
  package static func entry(_ key: String) -> String { "ref-" + key }
}
