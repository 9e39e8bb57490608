import Documents

/// Marks within a line.
extension ForeignMark {
  /// - Parameters:
  ///   - bytes: the text of a paragraph.
  ///   - start: where the mark would begin.
  init?(inline bytes: ArraySlice<UInt8>, at start: Int) {
    let rest = bytes[start...]
    let before = start > bytes.startIndex ? bytes[start - 1] : nil
    let mark: ForeignMark?
    switch bytes[start] {
    case UInt8(ascii: ":"): mark = Self.role(rest) ?? Self.emoji(rest, before)
    case UInt8(ascii: "="): mark = Self.highlight(rest, before)
    case UInt8(ascii: "^"): mark = Self.inlineNote(rest, before) ?? Self.superscript(rest, before)
    case UInt8(ascii: "~"): mark = Self.subscript(rest, before)
    case UInt8(ascii: "{"): mark = Self.braces(rest, before)
    case UInt8(ascii: "["): mark = Self.wikiLink(rest)
    case UInt8(ascii: "\\"): mark = Self.command(rest)
    default: mark = nil
    }
    guard let mark else { return nil }
    self = mark
  }

  /// `` :ref:`eq-x` ``
  private static func role(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    guard let first = rest.dropFirst().first, first.isASCIILetter else { return nil }
    let name = rest.dropFirst().prefix(longestName)
      .prefix { $0.isASCIILetterOrDigit || "-_.+".utf8.contains($0) }
    guard rest[name.endIndex...].starts(with: ":`".utf8) else { return nil }
    return role(named: name.text, rest, from: name.endIndex + 2)
  }

  /// How long the names of roles and signs may be.
  private static let longestName = 40

  private static func role(named name: String, _ rest: ArraySlice<UInt8>, from start: Int)
    -> ForeignMark?
  {
    guard let content = rest[start...].upTo("`") else { return nil }
    let help: String
    switch name {
    case "ref", "eq", "numref", "eqref", "cref", "autoref": help = "refer to a label by '@label'"
    case "math": help = "write the formula between dollar signs"
    case "cite", "cite:p", "cite:t", "citep", "citet": help = "cite by '@key', or by '[@key]'"
    case "sub", "sup", "subscript", "superscript": help = "write <sub>…</sub> or <sup>…</sup>"
    default: help = "take the name before the backticks out, or write a link"
    }
    let length = content.endIndex + 1 - rest.startIndex
    return ForeignMark(length, "is a role of MyST's or Sphinx's, and stays text here", help: help)
  }

  private static func emoji(_ rest: ArraySlice<UInt8>, _ before: UInt8?) -> ForeignMark? {
    if let before, before.isWordByte || before == UInt8(ascii: ":") { return nil }
    let name = rest.dropFirst().prefix(longestName)
      .prefix { $0.isASCIILetterOrDigit || "_+-".utf8.contains($0) }
    guard !name.isEmpty, rest[name.endIndex...].first == UInt8(ascii: ":"),
      let sign = EmojiNames.sign(of: name.text)
    else { return nil }
    if let next = rest[name.endIndex...].dropFirst().first, next.isWordByte || next == 0x3A {
      return nil
    }
    return ForeignMark(
      name.count + 2,
      "is GitHub's name of a sign, and stays text here",
      help: "write the sign itself: \(sign)"
    )
  }

  private static func highlight(_ rest: ArraySlice<UInt8>, _ before: UInt8?) -> ForeignMark? {
    if let before, before.isWordByte || "=!<>+-*/&|\\".utf8.contains(before) { return nil }
    guard let words = enclosed(rest, "==") else { return nil }
    return ForeignMark(
      words.count + 4,
      "would be marked elsewhere, and stays text here",
      help: "write <mark>…</mark>"
    )
  }

  /// The words between two equal marks that stand close to them.
  private static func enclosed(_ rest: ArraySlice<UInt8>, _ mark: String) -> ArraySlice<UInt8>? {
    let length = mark.utf8.count
    guard rest.starts(with: mark.utf8), let first = rest.dropFirst(length).first,
      let sign = mark.utf8.first, first != sign, !first.isASCIIWhitespace,
      let words = rest.dropFirst(length).upTo(mark), let last = words.last, !last.isASCIIWhitespace,
      last != sign
    else { return nil }
    let next = rest[words.endIndex...].dropFirst(length).first
    return next.map { $0 == sign || $0.isWordByte } == true ? nil : words
  }

  /// `^[a note]`
  private static func inlineNote(_ rest: ArraySlice<UInt8>, _ before: UInt8?) -> ForeignMark? {
    guard rest.dropFirst().first == UInt8(ascii: "["), before != UInt8(ascii: "["),
      let words = rest.dropFirst(2).upTo("]"), words.contains(UInt8(ascii: " "))
    else { return nil }
    return ForeignMark(
      words.count + 3,
      "is a note of Pandoc's, and stays text here",
      help: "call it by [^name], and write '[^name]: …' on a line of its own"
    )
  }

  private static func superscript(_ rest: ArraySlice<UInt8>, _ before: UInt8?) -> ForeignMark? {
    guard let before, before.isWordByte || before == UInt8(ascii: ")"),
      let words = script(rest, "^")
    else { return nil }
    return ForeignMark(
      words.count + 2,
      "is raised elsewhere, and stays text here",
      help: "write <sup>\(words.text)</sup>, or a formula such as $x^{\(words.text)}$"
    )
  }

