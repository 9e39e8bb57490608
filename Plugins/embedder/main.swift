import Foundation

/// Writes the sources of libraries into one Swift file.
///
///     embedder OUTPUT (--library NAME NEEDED,… FOLDER SOURCE …) …
struct Embedder {
  private var output = """
    extension LibrarySource {
      /// The libraries that notebooks import; each stands behind those that it needs.
      public static let all = [

    """

  mutating func add(_ library: ArraySlice<String>) throws {
    let words = Array(library)
    let needed = words[1].split(separator: ",").map { "\"\($0)\"" }
    output += "    LibrarySource(\n      name: \"\(words[0])\",\n"
    output += "      dependencies: [\(needed.joined(separator: ", "))],\n      files: [\n"
    for path in words.dropFirst(3) {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let name = path.dropFirst(words[2].count).drop { $0 == "/" }
      output += "        File(name: \"\(name)\", text: \(literal(of: text))),\n"
    }
    output += "      ]\n    ),\n"
  }

  func write(to path: String) throws {
    try (output + "  ]\n}\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// A literal with more number signs than the text has behind a quotation mark.
  private func literal(of text: String) -> String {
    var marks = "#"
    while text.contains("\"\"\"" + marks) || text.contains("\\" + marks) { marks += "#" }
    return "\(marks)\"\"\"\n\(text)\n\"\"\"\(marks)"
  }
}

var embedder = Embedder()
let arguments = CommandLine.arguments.dropFirst(2)
for library in arguments.split(separator: "--library") { try embedder.add(library) }
try embedder.write(to: CommandLine.arguments[1])
