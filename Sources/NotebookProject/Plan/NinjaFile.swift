/// A build file for ninja, which is written part by part.
struct NinjaFile: Sendable {
  /// What makes files from files.
  struct Edge: Sendable {
    var rule: String
    var output: String
    /// What it makes besides.
    var otherOutputs: [String] = []
    /// What the rule's command names.
    var inputs: [String] = []
    /// What the output is made from besides.
    var implicit: [String] = []
    /// What must be there before, but does not make the output old.
    var orderOnly: [String] = []
    var variables: [(name: String, value: String)] = []
  }

  private(set) var text: String

  /// - Parameter comment: what the file says of itself.
  init(comment: String) {
    text = "# \(comment)\nninja_required_version = 1.5\n"
  }

  /// A named block, such as a rule. Its values may refer to variables, so that what is not meant as
  /// one must have been ``escaped(_:)``.
  mutating func add(_ kind: String, _ name: String, _ values: [(name: String, value: String)]) {
    text += "\n\(kind) \(name)\n"
    for (name, value) in values { text += "  \(name) = \(value)\n" }
  }

  mutating func add(_ edge: Edge) throws(NinjaPath.Fault) {
    // What is made takes its name from its input, so a fault is the input's.
    let inputs =
      try Self.list(edge.inputs, after: "") + Self.list(edge.implicit, after: " |")
      + Self.list(edge.orderOnly, after: " ||")
    let others = try Self.list(edge.otherOutputs, after: " |")
    text += "\nbuild \(try NinjaPath(edge.output).inBuildFile)\(others): \(edge.rule)\(inputs)\n"
    for (name, value) in edge.variables { text += "  \(name) = \(Self.escaped(value))\n" }
  }

  /// What is made when nothing is named.
  mutating func addDefault(_ target: String, _ outputs: [String]) throws(NinjaPath.Fault) {
    try add(Edge(rule: "phony", output: target, inputs: outputs))
    text += "\ndefault \(target)\n"
  }

  /// A value without variables.
  static func escaped(_ text: String) -> String { text.replacing("$", with: "$$") }

  private static func list(_ paths: [String], after sign: String) throws(NinjaPath.Fault) -> String
  {
    var text = ""
    for path in paths { text += " " + (try NinjaPath(path).inBuildFile) }
    return text.isEmpty ? "" : sign + text
  }
}
