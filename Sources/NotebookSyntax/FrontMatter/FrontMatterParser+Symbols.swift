import Documents
import Yams

/// `symbols` and `holds`.
extension FrontMatterParser {
  /// Lines that say what letters mean: as keys with values, as a list, or as one text of several lines.
  mutating func symbols(_ node: Node) -> [SymbolText] {
    if let mapping = node.mapping { return mapping.compactMap { symbol($0.key, $0.value) } }
    if let sequence = node.sequence {
      return sequence.flatMap { item -> [SymbolText] in
        if let mapping = item.mapping { return mapping.compactMap { symbol($0.key, $0.value) } }
        return lines(item)
      }
    }
    return lines(node)
  }

  /// Adds what letters mean, which stands above what holds for all notebooks.
  mutating func add(_ symbols: [SymbolText]) {
    let own = Set(symbols.map(\.names))
    frontMatter.symbols = frontMatter.symbols.filter { !own.contains($0.names) } + symbols
  }

  private mutating func symbol(_ key: Node, _ value: Node) -> SymbolText? {
    guard let name = key.scalar?.string, let meaning = value.scalar?.string, value.null == nil
    else {
      report(
        "what a letter means is a text",
        help: "such as 'z: vector of 5'; put what begins with a brace in quotation marks",
        range(of: value)
      )
      return nil
    }
    let text = "\(name): \(meaning)"
    let start = range(ofText: key).lowerBound
    let range = start..<min(start + text.utf8.count, source.bytes.count)
    if source.bytes[range].elementsEqual(text.utf8) {
      return SymbolText(text: text, range: range, isVerbatim: true)
    }
    let whole = start..<max(start + 1, self.range(of: value).upperBound)
    return SymbolText(text: text, range: whole, isVerbatim: false)
  }

  private mutating func lines(_ node: Node) -> [SymbolText] {
    guard let scalar = node.scalar, node.null == nil else {
      report(
        "'symbols' is a list of letters with their meanings",
        help: "such as 'symbols: {z: vector of 5}'",
        range(of: node)
      )
      return []
    }
    let place = range(of: node)
    let origins = ScalarOrigins(of: scalar.string, in: source.bytes, from: place.lowerBound)
    return SymbolText.lines(of: scalar.string, in: source, at: { origins?.offset(of: $0) }, place)
  }

  mutating func triesFormulas(_ node: Node) -> Bool {
    if node.scalar?.string == "auto" { return true }
    report(
      "'holds' is auto",
      help: "'holds: auto' tries all formulas; one alone is tried by $$…$$ {#eq-name holds}",
      range(of: node)
    )
    return false
  }
}

extension SymbolText {
  /// What stands before its colon.
  fileprivate var names: Substring { text.prefix { $0 != ":" } }
}
