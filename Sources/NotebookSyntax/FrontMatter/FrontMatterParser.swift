import Documents
import Yams

/// Reads the YAML at a document's head.
struct FrontMatterParser {
  let source: SourceText
  var frontMatter = FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  /// The texts that are Markdown.
  private(set) var texts: [FrontMatterText] = []
  /// The source's line in which the YAML begins.
  private var firstLine = 1
  /// The place that was looked for last. Those that follow mostly stand behind it.
  private var lastPlace = (line: -1, column: 0, offset: 0)

  /// - Parameter source: the document.
  init(_ source: SourceText) {
    self.source = source
    switch FrontMatterBlock.head(of: source) {
    case .none: break
    case .open(let place):
      report(
        "this begins front matter that is never closed",
        help: "put a line '---' behind its last key",
        place
      )
    case .foreign(let language, let place):
      warn(
        "front matter is YAML, so this \(language) is text of the page",
        help: "write 'key: value' lines between two lines '---'",
        place
      )
    case .closed(let block):
      frontMatter.range = block.whole
      read(block.yaml)
    }
  }

  private mutating func read(_ yaml: SourceRange) {
    firstLine = source.position(at: yaml.lowerBound).line
    if let place = YAMLAliases.tooMany(in: source.bytes[yaml]) {
      report(
        "the front matter is too large once each alias is written out",
        help: "write the values themselves in place of aliases to aliases",
        place
      )
      return
    }
    do {
      guard let node = try Yams.compose(yaml: source[yaml]) else { return }
      guard let mapping = node.mapping else {
        report(
          "front matter is a list of 'key: value' lines",
          help: "such as 'title: Softmax'",
          yaml
        )
        return
      }
      for (key, value) in mapping { read(key, value) }
    } catch let error as YamlError {
      let (message, line, column) = Self.explain(error, in: source[yaml])
      let start = offset(line: line, column: column)
      let help = message.contains("escape character") ? Self.escapeHelp : Self.help
      report("the front matter is not YAML: \(message)", help: help, start..<start + 1)
    } catch {
      report("the front matter is not YAML: \(error)", help: Self.help, yaml)
    }
  }

  private static let help = "put values with ':' or '#' in quotation marks, and indent with spaces"
  private static let escapeHelp = #"write TeX in single quotation marks, such as '\mathbb{R}'"#

  private mutating func read(_ keyNode: Node, _ node: Node) {
    guard let key = keyNode.string else { return }
    let place = range(of: node)
    guard !node.hasNUL else {
      report("there is a NUL character in '\(key)'", help: Self.escapeHelp, place)
      return
    }
    let value = MetadataValue(node)
    frontMatter.values[key] = value
    switch key {
    case "title": frontMatter.title = text(node, key, place, .title)
    case "subtitle": frontMatter.subtitle = text(node, key, place, .subtitle)
    case "author", "authors": frontMatter.authors = authors(node, key, place)
    case "date": frontMatter.date = text(node, key, place)
    case "abstract": frontMatter.abstract = text(node, key, place, .abstract)
    case "lang": frontMatter.language = text(node, key, place) ?? "en"
    case "numbering": frontMatter.numbersSections = boolean(value, key, place) ?? false
    case "toc": frontMatter.hasContents = boolean(value, key, place)
    case "math": frontMatter.typesetting = typesetting(node)
    case "macros": frontMatter.macros = macros(node)
    case "bibliography": frontMatter.bibliography = paths(node, key, "references.bib")
    case "inputs": frontMatter.inputs = paths(node, key, "data.csv")
    case "env": frontMatter.environment = words(node, key, place)
    case "isolated": frontMatter.isIsolated = boolean(value, key, place) ?? false
    case "swift-version": frontMatter.swiftVersion = text(node, key, place)
    case "swift-flags": frontMatter.swiftFlags = words(node, key, place)
    case "crossref": frontMatter.referenceWords = referenceWords(node)
    case "timeout": frontMatter.timeout = timeout(node)
    case "draft": frontMatter.isDraft = boolean(value, key, place) ?? false
    case "strict": frontMatter.isStrict = boolean(value, key, place)
    case "images": frontMatter.images = images(node)
    default:
      if let meant = FrontMatterKeys.meant(by: key) { warn(of: key, keyNode, meant) }
    }
  }

  private mutating func warn(of key: String, _ node: Node, _ meant: String) {
    let place = range(of: node)
    diagnostics.append(
      Diagnostic(
        .warning,
        .unknownFrontMatterKey,
        "'\(key)' means nothing here and goes to the template",
        help: "did you mean '\(meant)'?",
        in: source,
        at: place.lowerBound..<min(place.lowerBound + key.utf8.count, place.upperBound)
      )
    )
  }

  /// - Parameter kind: what it is, where it is Markdown.
  private mutating func text(
    _ node: Node,
    _ key: String,
    _ place: SourceRange,
    _ kind: FrontMatterText.Kind? = nil
  ) -> String? {
    if let scalar = node.scalar {
      if let kind {
        texts.append(FrontMatterText(kind: kind, text: scalar.string, place: place))
      }
      return scalar.string
    }
    report("'\(key)' is a text", help: "write it on one line, or after '\(key): |'", place)
    return nil
  }

  private mutating func authors(_ node: Node, _ key: String, _ place: SourceRange) -> [String] {
    let nodes = node.sequence.map(Array.init) ?? [node]
    let names = nodes.compactMap { $0.scalar?.string ?? $0.mapping?["name"]?.string }
    if names.count != nodes.count {
      report(
        "'\(key)' is a name or a list of names",
        help: "such as 'author: [A. Noether, E. Artin]'",
        place
      )
    }
    return names
  }

  /// A list of texts, or a text that is parted at spaces.
  private mutating func words(_ node: Node, _ key: String, _ place: SourceRange) -> [String] {
    if let scalar = node.scalar { return scalar.string.split(separator: " ").map(String.init) }
    let words = node.sequence?.compactMap { $0.scalar?.string }
    if let words, words.count == node.sequence?.count { return words }
    report("'\(key)' is a list of words", help: "such as '\(key): -O -D DEMO'", place)
    return []
  }

  private mutating func boolean(_ value: MetadataValue, _ key: String, _ place: SourceRange)
    -> Bool?
  {
    if case .boolean(let value) = value { return value }
    report("'\(key)' is true or false", help: "write '\(key): true'", place)
    return nil
  }

  mutating func report(_ message: String, help: String, _ place: SourceRange) {
    diagnostics.append(
      Diagnostic(.error, .frontMatter, message, help: help, in: source, at: place)
    )
  }

  mutating func warn(_ message: String, help: String, _ place: SourceRange) {
    diagnostics.append(
      Diagnostic(.warning, .frontMatter, message, help: help, in: source, at: place)
    )
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
    default:
      return ("\(error)", 0, 0)
    }
  }
}

/// Where the parts of the YAML stand in the source.
extension FrontMatterParser {
  /// From the first byte of a node to the end of that line.
  mutating func range(of node: Node) -> SourceRange {
    guard let mark = node.mark else { return frontMatter.range ?? 0..<0 }
    let start = offset(line: mark.line - 1, column: mark.column - 1)
    let lineEnd = source.lineRange(source.position(at: start).line).upperBound
    return start..<max(lineEnd, start + 1)
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
  fileprivate var hasNUL: Bool {
    switch self {
    case .scalar(let scalar): scalar.string.utf8.contains(0)
    case .mapping(let mapping): mapping.contains { $0.key.hasNUL || $0.value.hasNUL }
    case .sequence(let sequence): sequence.contains(where: \.hasNUL)
    case .alias: false
    }
  }
}
