import Documents

/// Reads a list of names by BibTeX's rules: names are parted by `and` outside braces, a name is
/// `First von Last`, `von Last, First` or `von Last, Jr, First`, and words in small letters are the
/// `von`.
struct NameParser {
  private let bytes: [UInt8]
  private(set) var list = NameList()
  private(set) var remarks: [LaTeXRemark] = []

  /// - Parameter bytes: the value of a field such as `author`.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var tokens = NameTokens(bytes)
    var name: [NameTokens.Token] = []
    var isBehindAnd = false
    while let token = tokens.next() {
      if case .word(let range) = token, isAnd(range) {
        if name.isEmpty { remarkEmpty(range) }
        read(name)
        name = []
        isBehindAnd = true
      } else {
        name.append(token)
      }
    }
    if name.isEmpty, isBehindAnd { remarkEmpty(max(0, bytes.count - 3)..<bytes.count) }
    read(name)
  }

  private func isAnd(_ range: Range<Int>) -> Bool {
    range.count == 3 && bytes[range].map { $0 | 0x20 } == Array("and".utf8)
  }

  // MARK: One name

  private mutating func read(_ tokens: [NameTokens.Token]) {
    var parts: [[Range<Int>]] = [[]]
    for token in tokens {
      switch token {
      case .comma: parts.append([])
      case .word(let range): parts[parts.count - 1].append(range)
      }
    }
    guard let first = parts.flatMap(\.self).first, let last = parts.flatMap(\.self).last else {
      return
    }
    if tokens.count == 1, bytes[first].elementsEqual("others".utf8) {
      list.hasMore = true
      return
    }
    var name = parts.count == 1 ? spokenName(parts[0]) : parts.count > 1 ? nil : PersonName()
    if name == nil { name = invertedName(parts, at: first.lowerBound..<last.upperBound) }
    if let name { list.names.append(name) }
  }

  /// `First von Last`
  private mutating func spokenName(_ words: [Range<Int>]) -> PersonName {
    let candidates = words.dropLast()
    guard let vonStart = candidates.firstIndex(where: isSmall),
      let vonEnd = candidates.lastIndex(where: isSmall)
    else { return PersonName(family: text(words.suffix(1)), given: text(candidates)) }
    return PersonName(
      family: text(words[(vonEnd + 1)...]),
      prefix: text(words[vonStart...vonEnd]),
      given: text(words[..<vonStart])
    )
  }

  /// `von Last, First` and `von Last, Jr, First`
  private mutating func invertedName(_ parts: [[Range<Int>]], at range: Range<Int>) -> PersonName {
    if parts.count > 3 {
      remark(
        .bibNameCommas,
        "a name has two commas at most, and this one has \(parts.count - 1)",
        help: "part names by ' and ', not by commas",
        range
      )
    }
    let whole = parts[0]
    let family = whole.dropLast().lastIndex(where: isSmall).map { $0 + 1 } ?? 0
    let suffix = parts.count > 2 ? parts[1] : []
    var name = PersonName(
      family: text(whole[family...]),
      prefix: text(whole[..<family]),
      given: text(parts.dropFirst(parts.count > 2 ? 2 : 1).joined()),
      suffix: text(suffix)
    )
    if name.family.isEmpty {
      remark(
        .bibNameCommas,
        "there is no family name in front of the comma",
        help: "write 'Family, Given' or 'Given Family'",
        range
      )
      name.family = name.given.isEmpty ? name.suffix : name.given
      name.given = ""
    }
    return name
  }

  // MARK: Words

  private mutating func text(_ words: some Sequence<Range<Int>>) -> String {
    words.map { word in
      var reader = LaTeXReader(bytes, in: word)
      let text = reader.readAll().plainText
      remarks += reader.remarks
      return text
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether a word belongs to the `von`: its first letter outside protecting braces is small.
  private func isSmall(_ word: Range<Int>) -> Bool {
    var visible: [UInt8] = []
    var index = word.lowerBound
    while index < word.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "{"), !followsCommand(index, in: word), !opensSpecial(index, in: word)
      {
        index = NameTokens.endOfGroup(in: bytes, from: index, to: word.upperBound)
      } else {
        visible.append(byte)
        index += 1
      }
    }
    guard visible.contains(UInt8(ascii: "\\")) else {
      return isSmall(String(decoding: visible, as: UTF8.self))
    }
    var reader = LaTeXReader(visible)
    return isSmall(reader.readAll().plainText)
  }

  private func isSmall(_ text: String) -> Bool {
    text.first(where: \.isLetter)?.isLowercase ?? false
  }

  /// Whether a group is a special character, `{\"o}`, which counts as the letter it is.
  private func opensSpecial(_ index: Int, in word: Range<Int>) -> Bool {
    index + 1 < word.upperBound && bytes[index + 1] == UInt8(ascii: "\\")
  }

  /// Whether a group is what a command such as `\v` or `\"` applies to.
  private func followsCommand(_ index: Int, in word: Range<Int>) -> Bool {
    var before = index
    while before > word.lowerBound, bytes[before - 1].isASCIILetter, index - before < 16 {
      before -= 1
    }
    if before > word.lowerBound, bytes[before - 1] == UInt8(ascii: "\\") { return true }
    return index - 1 > word.lowerBound && bytes[index - 2] == UInt8(ascii: "\\")
  }

  // MARK: Remarks

  private mutating func remarkEmpty(_ range: Range<Int>) {
    remark(
      .bibEmptyName,
      "a name is missing beside this 'and'",
      help: "'and' stands between two names; put braces around it where it is part of one",
      range
    )
  }

  private mutating func remark(
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String,
    _ range: Range<Int>
  ) {
    remarks.append(
      LaTeXRemark(kind: kind, message: message, help: help, range: range)
    )
  }
}
