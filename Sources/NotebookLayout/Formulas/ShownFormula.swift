import NotebookSyntax

/// A formula where a page shows it, whoever wrote it.
package struct ShownFormula: Sendable {
  /// Its TeX, with its values.
  package var tex: ComposedTeX
  /// Whether it is part of a line or stands by itself.
  package var style: Formula.Style
  /// Where it stands in the notebook: what is defined before that holds in it, wherever on the page it
  /// is shown.
  package var place: Int
  /// The label behind it.
  package var label: String?

  /// - Parameters:
  ///   - tex: its TeX, with its values.
  ///   - style: whether it is part of a line or stands by itself.
  ///   - place: where it stands in the notebook.
  ///   - label: the label behind it.
  package init(tex: ComposedTeX, style: Formula.Style, place: Int, label: String? = nil) {
    self.tex = tex
    self.style = style
    self.place = place
    self.label = label
  }

  /// Whether something may refer to a number of it.
  package var hasLabel: Bool {
    label != nil || tex.text.contains(#"\label"#) || tex.text.contains(#"ref{"#)
  }

  /// Whether it is numbered like another one.
  package func counts(like other: Self) -> Bool {
    place == other.place && style == other.style && label == other.label
      && tex.text == other.tex.text
  }
}

/// The order in which formulas are set: as they stand in the notebook, so that what one defines holds for
/// those behind it, though contents, references and notes show them elsewhere.
package struct SettingOrder {
  /// Whether the page shows formulas in another order.
  package let isInDisorder: Bool
  /// The formulas by their indices on the page. Those of one place stay as they are there.
  package let indices: [Int]

  /// - Parameter places: where each formula stands in the notebook, in the order of the page.
  package init(_ places: [Int]) {
    isInDisorder = zip(places, places.dropFirst()).contains { $0 > $1 }
    indices =
      isInDisorder
      ? places.indices.sorted { (places[$0], $0) < (places[$1], $1) } : Array(places.indices)
  }
}
