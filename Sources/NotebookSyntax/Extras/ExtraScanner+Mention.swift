import Documents

/// What refers to labels and cites works.
extension ExtraScanner {
  /// `@eq-softmax`, or `@bridle1990` where there is a bibliography.
  mutating func readMention(_ start: Int, _ search: inout Search) -> Int {
    // Underscores before it may open an emphasis.
    var before = start
    while before > 0, run.bytes[before - 1] == UInt8(ascii: "_") { before -= 1 }
    guard before == 0 || !names.endsName(before: before) || names.endsUnspaced(before: before),
      !isPartOfSomethingElse(start, search)
    else {
      return start + 1
    }
    return readMention(start, from: start, &search) ?? start + 1
  }

  /// `-@eq-softmax`, the same with less said, or a hyphen.
  mutating func readHyphen(_ start: Int, _ search: inout Search) -> Int {
    guard byte(start + 1, search) == UInt8(ascii: "@"),
      start == 0
        || ((!names.endsName(before: start) || names.endsUnspaced(before: start))
          && run.bytes[start - 1] != UInt8(ascii: "-"))
    else { return start + 1 }
    return readMention(start + 1, from: start, &search) ?? start + 1
  }

  /// Whether what stands before an `@` makes it a part of an address or of a footnote's name.
  private func isPartOfSomethingElse(_ start: Int, _ search: Search) -> Bool {
    let before = byte(start - 1, search)
    return before == UInt8(ascii: "/")
      || (before == UInt8(ascii: "^") && byte(start - 2, search) == UInt8(ascii: "["))
  }

  private mutating func readMention(_ mark: Int, from start: Int, _ search: inout Search) -> Int? {
    let isShort = start < mark
    var end = names(search).endOfName(from: mark + 1)
    // As in `_@eq-softmax_`, where it ends an emphasis.
    while end > mark + 1, run.bytes[end - 1] == UInt8(ascii: "_") { end -= 1 }
    var name = String(decoding: run.bytes[mark + 1..<end], as: UTF8.self)
    if name.unicodeScalars.contains(where: UnspacedScript.contains),
      Label.name(ofMention: name) != nil
    {
      let known = labelNames ?? LabelNames(bytes)
      labelNames = known
      name = String(known.beginning(of: name))
      end = mark + 1 + name.utf8.count
    }
    var content = mark + 1..<end
    let isLabel = Label.name(ofMention: name) != nil
    if !isLabel {
      guard readsCitations, let key = key(from: mark + 1, &search) else { return nil }
      content = key.content
      end = key.end
    }
    search.brackets.add(found.extras.count, end: end)
    add(.mention(Mention(isLabel: isLabel, isShort: isShort)), start..<end, content: content)
    return end
  }

  /// The key of a work, in braces or by Pandoc's rules: letters, digits and `_`, and single marks
  /// between them.
  private func key(from start: Int, _ search: inout Search) -> (content: Range<Int>, end: Int)? {
    if byte(start, search) == UInt8(ascii: "{") {
      var at = start + 1
      while let next = byte(at, search), !"{}\n".utf8.contains(next) {
        if search.isRow, next == UInt8(ascii: "|") { return nil }
        at += 1
      }
      guard at > start + 1, byte(at, search) == UInt8(ascii: "}") else { return nil }
      return (start + 1..<at, at + 1)
    }
    var at = start
    var end = start
    // A key in other letters ends before Chinese text and the like.
    let names = names(search)
    let beginsUnspaced = names.isUnspaced(at: start, length: names.length(at: start))
    while let next = byte(at, search) {
      let length = names.length(at: at)
      if length > 1, at > start, !beginsUnspaced, names.isUnspaced(at: at, length: length) { break }
      if length > 0 {
        at += length
        if next != UInt8(ascii: "_") { end = at }
      } else if at > start, ":.#$%&-+?<>~/".utf8.contains(next), names.length(at: at + 1) > 0,
        !beginsMarkup(at, &search)
      {
        at += 1
      } else {
        break
      }
    }
    return end > start ? (start..<end, end) : nil
  }

  /// Whether a tag or an entity begins here, so that a key ends.
  private func beginsMarkup(_ at: Int, _ search: inout Search) -> Bool {
    switch run.bytes[at] {
    case UInt8(ascii: "<"):
      return endOfMarkup(at: at, &search) != nil
    case UInt8(ascii: "&"):
      let longestEntity = 32
      let name = run.bytes[at + 1..<min(search.end, at + longestEntity)]
        .prefix { $0.isASCIILetterOrDigit }
      return byte(name.endIndex, search) == UInt8(ascii: ";")
    default:
      return false
    }
  }

  /// `\ref{…}` and `\eqref{…}`.
  mutating func readReference(
    _ command: String,
    _ form: Reference.Form,
    _ start: Int,
    _ search: Search
  ) -> Int {
    guard run.bytes[start..<search.end].starts(with: command.utf8) else { return start + 2 }
    let nameStart = start + command.utf8.count
    let end = names(search).endOfArgument(from: nameStart)
    guard end > nameStart, byte(end, search) == UInt8(ascii: "}") else { return start + 2 }
    add(.reference(form), start..<end + 1, content: nameStart..<end)
    return end + 1
  }

  /// The end of a pair of brackets, which may belong to mentions.
  mutating func readClosingBracket(_ at: Int, _ search: inout Search) -> Int {
    guard let pair = search.brackets.close() else { return at + 1 }
    if !pair.mentions.isEmpty || pair.follows != nil {
      let range = run.origin(of: pair.start)..<run.origin(of: at) + 1
      for extra in pair.mentions { found.setBrackets(.around(range), of: extra) }
      if let extra = pair.follows { found.setBrackets(.behind(range), of: extra) }
    }
    guard pair.mayBeLink, !search.isHTML, let end = addresses(search).endOfTarget(at: at + 1) else {
      return at + 1
    }
    if !pair.isImage { search.brackets.noteLink() }
    return end
  }

  /// What reads names in the run.
  private var names: NameReader { NameReader(bytes: run.bytes[...]) }

  /// What reads names as far as the search goes.
  func names(_ search: Search) -> NameReader { NameReader(bytes: run.bytes[..<search.end]) }

  /// What finds the end of a link's address.
  func addresses(_ search: Search) -> LinkAddress {
    LinkAddress(bytes: run.bytes[..<search.end], isRow: search.isRow)
  }

  /// The index behind a bare address, or behind the character at an index.
  func readBareAddress(_ at: Int, _ search: Search) -> Int {
    // Inside brackets GitHub looks for none.
    guard !search.isHTML, !search.brackets.isInside else { return at + 1 }
    return addresses(search).endOfBareAddress(at: at) ?? at + 1
  }
}
