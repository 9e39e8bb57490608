import NotebookSyntax

extension MetadataValue {
  /// The value as Mustache takes it: an empty one is left out, so that a section for it is not shown.
  var templateValue: Any? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .boolean(let value): value
    // A year must not read `2025.0`.
    case .number(let value): Int(exactly: value).map(String.init) ?? String(value)
    case .list(let values): values.compactMap(\.templateValue)
    case .map(let values): values.compactMapValues(\.templateValue)
    case .null: nil
    }
  }
}
