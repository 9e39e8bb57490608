import Documents
import NotebookLayout
import NotebookSyntax

/// A style sheet of an output, whose rules hold for that output alone.
struct ScopedStyleSheet {
  /// The rules that would reach the whole page and are left out, as they are written.
  private(set) var leftOut: [String] = []

  private let scanner: StyleScanner
  private let names: OutputNames
  /// Whether the output is one `svg` element, which then is the root of all.
  private let isPicture: Bool
  private var styles: StyleNames
  private var output: [UInt8] = []

  /// How deep rules may lie in each other.
  private static let deepest = 32

  /// The sheet's text, and the rules that are not in it.
  static func scoped(_ sheet: [UInt8], _ names: OutputNames, isPicture: Bool) -> (
    text: [UInt8], leftOut: [String]
  ) {
    var writer = Self(sheet, names, isPicture: isPicture)
    writer.write(rules: 0..<sheet.count, depth: 0)
    return (writer.output, writer.leftOut)
  }

  /// Adds to the names of an output those that a style sheet gives.
  static func collect(from sheet: [UInt8], into names: inout OutputNames) {
    let reader = Self(sheet, names, isPicture: false)
    reader.collect(0..<sheet.count, depth: 0, into: &names)
  }

  private init(_ sheet: [UInt8], _ names: OutputNames, isPicture: Bool) {
    scanner = StyleScanner(sheet)
    styles = StyleNames(sheet, names)
    self.names = names
    self.isPicture = isPicture
  }

  private struct Rule {
    /// The name after `@`, in small letters; `nil` for a rule of style.
    var keyword: String?
    /// What stands before the block.
    var prelude: Range<Int>
    /// What stands in the block; `nil` where a semicolon takes its place.
    var block: Range<Int>?
    var range: Range<Int>
  }

  /// The next rule of a sheet.
  private func rule(at start: Int, before limit: Int) -> Rule? {
    let isAt = scanner.bytes[start] == UInt8(ascii: "@")
    let marks = isAt ? [UInt8(ascii: "{"), UInt8(ascii: ";")] : [UInt8(ascii: "{")]
    let nameEnd = isAt ? scanner.endOfName(at: start + 1, before: limit) : start
    let keyword = isAt ? scanner.text(start + 1..<nameEnd).lowercased() : nil
    guard let mark = scanner.first(marks, in: nameEnd..<limit) else {
      // A rule without a block ends with the sheet.
      return isAt
        ? Rule(
          keyword: keyword,
          prelude: scanner.trimmed(nameEnd..<limit),
          block: nil,
          range: start..<limit
        ) : nil
    }
    let prelude = scanner.trimmed(nameEnd..<mark)
    guard scanner.bytes[mark] == UInt8(ascii: "{") else {
      return Rule(keyword: keyword, prelude: prelude, block: nil, range: start..<mark + 1)
    }
    let end = scanner.end(ofUnitAt: mark, before: limit)
    let isClosed = end - 1 > mark && scanner.bytes[end - 1] == UInt8(ascii: "}")
    return Rule(
      keyword: keyword,
      prelude: prelude,
      block: mark + 1..<(isClosed ? end - 1 : max(end, mark + 1)),
      range: start..<end
    )
  }

  /// Where the next rule begins: marks of old comments and stray brackets stand for nothing.
  private func startOfRule(from start: Int, before limit: Int) -> Int {
    var at = scanner.skipSpace(from: start, before: limit)
    while at < limit {
      let rest = scanner.bytes[at..<limit]
      if rest.starts(with: "<!--".utf8) {
        at += 4
      } else if rest.starts(with: "-->".utf8) {
        at += 3
      } else if rest.first == UInt8(ascii: "}") || rest.first == UInt8(ascii: ";") {
        at += 1
      } else {
        break
      }
      at = scanner.skipSpace(from: at, before: limit)
    }
    return at
  }

  private func rules(in range: Range<Int>) -> [Rule] {
    var rules: [Rule] = []
    var at = startOfRule(from: range.lowerBound, before: range.upperBound)
    while at < range.upperBound, let rule = rule(at: at, before: range.upperBound) {
      rules.append(rule)
      at = startOfRule(from: rule.range.upperBound, before: range.upperBound)
    }
    return rules
  }

