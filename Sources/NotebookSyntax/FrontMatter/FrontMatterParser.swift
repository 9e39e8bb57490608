import Documents
import Yams

/// Reads the YAML at a document's head.
struct FrontMatterParser {
  /// The YAML, with the places of its parts.
  var yaml: YAMLText
  var frontMatter = FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  /// The texts that are Markdown.
  private(set) var texts: [FrontMatterText] = []

  var source: SourceText { yaml.source }

  /// - Parameters:
  ///   - source: the document.
  ///   - defaults: what holds where it does not say otherwise.
  init(_ source: SourceText, defaults: FrontMatterDefaults? = nil) {
    yaml = YAMLText(source, source.contentStart..<source.contentStart)
    if let defaults { frontMatter = defaults.frontMatter(for: source) }
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
      yaml = YAMLText(source, block.yaml)
      read()
    }
  }

  /// A reader of what stands elsewhere.
  init(_ yaml: YAMLText) { self.yaml = yaml }

  private mutating func read() {
    do throws(YAMLText.Fault) {
      guard let node = try yaml.value() else { return }
      guard let mapping = node.mapping else {
        report(
          "front matter is a list of 'key: value' lines",
          help: "such as 'title: Softmax'",
          yaml.range
        )
        return
      }
      for (key, value) in mapping { read(key, value) }
    } catch {
      report("the front matter \(error.message)", help: error.help, error.range)
    }
  }

  mutating func range(of node: Node) -> SourceRange { yaml.range(of: node) }

  mutating func range(ofText node: Node) -> SourceRange { yaml.range(ofText: node) }

  /// Reads a key with its value.
  mutating func read(_ keyNode: Node, _ node: Node) {
    guard let key = keyNode.string else { return }
    let place = range(of: node)
    guard !node.hasNUL else {
      report("there is a NUL character in '\(key)'", help: YAMLText.escapeHelp, place)
      return
    }
    let value = MetadataValue(node)
    frontMatter.values[key] = value
    switch key {
    case "title": frontMatter.title = text(node, key, place, .title)
    case "subtitle": frontMatter.subtitle = text(node, key, place, .subtitle)
    case "author", "authors": frontMatter.authors = authors(node, key, place)
    case "date": readDate(node, place)
    case "abstract": frontMatter.abstract = text(node, key, place, .abstract)
    case "lang": frontMatter.language = text(node, key, place) ?? "en"
    case "smart": frontMatter.isSmart = boolean(value, key, place) ?? true
    case "numbering": frontMatter.numbersSections = boolean(value, key, place)
    case "toc": frontMatter.hasContents = boolean(value, key, place)
    case "math": frontMatter.typesetting = typesetting(node)
    case "macros": add(macros(node))
    case "symbols": add(symbols(node))
    case "holds": frontMatter.triesFormulas = triesFormulas(node)
    case "bibliography": frontMatter.bibliography = paths(node, key, "references.bib")
    case "inputs": frontMatter.inputs = paths(node, key, "data.csv")
    case "env": frontMatter.environment = words(node, key, place)
    case "isolated": frontMatter.isIsolated = boolean(value, key, place) ?? false
    case "swift-version": frontMatter.swiftVersion = text(node, key, place)
    case "swift-flags":
      frontMatter.swiftFlags = words(node, key, place)
      frontMatter.swiftFlagsRange = place
    case "crossref":
      frontMatter.referenceWords.merge(referenceWords(node)) { _, own in own }
    case "timeout": frontMatter.timeout = timeout(node)
    case "draft": frontMatter.isDraft = boolean(value, key, place) ?? false
    case "downloads": frontMatter.offersDownloads = boolean(value, key, place)
    case "strict": frontMatter.isStrict = boolean(value, key, place)
    case "images": frontMatter.images = images(node)
    case "scripts":
      frontMatter.wishes.scripts = boolean(value, key, place) ?? false
      frontMatter.wishesRange = range(of: keyNode)
    case "frames":
      frontMatter.wishes.frames = hosts(node, key, place)
      frontMatter.wishesRange = range(of: keyNode)
    case "requests":
      frontMatter.wishes.requests = hosts(node, key, place)
      frontMatter.wishesRange = range(of: keyNode)
    case "sandbox", "outputs", "allowed-flags":
      warn(
        of: key,
        keyNode,
        "'\(key)' allows nothing here, for a notebook cannot allow itself more",
        help: "who trusts it says so in lectern.yml"
      )
    default:
      guard let meant = FrontMatterKeys.meant(by: key) else { return }
      warn(
        of: key,
        keyNode,
        "'\(key)' means nothing here and goes to the template",
        help: "did you mean '\(meant)'?"
      )
    }
  }

  private mutating func warn(of key: String, _ node: Node, _ message: String, help: String) {
    let place = range(of: node)
    diagnostics.append(
      Diagnostic(
        .warning,
        .unknownFrontMatterKey,
        message,
        help: help,
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

  private mutating func readDate(_ node: Node, _ place: SourceRange) {
    frontMatter.date = text(node, "date", place)
    do throws(CalendarDate.Fault) {
      frontMatter.day = try frontMatter.date.flatMap { text throws(CalendarDate.Fault) in
        try CalendarDate(text)
      }
    } catch {
      report(error.message, help: error.help, range(ofText: node))
    }
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

  /// Names of sites.
  private mutating func hosts(_ node: Node, _ key: String, _ place: SourceRange) -> [String] {
    let names = node.sequence.map(Array.init) ?? [node]
    let hosts = names.compactMap { $0.scalar?.string.lowercased() }
    if hosts.count == names.count, hosts.allSatisfy(PagePermissions.isHost) { return hosts }
    report(
      "'\(key)' is the name of a site, or a list of them",
      help: "such as '\(key): [www.youtube-nocookie.com]', without https:",
      place
    )
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
}
