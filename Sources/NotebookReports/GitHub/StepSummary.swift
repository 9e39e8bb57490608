import Documents
import Files
import Foundation

/// What a step of GitHub Actions tells on the page of its run, below all annotations: Markdown, for what there is
/// no room beside the lines.
///
/// Source: GitHub's documentation, "Workflow commands for GitHub Actions", adding a job summary. A step may
/// write 1 MiB.
struct StepSummary: Sendable {
  /// The most bytes that are written, as other programs of the step have something to say as well.
  static let room = 1 << 19

  /// The file for it; `nil` where there is none.
  var path: String?
  /// The address of the repository's files as they are checked, without a slash at the end.
  var files: String?
  private var lines: [String] = []
  private var size = 0
  /// What there was no more room for.
  private var left = 0

  /// - Parameter environment: what GitHub says to the step.
  init(_ environment: [String: String]) {
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    path = value("GITHUB_STEP_SUMMARY")
    if let server = value("GITHUB_SERVER_URL"), let repository = value("GITHUB_REPOSITORY"),
      let commit = value("GITHUB_SHA")
    {
      files = "\(server)/\(repository)/blob/\(commit)"
    }
  }

  /// Adds what is said of a place.
  /// - Parameters:
  ///   - severity: how bad it is.
  ///   - message: what is said.
  ///   - path: the file, from the repository's folder on; elsewhere its absolute path.
  ///   - line: the line, where a place is meant.
  mutating func add(_ severity: String, _ message: String, _ path: String, line: Int?) {
    let place = path + (line.map { ":\($0)" } ?? "")
    var words = Self.code(place)
    if let files, !path.hasPrefix("/") {
      let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "()"))
      let address = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
      words = "[\(words)](\(files)/\(address)\(line.map { "#L\($0)" } ?? ""))"
    }
    let text = "- **\(severity)** \(words): \(Self.escaped(message.harmless))\n"
    guard left == 0, size + text.utf8.count <= Self.room else {
      left += 1
      return
    }
    size += text.utf8.count
    lines.append(text)
  }

  /// Writes all of it, if there is anything.
  /// - Parameter head: what it is about, in a line.
  func write(_ head: String) throws(SystemFault) {
    guard let path, !lines.isEmpty else { return }
    var text = "### render: \(Self.escaped(head))\n\n"
    text +=
      "GitHub shows \(AnnotationLimit.most) errors and as many warnings of a step beside their "
    text += "lines. These are the others:\n\n"
    text += lines.joined()
    if left > 0 { text += "\nThe log of this step has \(left) more.\n" }
    try FileEnd.append(Array(text.utf8), to: path)
  }

  /// Text between as many backticks as are needed.
  private static func code(_ text: String) -> String {
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + space + text.harmless + space + fence
  }

  /// Text in which no character means anything to Markdown.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.replacing("\n", with: " ") {
      if "\\`*_{}[]<>()#+-.!|~&@$".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
