import Documents

/// What stands in braces behind the thing that it names, as in Pandoc: `{#fig-a .wide width=50%}`.
extension ExtraScanner {
  /// A label, with or without attributes, or attributes alone where they follow an image or end a line.
  mutating func readLabel(_ start: Int, _ search: Search) -> Int {
    let longestBlock = 1000
    let end = min(search.end, start + longestBlock)
    var label: Range<Int>?
    var attributes: [Extra.Attribute] = []
    var claim: Formula.Claim?
    var at = start + 1
    while at < end, run.bytes[at] != UInt8(ascii: "}") {
      if run.bytes[at] == UInt8(ascii: " ") {
        at += 1
        continue
      }
      if label != nil || followsFormula(start, search), let read = self.claim(at, end) {
        claim = read.value
        at = read.end
        continue
      }
      if run.bytes[at] == UInt8(ascii: "#"), label == nil {
        let nameEnd = names(search).endOfName(from: at + 1)
        guard nameEnd > at + 1 else { return start + 1 }
        label = at + 1..<nameEnd
        at = nameEnd
      } else if let attribute = attribute(at, end, search) {
        attributes.append(attribute.value)
        at = attribute.end
      } else {
        warnOfLabel(label, start, at)
        return start + 1
      }
      guard let next = byte(at, search), next == UInt8(ascii: " ") || next == UInt8(ascii: "}")
      else {
        warnOfLabel(label, start, at)
        return start + 1
      }
    }
    guard at < end,
      label != nil || claim != nil || (!attributes.isEmpty && followsOrEnds(start, at + 1, search))
    else { return start + 1 }
    add(.label, start..<at + 1, content: label ?? at..<at)
    found.extras[found.extras.count - 1].attributes = attributes
    found.extras[found.extras.count - 1].claim = claim
    return at + 1
  }

  /// The word `holds` with all behind it, up to the brace that closes the whole.
  private func claim(_ start: Int, _ end: Int) -> (value: Formula.Claim, end: Int)? {
    let word = "holds".utf8
    guard run.bytes[start..<end].starts(with: word), start + word.count < end,
      [UInt8(ascii: " "), UInt8(ascii: "}")].contains(run.bytes[start + word.count])
    else { return nil }
    var depth = 0
    var at = start + word.count
    while at < end, run.bytes[at] != UInt8(ascii: "\n") {
      if run.bytes[at] == UInt8(ascii: "{") { depth += 1 }
      if run.bytes[at] == UInt8(ascii: "}") {
        if depth == 0 {
          let words = run.origin(of: start + word.count)..<run.origin(of: at - 1) + 1
          let claim = Formula.Claim(
            range: run.origin(of: start)..<run.origin(of: at - 1) + 1,
            words: min(words.lowerBound, words.upperBound)..<words.upperBound
          )
          return (claim, at)
        }
        depth -= 1
      }
      at += 1
    }
    return nil
  }

  /// Whether braces stand right behind a display formula.
  private func followsFormula(_ start: Int, _ search: Search) -> Bool {
    let before = run.bytes[..<start].reversed().first { !$0.isASCIIWhitespace }
    return before.map { "$]}".utf8.contains($0) } ?? false
  }

  /// Warns of braces that begin with a label and go on with something else.
  private mutating func warnOfLabel(_ label: Range<Int>?, _ start: Int, _ end: Int) {
    guard let label, Label.kind(ofName: String(decoding: run.bytes[label], as: UTF8.self)) != nil
    else { return }
    let name = String(decoding: run.bytes[label], as: UTF8.self)
    found.diagnostics.append(
      Diagnostic(
        .warning,
        .unknownAttribute,
        "these braces are text, for what stands behind '\(name)' is no attribute",
        help: Label.kind(ofName: name) == .equation
          ? "write {#\(name)}, or {#\(name) holds} for an equation that is true"
          : "write {#\(name)}, or {#\(name) width=50%} for an image",
        in: source,
        at: run.origin(of: start)..<run.origin(of: max(end - 1, start)) + 1
      )
    )
  }

  /// Whether braces stand right behind an image or a link, or at the end of a line.
  private func followsOrEnds(_ start: Int, _ end: Int, _ search: Search) -> Bool {
    if let before = byte(start - 1, search), ")]".utf8.contains(before) { return true }
    let rest = run.bytes[end..<search.end].prefix { $0 != UInt8(ascii: "\n") }
    return rest.allSatisfy(\.isASCIIWhitespace)
  }

  /// `.class`, `key=value`, `key="a value"` or `-`.
  private func attribute(_ start: Int, _ end: Int, _ search: Search) -> (
    value: Extra.Attribute, end: Int
  )? {
    func isKey(_ byte: UInt8) -> Bool {
      byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    let isClass = run.bytes[start] == UInt8(ascii: ".")
    let key = run.bytes[start + (isClass ? 1 : 0)..<end].prefix(while: isKey)
    let isDash = key.elementsEqual([UInt8(ascii: "-")])
    let word = run.bytes[start..<key.endIndex]
    guard let first = key.first, first.isASCIILetter || isDash else { return nil }
    var at = key.endIndex
    var value: Range<Int>?
    if !isClass, !isDash {
      guard byte(at, search) == UInt8(ascii: "="), at + 1 < end else { return nil }
      let quote = run.bytes[at + 1]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let close = endOfQuote(quote, from: at + 2, to: end) else { return nil }
        if search.isRow, run.bytes[at..<close].contains(UInt8(ascii: "|")) { return nil }
        value = at + 2..<close
        at = close + 1
      } else {
        let text = run.bytes[at + 1..<end].prefix {
          !$0.isASCIIWhitespace && !"{}|\"'<>$`\\".utf8.contains($0)
        }
        guard !text.isEmpty else { return nil }
        value = text.startIndex..<text.endIndex
        at = text.endIndex
      }
    }
    let attribute = Extra.Attribute(
      name: String(decoding: word, as: UTF8.self),
      value: value.map { range in
        String(decoding: run.bytes[range], as: UTF8.self)
          .replacing(#"\""#, with: "\"").replacing(#"\'"#, with: "'")
      },
      range: run.origin(of: start)..<run.origin(of: at - 1) + 1
    )
    return (attribute, at)
  }

  private func endOfQuote(_ quote: UInt8, from start: Int, to end: Int) -> Int? {
    var at = start
    while at < end, run.bytes[at] != UInt8(ascii: "\n") {
      if run.bytes[at] == quote { return at }
      at += run.bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
