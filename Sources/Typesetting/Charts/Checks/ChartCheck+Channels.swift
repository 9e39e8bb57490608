extension ChartCheck {
  mutating func check(encoding: ChartValue, at path: [String], data: ChartData?) {
    let path = path + ["encoding"]
    guard let channels = encoding.members else {
      return report("an encoding is an object, not \(encoding.excerpt)", at: path)
    }
    for (name, channel) in channels.sorted(by: { $0.key < $1.key }) {
      guard ChartVocabulary.channels.contains(name) else {
        let suggestion = ChartVocabulary.channels.suggestion(for: name)
        report("there is no channel \"\(name)\"" + suggestion, at: path)
        continue
      }
      for definition in channel.elements ?? [channel] {
        check(channel: definition, at: path + [name], data: data)
        if let condition = definition["condition"] {
          for part in condition.elements ?? [condition] {
            check(channel: part, at: path + [name, "condition"], data: data)
          }
        }
      }
    }
  }

  mutating func check(facet: ChartValue, at path: [String], data: ChartData?) {
    let path = path + ["facet"]
    let parts = ["row", "column"].filter { facet[$0] != nil }
    if parts.isEmpty { return check(channel: facet, at: path, data: data) }
    for part in parts { check(channel: facet[part] ?? .null, at: path + [part], data: data) }
  }

  /// One channel's definition.
  private mutating func check(channel definition: ChartValue, at path: [String], data: ChartData?) {
    if let type = definition["type"], !ChartVocabulary.types.contains(type.text ?? "") {
      let suggestion = ChartVocabulary.types.suggestion(for: type.text ?? "")
      let types = "; the types are " + ChartVocabulary.types.joined(separator: ", ")
      report(
        "there is no type \(type.excerpt)" + (suggestion.isEmpty ? types : suggestion),
        at: path
      )
    }
    if let aggregate = definition["aggregate"]?.text,
      !ChartVocabulary.aggregates.contains(aggregate)
    {
      let suggestion = ChartVocabulary.aggregates.suggestion(for: aggregate)
      report("there is no aggregate \"\(aggregate)\"" + suggestion, at: path)
    }
    guard let field = definition["field"]?.text else { return }
    guard let data else {
      return report("there are no data to take \"\(field)\" from", at: path)
    }
    guard data.mayHold(field) else {
      let fields = (data.fields ?? []).sorted()
      let suggestion = fields.suggestion(for: field)
      let names = "; the fields are " + fields.prefix(12).joined(separator: ", ")
      return report(
        "no datum has a field \"\(field)\"" + (suggestion.isEmpty ? names : suggestion),
        at: path
      )
    }
    checkValues(data.values(of: field), of: field, definition, at: path)
  }

  /// Whether a field's values are of the type that the channel says.
  private mutating func checkValues(
    _ values: [ChartValue],
    of field: String,
    _ definition: ChartValue,
    at path: [String]
  ) {
    let aggregate = definition["aggregate"]?.text ?? ""
    guard !ChartVocabulary.countingAggregates.contains(aggregate), definition["timeUnit"] == nil
    else { return }
    let type = definition["type"]?.text
    guard type == "quantitative" || type == "temporal" else { return }
    let wrong = values.filter { type == "temporal" ? !$0.mayBeDate : $0.number == nil }
    let noun = type == "temporal" ? "date" : "number"
    if let first = wrong.first {
      let text = "\"\(field)\" is said to be \(type ?? ""), but \(first.excerpt) is no \(noun)"
      return wrong.count == values.count
        ? report(text, at: path)
        : warn("\(text); \(wrong.count) of \(values.count) values are left out", at: path)
    }
    guard definition["scale"]?["type"]?.text == "log", aggregate.isEmpty else { return }
    let lost = values.count { ($0.number ?? 1) <= 0 }
    guard lost > 0 else { return }
    warn(
      "\(lost) of \(values.count) values of \"\(field)\" are not above zero and have no place on a "
        + "log scale",
      at: path
    )
  }
}

extension ChartValue {
  /// Whether the value may stand for a moment: a number, or a text with digits in it.
  fileprivate var mayBeDate: Bool {
    if case .string(let text) = self { text.contains(where: \.isNumber) } else { number != nil }
  }
}