  private static let conditional: Set = [
    "media", "supports", "container", "starting-style", "layer", "scope", "document",
    "-moz-document",
  ]

  // MARK: - Names

  private func collect(_ range: Range<Int>, depth: Int, into names: inout OutputNames) {
    guard depth < Self.deepest else { return }
    for rule in rules(in: range) {
      guard let keyword = rule.keyword, let block = rule.block else { continue }
      switch Self.plain(keyword) {
      case "keyframes": names.animations.insert(word(rule.prelude))
      case "counter-style": names.counters.insert(word(rule.prelude))
      case "font-face":
        for part in scanner.split(block, at: UInt8(ascii: ";")) {
          guard let colon = scanner.first([UInt8(ascii: ":")], in: part),
            scanner.text(scanner.trimmed(part.lowerBound..<colon)).lowercased() == "font-family"
          else { continue }
          let family = word(scanner.trimmed(colon + 1..<part.upperBound))
          names.fonts.insert(OutputNames.family(family))
        }
      default:
        if Self.conditional.contains(keyword) { collect(block, depth: depth + 1, into: &names) }
      }
    }
  }

  private func word(_ range: Range<Int>) -> String {
    scanner.name(range).trimmingQuotes
  }

  private static func plain(_ keyword: String) -> String {
    keyword.hasPrefix("-webkit-") ? String(keyword.dropFirst(8)) : keyword
  }

  // MARK: - Rules

  private mutating func write(rules range: Range<Int>, depth: Int) {
    guard depth < Self.deepest else { return }
    for rule in rules(in: range) {
      guard let keyword = rule.keyword else {
        guard let block = rule.block else { continue }
        write(selectors: rule.prelude)
        writeBlock(declarations: block, depth: depth)
        continue
      }
      write(rule, keyword, depth)
    }
  }

  private mutating func write(_ rule: Rule, _ keyword: String, _ depth: Int) {
    switch Self.plain(keyword) {
    case "charset": break
    case "namespace": output += scanner.bytes[rule.range]
    case "keyframes":
      append("@\(keyword) ")
      let isString = scanner.bytes[rule.prelude].first.map { $0 == 34 || $0 == 39 } ?? false
      write(prefixing: [rule.prelude.lowerBound + (isString ? 1 : 0)], in: rule.prelude)
      writeBlock(frames: rule.block)
    case "counter-style", "font-face":
      append("@\(keyword) ")
      write(prefixing: keyword == "font-face" ? [] : [rule.prelude.lowerBound], in: rule.prelude)
      if let block = rule.block { writeBlock(declarations: block, depth: depth) }
    case "layer":
      append("@layer ")
      let layers = scanner.split(rule.prelude, at: UInt8(ascii: ",")).filter { !$0.isEmpty }
      write(prefixing: layers.map(\.lowerBound), in: rule.prelude)
      writeBlock(rules: rule.block, depth)
    case "scope" where !rule.prelude.isEmpty:
      append("@scope (\(names.selector)) { @scope ")
      output += scanner.bytes[rule.prelude]
      if let block = rule.block { writeBlock(declarations: block, depth: depth) }
      append("}")
    case "scope":
      append("@scope ")
      if let block = rule.block { writeBlock(declarations: block, depth: depth) }
    case let name where Self.conditional.contains(name):
      append("@\(keyword) ")
      output += scanner.bytes[rule.prelude]
      writeBlock(rules: rule.block, depth)
    default:
      leftOut.append("@\(keyword) \(scanner.text(rule.prelude))".trimmingSpaces)
    }
  }

  private mutating func append(_ text: String) { output += Array(text.utf8) }

  private mutating func write(prefixing places: [Int], in range: Range<Int>) {
    var start = range.lowerBound
    for place in places {
      output += scanner.bytes[start..<place]
      append(names.prefix)
      start = place
    }
    output += scanner.bytes[start..<range.upperBound]
  }

  private mutating func writeBlock(rules range: Range<Int>?, _ depth: Int) {
    guard let range else { return append(";") }
    append("{")
    write(rules: range, depth: depth + 1)
    append("}")
  }

