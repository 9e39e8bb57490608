import Documents

/// Marks that are other programs'.
extension ExtraScanner {
  /// Notes the mark that may begin at an index of the run.
  mutating func noteForeign(_ at: Int, _ search: Search) {
    guard !search.isHTML, let mark = ForeignMark(inline: run.bytes[..<search.end], at: at) else {
      return
    }
    foreign.append((run.origin(of: at), mark))
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
      foreign.append((run.origin(of: start + indentation), mark))
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
    foreign.append((run.origin(of: content.lowerBound), mark))
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
    foreign.append((run.origin(of: rest.startIndex), mark))
  }

  /// Notes definitions of addresses, and tells of a name by which nothing is found.
  mutating func note(_ definitions: [LinkAddress.Definition]) {
    for definition in definitions {
      let name = run.bytes[definition.name]
      links.note(run.bytes[definition.whole], name: name)
      let hasFormula =
        name.count { $0 == UInt8(ascii: "$") } > 1 || name.contains(text: #"\("#)
        || name.contains(text: "`{swift}")
      guard hasFormula else { continue }
      let start = run.origin(of: definition.name.lowerBound)
      let range = start..<start + definition.name.count
      names.append(
        ForeignMark.diagnostic(
          "no link finds this address by '\(name.text)', in which a formula or a value stands",
          help: "give it a plain name, such as [words][name] with '[name]: address'",
          in: source,
          at: range
        )
      )
    }
  }

  /// The warnings about foreign marks that do not stand in formulas or values.
  var foreignDiagnostics: [Diagnostic] {
    var hidden = extras[...]
    let marks = foreign.sorted { $0.start < $1.start }
    var last = 0
    let told = marks.compactMap { start, mark -> Diagnostic? in
      while let first = hidden.first, first.range.upperBound <= start { hidden.removeFirst() }
      if let first = hidden.first, first.range.contains(start), first.hidesText { return nil }
      // What is within a mark belongs to it.
      guard start >= last else { return nil }
      last = start + mark.length
      return mark.diagnostic(in: source, at: start)
    }
    return told + names
  }
}

extension Extra {
  /// Whether what stands in it is not Markdown.
  fileprivate var hidesText: Bool {
    switch kind {
    case .label, .literal: false
    case .formula, .value, .mention, .reference: true
    }
  }
}
