import Documents

/// Marks at the beginning of a line.
extension ForeignMark {
  /// - Parameters:
  ///   - line: the line of a paragraph, without its end.
  ///   - isFirst: whether the paragraph begins with it.
  ///   - isLast: whether the paragraph ends with it.
  init?(line: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool) {
    let rest = line.drop { $0 == UInt8(ascii: " ") }
    guard let first = rest.first else { return nil }
    let mark: ForeignMark?
    switch first {
    case UInt8(ascii: ":"): mark = Self.block(rest) ?? (isFirst ? nil : Self.definition(rest))
    case UInt8(ascii: "!"), UInt8(ascii: "?"): mark = Self.admonition(rest)
    case UInt8(ascii: "="): mark = Self.tab(rest)
    case UInt8(ascii: "{"): mark = Self.attributes(rest)
    case UInt8(ascii: "["): mark = isFirst && isLast ? Self.contents(rest) : nil
    case UInt8(ascii: "("): mark = isFirst ? Self.target(rest) : nil
    case UInt8(ascii: "*"): mark = Self.abbreviation(rest)
    case UInt8(ascii: "+"): mark = Self.gridTable(rest)
    default: mark = nil
    }
    guard let mark else { return nil }
    self = mark
  }

  private static func block(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    let colons = rest.prefix { $0 == UInt8(ascii: ":") }
    let words = rest[colons.endIndex...].drop(while: \.isASCIIWhitespace)
    // The line that ends the block needs no word of its own.
    guard colons.count >= 3, let first = words.first,
      first.isASCIILetter || "{:.".utf8.contains(first)
    else { return nil }
    return ForeignMark(
      rest.count,
      "opens a block of Pandoc's, MyST's or VitePress's, and stays text here",
      help: "write a quote that begins with > [!NOTE], or a <div>"
    )
  }

  private static func definition(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    let space = rest.dropFirst().prefix(while: \.isASCIIWhitespace)
    guard !space.isEmpty, space.endIndex < rest.endIndex else { return nil }
    return ForeignMark(
      1,
      "begins a definition elsewhere, and stays text here",
      help: "write a list, or <dl><dt>…</dt><dd>…</dd></dl>"
    )
  }

  private static func admonition(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    let marks = rest.prefix { $0 == rest.first }
    let words = rest[marks.endIndex...].drop { " +".utf8.contains($0) }
    let word = words.prefix(while: \.isASCIILetter)
    let known = [
      "note", "tip", "warning", "danger", "info", "example", "important", "caution", "question",
      "success", "failure", "bug", "abstract", "hint", "attention", "error", "todo", "quote",
    ]
    guard marks.count == 3, words.startIndex > marks.endIndex, known.contains(word.text) else {
      return nil
    }
    return ForeignMark(
      rest.count,
      "opens a block of MkDocs', and stays text here",
      help: "write a quote that begins with > [!NOTE]"
    )
  }

  private static func tab(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    guard rest.starts(with: "=== \"".utf8) else { return nil }
    return ForeignMark(
      rest.count,
      "opens a tab of MkDocs', and stays text here",
      help: "write a heading"
    )
  }

  /// `{: .wide}`, `{:toc}`
  private static func attributes(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    guard rest.starts(with: "{:".utf8), let words = rest.upTo("}"),
      let first = words.dropFirst(2).first(where: { !$0.isASCIIWhitespace }),
      first.isASCIILetter || ".#".utf8.contains(first)
    else { return nil }
    return ForeignMark(
      words.count + 1,
      "is a list of attributes for Kramdown, and stays text here",
      help: "a label is written {#label}, and 'toc: true' in the front matter makes contents"
    )
  }

  private static func contents(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    guard ["[toc]", "[_toc_]"].contains(rest.text.lowercased().trimmingEnd) else { return nil }
    return ForeignMark(
      rest.count,
      "makes a table of contents elsewhere, and stays text here",
      help: "write 'toc: true' into the front matter"
    )
  }

  /// `(label)=`
  private static func target(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    guard let name = rest.dropFirst().upTo(")="), name.count > 1,
      name.allSatisfy({ $0.isASCIILetterOrDigit || "-_.:".utf8.contains($0) }),
      rest[name.endIndex...].dropFirst(2).allSatisfy(\.isASCIIWhitespace)
    else { return nil }
    return ForeignMark(
      name.count + 3,
      "is a label of MyST's, and stays text here",
      help: "write {#sec-name} at the end of a heading"
    )
  }

  private static func abbreviation(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    guard rest.starts(with: "*[".utf8), let name = rest.dropFirst(2).upTo("]: "), !name.isEmpty
    else { return nil }
    return ForeignMark(
      name.count + 4,
      "explains an abbreviation elsewhere, and stays text here",
      help: "write <abbr title=\"…\">\(name.text)</abbr>"
    )
  }

  private static func gridTable(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    guard rest.starts(with: "+--".utf8),
      rest.allSatisfy({ "+-=: ".utf8.contains($0) }), rest.dropFirst().contains(UInt8(ascii: "+"))
    else { return nil }
    return ForeignMark(
      rest.count,
      "is the edge of a table of Pandoc's, and stays text here",
      help: "write a table as GitHub has it, with | between its cells"
    )
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