  private mutating func writeBlock(frames range: Range<Int>?) {
    append("{")
    for rule in rules(in: range ?? 0..<0) {
      guard let block = rule.block else { continue }
      output += scanner.bytes[rule.prelude]
      writeBlock(declarations: block, depth: 0)
    }
    append("}")
  }

  private mutating func writeBlock(declarations range: Range<Int>, depth: Int) {
    append("{")
    write(declarations: range, depth: depth)
    append("}")
  }

  /// Declarations, and rules that lie within a rule.
  private mutating func write(declarations range: Range<Int>, depth: Int) {
    var at = scanner.skipSpace(from: range.lowerBound, before: range.upperBound)
    while at < range.upperBound {
      let marks = [UInt8(ascii: ";"), UInt8(ascii: "{")]
      let mark = scanner.first(marks, in: at..<range.upperBound) ?? range.upperBound
      let isRule = mark < range.upperBound && scanner.bytes[mark] == UInt8(ascii: "{")
      let isCustom = scanner.bytes[at..<range.upperBound].starts(with: "--".utf8)
      if isRule, !isCustom {
        let end = scanner.end(ofUnitAt: mark, before: range.upperBound)
        if depth < Self.deepest, let rule = rule(at: at, before: end) {
          writeInner(rule, depth: depth + 1)
        }
        at = scanner.skipSpace(from: end, before: range.upperBound)
      } else {
        let semicolon = UInt8(ascii: ";")
        let end = scanner.first([semicolon], in: at..<range.upperBound) ?? range.upperBound
        let declaration = scanner.trimmed(at..<end)
        styles.read(declaration: declaration)
        output += styles.taken(declaration)
        if !declaration.isEmpty { append(";") }
        at = scanner.skipSpace(from: min(end + 1, range.upperBound), before: range.upperBound)
      }
    }
  }

  private mutating func writeInner(_ rule: Rule, depth: Int) {
    if let keyword = rule.keyword {
      append("@\(keyword) ")
      output += scanner.bytes[rule.prelude]
    } else {
      styles.read(selector: rule.prelude)
      output += styles.taken(rule.prelude)
    }
    if let block = rule.block { writeBlock(declarations: block, depth: depth) }
  }

  // MARK: - Selectors

  private mutating func write(selectors range: Range<Int>) {
    for (index, selector) in scanner.split(range, at: UInt8(ascii: ",")).enumerated() {
      if index > 0 { append(",") }
      write(selector: selector)
    }
  }

  /// One selector, so that it finds only what lies in the output: `text` becomes `OUTPUT text`, and what
  /// is said of the root holds for the output as a whole.
  private mutating func write(selector range: Range<Int>) {
    var at = range.lowerBound
    var isRoot = false
    while at < range.upperBound {
      let end = endOfCompound(at: at, before: range.upperBound)
      let compound = scanner.text(at..<end).lowercased()
      guard let root = Self.roots.first(where: { compound.hasPrefix($0) }) else {
        break
      }
      let rest = compound.dropFirst(root.count)
      if rest.isEmpty || rest == ":root" || rest.hasPrefix("::") {
        isRoot = true
        at = rest.hasPrefix("::") ? at + root.utf8.count : end
        if rest.hasPrefix("::") { break }
      } else if rest.first.map({ ".#[:".contains($0) }) == true {
        // A choice of the whole page, such as `html.dark`, is asked of the page.
        output += scanner.bytes[at..<end]
        append(" ")
        isRoot = true
        at = end
      } else {
        break
      }
      at = scanner.skipSpace(from: at, before: range.upperBound)
    }
    append(names.selector)
    let rest = at..<range.upperBound
    if isPicture, isRoot { append(" > svg") }
    if !rest.isEmpty, !scanner.bytes[rest].starts(with: "::".utf8) { append(" ") }
    styles.read(selector: rest)
    output += styles.taken(rest)
  }

  private static let roots = ["html", "body", ":root", "svg:root"]

  private func endOfCompound(at start: Int, before limit: Int) -> Int {
    var at = start
    while at < limit {
      let byte = scanner.bytes[at]
      if byte.isASCIIWhitespace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "~")
      {
        break
      }
      at = scanner.end(ofUnitAt: at, before: limit)
    }
    return at
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(trimmingWhiteSpace) }

  fileprivate var trimmingQuotes: String {
    guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}
