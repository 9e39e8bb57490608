/// The data of a view, as far as they can be told from the specification.
struct ChartData: Sendable {
  /// The names of the fields; `nil` where only drawing the chart would tell.
  var fields: Set<String>?
  /// The data as they were written, before any transform.
  var rows: [[String: ChartValue]] = []
  /// The fields that transforms have made or changed.
  var derived: Set<String> = []

  /// Whether it is known that there are none.
  private(set) var isEmpty = false

  static let unknown = ChartData(fields: nil)

  /// The data of a list of values.
  init(values: [ChartValue]) {
    rows = values.map { $0.members ?? ["data": $0] }
    fields = rows.isEmpty ? nil : Set(rows.flatMap(\.keys))
    isEmpty = rows.isEmpty
  }

  private init(fields: Set<String>?) { self.fields = fields }

  /// The values of a field that are there and that no transform has changed.
  func values(of field: String) -> [ChartValue] {
    guard !derived.contains(field) else { return [] }
    return rows.compactMap { $0[field] }.filter { $0 != .null }
  }

  /// Whether there may be such a field. Of a path such as `a.b` or `a[0]` the beginning counts.
  func mayHold(_ field: String) -> Bool {
    guard let fields, !field.contains("\\") else { return true }
    let head = field.prefix { $0 != "." && $0 != "[" }
    return fields.contains(field) || fields.contains(String(head))
  }

  /// The data after the transforms.
  func transformed(by transforms: [ChartValue]) -> ChartData {
    var data = self
    for transform in transforms {
      var made = Self.names(under: "as", in: transform)
      made += transform["from"]?["fields"]?.elements?.compactMap(\.text) ?? []
      if transform["fold"] != nil { made += ["key", "value"] }
      if transform["density"] != nil { made += ["value", "density"] }
      if transform["quantile"] != nil { made += ["prob", "value"] }
      if transform["impute"] != nil { made += [transform["impute"]?.text].compactMap { $0 } }
      made += transform["flatten"]?.elements?.compactMap(\.text) ?? []
      // The fields of these are among the data.
      if transform["pivot"] != nil || transform["lookup"] != nil { data.fields = nil }
      data.fields?.formUnion(made)
      data.derived.formUnion(made)
    }
    return data
  }

  /// The texts under a key at any depth.
  private static func names(under key: String, in value: ChartValue) -> [String] {
    let own = value[key].map {
      [$0.text].compactMap { $0 } + ($0.elements ?? []).compactMap(\.text)
    }
    let inner = (value.members?.values).map(Array.init) ?? value.elements ?? []
    return (own ?? []) + inner.flatMap { names(under: key, in: $0) }
  }
}
