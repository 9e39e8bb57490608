/// A line that GitHub Actions takes for a command: `::error file=a.md,line=3::message`.
///
/// Source: GitHub's documentation, "Workflow commands for GitHub Actions"; the escapes are those of
/// its package `@actions/core`.
struct WorkflowCommand: Sendable, Hashable {
  /// One of the things that a command is about.
  struct Property: Sendable, Hashable {
    var name: String
    var value: String
  }

  /// What is to be done.
  var name: String
  /// What it is about, in the order in which it is written.
  var properties: [Property]
  var message: String

  /// The line, without its end.
  var line: String {
    let properties = properties.map { $0.name + "=" + Self.escaped($0.value, inProperty: true) }
    let list = properties.isEmpty ? "" : " " + properties.joined(separator: ",")
    return "::\(name)\(list)::\(Self.escaped(message, inProperty: false))"
  }

  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25".unicodeScalars
      case "\r": escaped += "%0D".unicodeScalars
      case "\n": escaped += "%0A".unicodeScalars
      case ":" where inProperty: escaped += "%3A".unicodeScalars
      case "," where inProperty: escaped += "%2C".unicodeScalars
      // No file of that name is annotated, but nothing is sent to a terminal either.
      case _ where scalar.properties.generalCategory == .control: escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
