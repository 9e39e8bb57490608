import Documents
import Yams

/// The YAML of a document or file, and where each part of it stands.
struct YAMLText {
  let source: SourceText
  /// The bytes of the source that are YAML.
  let range: SourceRange
  /// The source's line in which the YAML begins.
  private let firstLine: Int
  /// The place that was looked for last. Those that follow mostly stand behind it.
  private var lastPlace = (line: -1, column: 0, offset: 0)

  init(_ source: SourceText, _ range: SourceRange) {
    self.source = source
    self.range = range
    firstLine = source.position(at: range.lowerBound).line
  }

  /// Why it cannot be read.
  struct Fault: Error {
    /// What is wrong, to stand behind what the YAML is called.
    var message: String
    var help: String
    var range: SourceRange
  }

  static let help = "put values with ':' or '#' in quotation marks, and indent with spaces"
  static let escapeHelp = #"write TeX in single quotation marks, such as '\mathbb{R}'"#

  /// The value that it holds; `nil` where it is empty.
  mutating func value() throws(Fault) -> Node? {
    if let place = YAMLAliases.tooMany(in: source.bytes[range]) {
      throw Fault(
        message: "is too large once each alias is written out",
        help: "write the values themselves in place of aliases to aliases",
        range: place
      )
    }
    do {
      return try Yams.compose(yaml: source[range])
    } catch let error as YamlError {
      let (message, line, column) = Self.explain(error, in: source[range])
      let start = offset(line: line, column: column)
      let help = message.contains("escape character") ? Self.escapeHelp : Self.help
      throw Fault(message: "is not YAML: \(message)", help: help, range: start..<start + 1)
    } catch {
      throw Fault(message: "is not YAML: \(error)", help: Self.help, range: range)
    }
  }

  /// What is wrong, with the line and column from 0.
  private static func explain(_ error: YamlError, in yaml: String) -> (
    message: String, line: Int, column: Int
  ) {
    switch error {
    case .scanner(let context?, let problem, _, _) where problem.contains("end of stream"):
      // What was never closed began at the context, and that is the place to mend.
      return ("\(problem) \(context.text)", context.mark.line - 1, context.mark.column - 1)
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (problem, mark.line - 1, mark.column - 1)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
      let line = lines.lastIndex { $0.hasPrefix(key + ":") } ?? context.mark.line - 1
      return ("the key '\(key)' stands twice", line, 0)
    case .reader(let problem, let offset, _, _):
      let before = String(decoding: yaml.utf8.prefix(offset ?? 0), as: UTF8.self)
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      return (problem, lines.count - 1, lines.last?.unicodeScalars.count ?? 0)
    default:
      return ("\(error)", 0, 0)
    }
  }
}

/// Where the parts of the YAML stand in the source.
extension YAMLText {
  /// From the first byte of a node to the end of that line.
  mutating func range(of node: Node) -> SourceRange {
    guard let mark = node.mark else { return range }
    let start = offset(line: mark.line - 1, column: mark.column - 1)
    let lineEnd = source.lineRange(source.position(at: start).line).upperBound
    // At the end of the text there is nothing more to be marked.
    return start..<max(min(max(lineEnd, start + 1), source.bytes.count), start)
  }

  /// The text of a scalar without quotation marks; where it is written otherwise than it reads, all
  /// from its first byte to the end of that line.
  mutating func range(ofText node: Node) -> SourceRange {
    let whole = range(of: node)
    guard let text = node.scalar?.string, !text.isEmpty else { return whole }
    let first = source.bytes[whole.lowerBound]
    let isQuoted = first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
    let start = whole.lowerBound + (isQuoted ? 1 : 0)
    guard source.bytes[start...].starts(with: text.utf8) else { return whole }
    return start..<start + text.utf8.count
  }

  /// The offset in the source of a line and a column of the YAML, both from 0. The column counts
  /// characters, as libyaml does.
  private mutating func offset(line: Int, column: Int) -> Int {
    let range = source.lineRange(firstLine + line)
    if line != lastPlace.line || column < lastPlace.column {
      lastPlace = (line, 0, range.lowerBound)
    }
    while lastPlace.column < column, lastPlace.offset < range.upperBound {
      lastPlace.offset += 1
      while lastPlace.offset < range.upperBound, source.bytes[lastPlace.offset] & 0xC0 == 0x80 {
        lastPlace.offset += 1
      }
      lastPlace.column += 1
    }
    return lastPlace.offset
  }
}

extension Node {
  /// Whether any of its texts holds a NUL character, which YAML writes as `\0` and no page can hold.
  var hasNUL: Bool {
    switch self {
    case .scalar(let scalar): scalar.string.utf8.contains(0)
    case .mapping(let mapping): mapping.contains { $0.key.hasNUL || $0.value.hasNUL }
    case .sequence(let sequence): sequence.contains(where: \.hasNUL)
    case .alias: false
    }
  }
}