  private static func `subscript`(_ rest: ArraySlice<UInt8>, _ before: UInt8?) -> ForeignMark? {
    guard let before, before.isASCIILetterOrDigit, let words = script(rest, "~") else {
      return nil
    }
    return ForeignMark(
      words.count + 2,
      "is lowered elsewhere, and is struck out here",
      help: "write <sub>\(words.text)</sub>, or a formula such as $x_{\(words.text)}$"
    )
  }

  private static func script(_ rest: ArraySlice<UInt8>, _ mark: String) -> ArraySlice<UInt8>? {
    let longest = 12
    let words = rest.dropFirst().prefix(longest)
      .prefix { $0.isWordByte || "+-.,".utf8.contains($0) }
    guard !words.isEmpty, rest[words.endIndex...].starts(with: mark.utf8) else { return nil }
    let next = rest[words.endIndex...].dropFirst().first
    return next.map { $0.isASCIIDigit || rest.first == $0 } == true ? nil : words
  }

  /// `[[Page]]`, but for types of Swift's such as `[[Int]]`.
  private static func wikiLink(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    guard rest.starts(with: "[[".utf8), let first = rest.dropFirst(2).first,
      first.isASCIILetter || first >= 0x80 || first == UInt8(ascii: "_"),
      let name = rest.dropFirst(2).upTo("]]"), name.count > 1,
      !name.contains(where: { "[]{}^@`$".utf8.contains($0) }),
      ![
        "Int", "Double", "Float", "String", "Bool", "Character", "Any", "Element", "Value",
        "Vector",
      ]
      .contains(where: { name.text.hasPrefix($0) })
    else { return nil }
    let next = rest[name.endIndex...].dropFirst(2).first
    if let next, "([:".utf8.contains(next) { return nil }
    let isContents = ["toc", "_toc_"].contains(name.text.lowercased())
    return ForeignMark(
      name.count + 4,
      isContents
        ? "makes a table of contents elsewhere, and stays text here"
        : "is a link of a wiki's, and stays text here",
      help: isContents ? "write 'toc: true' into the front matter" : "write [words](page.md)"
    )
  }

  private static func braces(_ rest: ArraySlice<UInt8>, _ before: UInt8?) -> ForeignMark? {
    if before == UInt8(ascii: "`"), let words = rest.dropFirst().upTo("}"),
      let first = words.first, ".=#".utf8.contains(first)
    {
      return ForeignMark(
        words.count + 2,
        "is an attribute of Pandoc's, and stays text here",
        help: "take it out"
      )
    }
    guard let second = rest.dropFirst().first else { return nil }
    if second.isASCIILetter { return bracedRole(rest) }
    guard "{%+-=>~".utf8.contains(second) else { return nil }
    for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{#include", "}}")]
    where rest.starts(with: open.utf8) {
      guard let content = rest.upTo(close) else { continue }
      return ForeignMark(
        content.count + close.utf8.count,
        "is an instruction for another program, and stays text here",
        help: "write what it would make, in Markdown or HTML"
      )
    }
    for (open, close) in [
      ("{++", "++}"), ("{--", "--}"), ("{==", "==}"), ("{>>", "<<}"), ("{~~", "~~}"),
    ]
    where rest.starts(with: open.utf8) {
      guard let content = rest.dropFirst(3).upTo(close) else { continue }
      return ForeignMark(
        content.count + 6,
        "is an editor's mark, and stays text here",
        help: "accept or refuse the change, or write <ins>…</ins> and <del>…</del>"
      )
    }
    return nil
  }

  /// `` {ref}`eq-x` ``
  private static func bracedRole(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    let name = rest.dropFirst().prefix(longestName)
      .prefix { $0.isASCIILetterOrDigit || "-_:".utf8.contains($0) }
    guard rest[name.endIndex...].starts(with: "}`".utf8) else { return nil }
    return role(named: name.text, rest, from: name.endIndex + 2)
  }

  /// `\textbf{…}` and its like outside formulas.
  private static func command(_ rest: ArraySlice<UInt8>) -> ForeignMark? {
    let name = rest.dropFirst().prefix(while: \.isASCIILetter)
    guard rest[name.endIndex...].first == UInt8(ascii: "{"), let help = commands[name.text] else {
      return nil
    }
    return ForeignMark(
      name.count + 1,
      "is a command of LaTeX's for text, and stays text here",
      help: help
    )
  }

  private static let commands: [String: String] = {
    let heading = "begin a line with # signs for a heading"
    let cite = "cite by '@key', or by '[@key]'"
    let refer = #"refer to a label by '@label' or '\ref{label}'"#
    return [
      "textbf": "write **…**", "emph": "write *…*", "textit": "write *…*", "texttt": "write `…`",
      "underline": "write <u>…</u>", "section": heading, "subsection": heading,
      "subsubsection": heading, "chapter": heading, "paragraph": heading, "cite": cite,
      "citep": cite, "citet": cite, "autoref": refer, "cref": refer, "Cref": refer,
      "pageref": refer, "footnote": "call a note by [^name], and write it as '[^name]: …'",
      "url": "write the address alone, or as <…>", "href": "write [words](address)",
      "includegraphics": "write ![words](image.png)", "label": "write {#label}",
      "caption": "a caption stands under a table as ': words', and in the brackets of an image",
    ]
  }()
}
