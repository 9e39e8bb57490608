import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The `cmark-gfm` program, whose reading of a document is the one that ours must agree with.
enum CMarkProgram {
  /// The program's XML of a document.
  static func xml(_ markdown: String) throws -> String {
    let path = "/usr/bin/cmark-gfm"
    try #require(
      FileManager.default.isExecutableFile(atPath: path),
      "the Debian package cmark-gfm is missing: Scripts/setup --tests installs it"
    )
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments =
      ["table", "strikethrough", "autolink", "tasklist"].flatMap { ["-e", $0] } + ["-t", "xml"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(markdown.utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The tree in the XML, a line for each node, with adjacent texts joined.
  static func outline(_ markdown: String) throws -> [String] {
    let delegate = OutlineReader()
    let parser = XMLParser(data: Data(try xml(markdown).utf8))
    parser.delegate = delegate
    #expect(parser.parse())
    return delegate.lines.filter { !$0.hasSuffix("text ") }
  }
}

private final class OutlineReader: NSObject, XMLParserDelegate {
  var lines: [String] = []
  private var depth = 0
  private var text = ""
  private var isOpen = false

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
    depth += 1
    let details = ["level", "type", "start", "tight", "completed", "destination", "title"]
      .compactMap { key in attributes[key].map { "\(key)=\($0)" } }
    if name != "text" { lines.append(indent + ([name] + details).joined(separator: " ")) }
    isOpen = ["text", "code", "html_inline", "html_block", "code_block"].contains(name)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isOpen { text += string }
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    if name == "text" {
      if let last = lines.last, last.hasPrefix(indent + "text ") {
        lines[lines.count - 1] += text
      } else {
        lines.append(indent + "text " + text)
      }
    } else if isOpen {
      lines[lines.count - 1] += " " + text
    }
    isOpen = false
    depth -= 1
  }

  private var indent: String { String(repeating: " ", count: depth - 1) }
}
