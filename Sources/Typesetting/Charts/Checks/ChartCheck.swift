/// Looks for what is wrong with a Vega-Lite specification and what Vega-Lite would not say, or would
/// say in words that nobody but its makers understands.
struct ChartCheck {
  /// Why the chart cannot be drawn as it was meant.
  private(set) var errors: [String] = []
  /// What the chart leaves out.
  private(set) var warnings: [String] = []
  private var datasets: [String: ChartValue] = [:]
  /// Whether a library for notebooks has made the chart, which tells itself whether it is empty.
  private var isOfLibrary = false

  /// - Parameter specification: the whole specification as JSON.
  init(_ specification: String) {
    do {
      let root = try JSONReader.value(of: specification)
      guard root.members != nil else {
        errors = ["a chart is a JSON object, not \(root.excerpt)"]
        return
      }
      for fault in ChartLimits(root).faults { report(fault.message, at: fault.path) }
      // The libraries for notebooks know best what their charts leave out.
      isOfLibrary = root["usermeta"]?["summary"] != nil
      warnings += root["usermeta"]?["warnings"]?.elements?.compactMap(\.text) ?? []
      // A plain Vega specification has rules of its own.
      if root["$schema"]?.text?.contains("/schema/vega/") == true { return }
      datasets = root["datasets"]?.members ?? [:]
      check(root, at: [], data: nil)
    } catch {
      errors = [
        "the chart is not JSON: line \(error.line), column \(error.column): \(error.message)"
      ]
    }
  }

  // MARK: - Views

  private mutating func check(_ view: ChartValue, at path: [String], data: ChartData?) {
    guard let members = view.members else {
      return report("a view is an object, not \(view.excerpt)", at: path)
    }
    for name in members.keys.sorted() where !ChartVocabulary.members.contains(name) {
      report(
        "there is no \"\(name)\" in a chart" + ChartVocabulary.members.suggestion(for: name),
        at: path
      )
    }
    let source = members["data"].map { self.data($0, at: path + ["data"]) } ?? data
    let own = source?.transformed(by: members["transform"]?.elements ?? [])
    checkMark(members, at: path)
    if let encoding = members["encoding"] { check(encoding: encoding, at: path, data: own) }
    if let facet = members["facet"] { check(facet: facet, at: path, data: own) }
    if members["mark"] != nil, own?.isEmpty == true, !isOfLibrary {
      warn("there are no data, so nothing is drawn", at: path)
    }
    for key in ChartVocabulary.compositions {
      if members[key]?.elements?.isEmpty == true, !isOfLibrary {
        warn("there are no views in \"\(key)\", so nothing is drawn", at: path)
      }
      for (index, part) in (members[key]?.elements ?? []).enumerated() {
        check(part, at: path + ["\(key)[\(index)]"], data: own)
      }
    }
    if let part = members["spec"] { check(part, at: path + ["spec"], data: own) }
  }

  private mutating func checkMark(_ members: [String: ChartValue], at path: [String]) {
    guard let mark = members["mark"] else {
      let parts = ChartVocabulary.compositions + ["spec"]
      if !parts.contains(where: { members[$0] != nil }) {
        report("there is no \"mark\", so nothing would be drawn", at: path)
      }
      return
    }
    guard let name = mark.text ?? mark["type"]?.text else {
      return report("a mark is a name, or an object with a \"type\"", at: path + ["mark"])
    }
    guard !ChartVocabulary.marks.contains(name) else { return }
    let suggestion = ChartVocabulary.marks.suggestion(for: name)
    let marks = "; the marks are " + ChartVocabulary.marks.joined(separator: ", ")
    report("there is no mark \"\(name)\"" + (suggestion.isEmpty ? marks : suggestion), at: path)
  }

  // MARK: - Data

  private mutating func data(_ data: ChartValue, at path: [String]) -> ChartData {
    if let address = data["url"]?.text {
      report(
        "a chart brings its own data, as \"values\"; \"\(address)\" is not loaded",
        at: path
      )
    }
    if let values = data["values"] {
      return values.elements.map(ChartData.init(values:)) ?? .unknown
    }
    guard let name = data["name"]?.text else { return .unknown }
    if let values = datasets[name]?.elements { return ChartData(values: values) }
    if datasets[name] == nil, data["url"] == nil {
      let suggestion = datasets.keys.sorted().suggestion(for: name)
      report("there is no data set \"\(name)\"" + suggestion, at: path)
    }
    return .unknown
  }

  // MARK: - Messages

  mutating func report(_ message: String, at path: [String]) {
    errors.append(Self.placed(message, path))
  }

  mutating func warn(_ message: String, at path: [String]) {
    warnings.append(Self.placed(message, path))
  }

  private static func placed(_ message: String, _ path: [String]) -> String {
    (path.isEmpty ? "" : path.joined(separator: ".") + ": ") + message
  }
}
