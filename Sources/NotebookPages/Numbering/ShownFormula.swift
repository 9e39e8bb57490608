import NotebookSyntax

/// A formula where a page shows it, whoever wrote it.
struct ShownFormula: Sendable {
  var tex: ComposedTeX
  var style: Formula.Style
  /// Where it stands in the notebook: what is defined before that holds in it, wherever on the page it
  /// is shown.
  var place: Int
  /// The label behind it.
  var label: String?

  /// Whether something may refer to a number of it.
  var hasLabel: Bool {
    label != nil || tex.text.contains(#"\label"#) || tex.text.contains(#"ref{"#)
  }

  /// Whether it is numbered like another one.
  func counts(like other: Self) -> Bool {
    place == other.place && style == other.style && label == other.label
      && tex.text == other.tex.text
  }
}

/// The order in which formulas are set: as they stand in the notebook, so that what one defines holds for
/// those behind it, though contents, references and notes show them elsewhere.
struct SettingOrder {
  /// Whether the page shows formulas in another order.
  let isInDisorder: Bool
  /// The formulas by their indices on the page. Those of one place stay as they are there.
  let indices: [Int]

  /// - Parameter places: where each formula stands in the notebook, in the order of the page.
  init(_ places: [Int]) {
    isInDisorder = zip(places, places.dropFirst()).contains { $0 > $1 }
    indices =
      isInDisorder
      ? places.indices.sorted { (places[$0], $0) < (places[$1], $1) } : Array(places.indices)
  }
}
