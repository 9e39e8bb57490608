/// What every Vega-Lite specification has in common.
enum Specification {
  static let schema = "https://vega.github.io/schema/vega-lite/v4.17.0.json"

  /// The members that come first. The background is the page's.
  static func head(title: String?, description: String) -> JSON {
    let head: JSON = [
      "$schema": .string(schema), "description": .string(description),
      "background": "transparent",
    ]
    return head.adding("title", title.map(JSON.string))
  }
}

extension JSON {
  /// The object with another's members after its own.
  func merging(_ other: JSON) -> JSON {
    guard case .object(let members) = self, case .object(let added) = other else { return self }
    return .object(members + added)
  }
}
