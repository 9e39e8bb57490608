import Documents

/// Marks that are other programs'.
extension ExtraScanner {
  /// Notes the mark that may begin at an index of the run.
  mutating func noteForeign(_ at: Int, _ search: Search) {
    guard !search.isHTML else { return }
    let mark = ForeignMark(inline: run.bytes[..<search.end], at: at)
    found.note(mark, at: run.origin(of: at))
  }

  /// Notes the marks that lines of a paragraph begin with.
  mutating func noteForeignLines(_ range: Range<Int>) {
    let starts = run.lineStarts
    let first = starts.partitioningIndex { $0 >= range.lowerBound }
    for index in first..<starts.partitioningIndex(where: { $0 >= range.upperBound }) {
      let start = starts[index]
      let end = index + 1 < run.lineStarts.count ? run.lineStarts[index + 1] - 1 : run.count
      let isLast = index + 1 == run.lineStarts.count
      let line = run.bytes[start..<end]
      guard let mark = ForeignMark(line: line, isFirst: index == 0, isLast: isLast) else {
        continue
      }
      let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
      found.note(mark, at: run.origin(of: start + indentation))
    }
  }

  /// Notes a code span such as `` `{python} x` ``, which computes nothing.
  mutating func noteForeignCode(_ content: Range<Int>) {
    let text = run.bytes[content]
    guard text.first == UInt8(ascii: "{"), let name = text.dropFirst().upTo("} "),
      name.count <= 12, !name.isEmpty, name.allSatisfy({ $0.isASCIILetterOrDigit })
    else { return }
    let mark = ForeignMark(
      name.count + 2,
      "computes nothing here, so the page shows this code as it is",
      help: "write `{swift} expression` for a value"
    )
    found.note(mark, at: run.origin(of: content.lowerBound))
  }

  /// Notes ` (eq-name)` behind a formula, as MyST labels it.
  mutating func noteForeignLabel(_ start: Int, _ search: Search) {
    let rest = run.bytes[start..<search.end].drop { $0 == UInt8(ascii: " ") }
    guard rest.first == UInt8(ascii: "("), let name = rest.dropFirst().upTo(")"),
      name.starts(with: "eq".utf8), !name.contains(where: \.isASCIIWhitespace),
      rest[name.endIndex...].dropFirst().prefix(while: { $0 != UInt8(ascii: "\n") })
        .allSatisfy(\.isASCIIWhitespace)
    else { return }
    let mark = ForeignMark(
      name.count + 2,
      "is a label of MyST's, and stays text here",
      help: "write {#eq-name}"
    )
    found.note(mark, at: run.origin(of: rest.startIndex))
  }

  /// Notes definitions of addresses, and tells of a name by which nothing is found.
  mutating func note(_ definitions: [LinkAddress.Definition]) {
    for definition in definitions {
      let name = run.bytes[definition.name]
      found.links.note(run.bytes[definition.whole], name: name)
      let hasFormula =
        name.count { $0 == UInt8(ascii: "$") } > 1 || name.contains(text: #"\("#)
        || name.contains(text: "`{swift}")
      guard hasFormula else { continue }
      let start = run.origin(of: definition.name.lowerBound)
      let range = start..<start + definition.name.count
      found.note(
        addressName: ForeignMark.diagnostic(
          "no link finds this address by '\(name.text)', in which a formula or a value stands",
          help: "give it a plain name, such as [words][name] with '[name]: address'",
          in: source,
          at: range
        )
      )
    }
  }
}
