import Documents
import NotebookSyntax

/// Finds the names of an output in styles and puts the output's prefix before them.
struct StyleNames {
  let scanner: StyleScanner
  let names: OutputNames
  /// Where the prefix belongs.
  private(set) var places: [Int] = []

  init(_ bytes: [UInt8], _ names: OutputNames) {
    scanner = StyleScanner(bytes)
    self.names = names
  }

  private var bytes: [UInt8] { scanner.bytes }

  /// What a range is with the prefix put in; those places are forgotten then.
  mutating func taken(_ range: Range<Int>) -> [UInt8] {
    guard !places.isEmpty else { return Array(bytes[range]) }
    var taken: [UInt8] = []
    var start = range.lowerBound
    for place in places.sorted() {
      taken += bytes[start..<place] + Array(names.prefix.utf8)
      start = place
    }
    places = []
    return taken + bytes[start..<range.upperBound]
  }

  /// A declaration, such as `fill: url(#g)`.
  mutating func read(declaration range: Range<Int>) {
    guard let colon = scanner.first([UInt8(ascii: ":")], in: range) else { return }
    let name = scanner.text(scanner.trimmed(range.lowerBound..<colon)).lowercased()
    let value = scanner.trimmed(colon + 1..<range.upperBound)
    readReferences(value)
    switch name.hasPrefix("-webkit-") ? String(name.dropFirst(8)) : name {
    case "animation", "animation-name": readWords(value, names.animations)
    case "list-style", "list-style-type": readWords(value, names.counters)
    case "font-family": readFonts(value)
    case "font": readFonts(value, afterSize: true)
    default: break
    }
  }

  /// The addresses in a value, such as `url(#g)`.
  mutating func readReferences(_ range: Range<Int>) {
    guard !names.ids.isEmpty else { return }
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == UInt8(ascii: "("), at - 3 >= range.lowerBound,
        bytes.startsIgnoringCase(Array("url".utf8), at: at - 3)
      {
        let end = scanner.end(ofUnitAt: at, before: range.upperBound)
        readAddress(at + 1..<max(end - 1, at + 1))
        at = end
      } else if bytes[at] == UInt8(ascii: "(") {
        at += 1
      } else {
        at = scanner.end(ofUnitAt: at, before: range.upperBound)
      }
    }
  }

  private mutating func readAddress(_ range: Range<Int>) {
    let content = unquoted(scanner.trimmed(range))
    if names.leads(scanner.name(content)) { places.append(content.lowerBound + 1) }
  }

  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    guard range.count >= 2, let first = bytes[range].first, first == bytes[range.upperBound - 1],
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  private mutating func readWords(_ range: Range<Int>, _ known: Set<String>) {
    guard !known.isEmpty else { return }
    var at = range.lowerBound
    while at < range.upperBound {
      let end = scanner.endOfName(at: at, before: range.upperBound)
      if end > at {
        if known.contains(scanner.name(at..<end)) { places.append(at) }
        at = end
      } else {
        let end = scanner.end(ofUnitAt: at, before: range.upperBound)
        let content = unquoted(at..<end)
        if content.count < end - at, known.contains(scanner.name(content)) {
          places.append(content.lowerBound)
        }
        at = end
      }
    }
  }

  /// - Parameter afterSize: whether style and size stand before the first family.
  mutating func readFonts(_ range: Range<Int>, afterSize: Bool = false) {
    guard !names.fonts.isEmpty else { return }
    for (index, part) in scanner.split(range, at: UInt8(ascii: ",")).enumerated() {
      var starts = [part.lowerBound]
      if afterSize, index == 0 {
        starts = part.dropFirst().filter {
          bytes[$0 - 1].isASCIIWhitespace && !bytes[$0].isASCIIWhitespace
        }
      }
      // A name of many words would be looked for from each of them.
      for start in starts.suffix(8) {
        let family = unquoted(start..<part.upperBound)
        guard names.fonts.contains(OutputNames.family(scanner.name(family))) else { continue }
        places.append(family.lowerBound)
        break
      }
    }
  }

  /// The names in a selector: `#g`, and what `[id="g"]` and its like ask for.
  mutating func read(selector range: Range<Int>) {
    guard !names.ids.isEmpty else { return }
    var at = range.lowerBound
    while at < range.upperBound {
      switch bytes[at] {
      case UInt8(ascii: "#"):
        let end = scanner.endOfName(at: at + 1, before: range.upperBound)
        if names.ids.contains(scanner.name(at + 1..<end)) { places.append(at + 1) }
        at = max(end, at + 1)
      case UInt8(ascii: "["):
        let end = scanner.end(ofUnitAt: at, before: range.upperBound)
        readAttribute(at + 1..<max(end - 1, at + 1))
        at = end
      case UInt8(ascii: "("): at += 1
      default: at = scanner.end(ofUnitAt: at, before: range.upperBound)
      }
    }
  }

  private mutating func readAttribute(_ range: Range<Int>) {
    guard let equals = scanner.first([UInt8(ascii: "=")], in: range), equals > range.lowerBound
    else { return }
    let sign = bytes[equals - 1]
    let hasSign = "^$*~|".utf8.contains(sign)
    let nameEnd = hasSign ? equals - 1 : equals
    let name = scanner.text(scanner.trimmed(range.lowerBound..<nameEnd)).lowercased()
    let value = scanner.trimmed(equals + 1..<range.upperBound)
    let isString = value.first.map { bytes[$0] == UInt8(ascii: "\"") || bytes[$0] == 39 } ?? false
    let valueEnd =
      value.isEmpty
      ? value.upperBound
      : isString
        ? scanner.end(ofUnitAt: value.lowerBound, before: value.upperBound)
        : scanner.endOfName(at: value.lowerBound, before: value.upperBound)
    let content = unquoted(value.lowerBound..<valueEnd)
    let word = scanner.name(content)
    if name == "id" {
      let isKnown =
        switch sign {
        case UInt8(ascii: "^"): names.ids.contains { $0.hasPrefix(word) }
        case UInt8(ascii: "$"), UInt8(ascii: "*"): false
        default: names.ids.contains(word)
        }
      if isKnown { places.append(content.lowerBound) }
    } else if name.hasSuffix("href"), names.leads(word) {
      places.append(content.lowerBound + 1)
    } else if OutputAttributes.idLists.contains(name), names.ids.contains(word) {
      places.append(content.lowerBound)
    }
  }
}
