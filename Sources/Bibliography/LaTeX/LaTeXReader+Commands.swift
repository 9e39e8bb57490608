import Documents
import Foundation

extension LaTeXReader {
  /// Reads a command: a backslash with letters, or with one other sign.
  mutating func readCommand(into text: inout TextBuilder) {
    let start = index
    index += 1
    guard let byte = current else {
      text.append("\\")
      return
    }
    if byte.isASCIILetter {
      let range = TeXSyntax.commandName(in: bytes[..<end], at: start)
      let name = String(decoding: bytes[range], as: UTF8.self)
      index = range.upperBound
      if current == UInt8(ascii: "*") { index += 1 }
      // TeX takes the white space after a command's name for the name's end.
      skipSpace()
      readWord(name, start, into: &text)
    } else {
      index += 1
      readSign(byte, start, into: &text)
    }
  }

  private mutating func readSign(_ sign: UInt8, _ start: Int, into text: inout TextBuilder) {
    switch sign {
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      text.append(String(UnicodeScalar(sign)))
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "@"): break
    case UInt8(ascii: ","): text.append("\u{202F}")
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\\"): text.appendSpace()
    case UInt8(ascii: "("): readMath(closedBy: ")", start, into: &text)
    case UInt8(ascii: "["): readMath(closedBy: "]", start, into: &text)
    case _ where sign.isASCIIWhitespace: text.appendSpace()
    default:
      if let mark = LaTeXAccents.marks[String(UnicodeScalar(sign))] {
        text.append(accented(by: mark, named: sign))
      } else {
        remarkUnknown("\\" + (sign < 0x80 ? String(UnicodeScalar(sign)) : ""), start..<index)
        if sign >= 0x80 { index -= 1 }
      }
    }
  }

  private mutating func readWord(_ name: String, _ start: Int, into text: inout TextBuilder) {
    if let sign = LaTeXSigns.signs[name] {
      text.append(sign)
      skipEmptyGroup()
    } else if let mark = LaTeXAccents.marks[name] {
      text.append(accented(by: mark, named: nil))
    } else if LaTeXCommands.transparent.contains(name) {
      return
    } else if LaTeXCommands.emphasizing.contains(name) {
      appendEmphasis(readArgument(), to: &text)
    } else if LaTeXCommands.emphasizingRest.contains(name) {
      appendEmphasis(readRest(), to: &text)
    } else if LaTeXCommands.hiding.contains(name) {
      _ = readArgument()
    } else {
      readSpecial(name, start, into: &text)
    }
  }

  private mutating func readSpecial(_ name: String, _ start: Int, into text: inout TextBuilder) {
    switch name {
    case "url", "nolinkurl", "path":
      let argument = readVerbatim()
      appendLink(argument.text, nil, at: argument.range, to: &text)
    case "href":
      let argument = readVerbatim()
      let shown = readArgument()
      appendLink(argument.text, shown, at: argument.range, to: &text)
    case "doi":
      let argument = readVerbatim()
      let doi = DOI(argument.text)
      appendLink(doi?.address ?? argument.text, nil, at: argument.range, to: &text)
    case "enquote", "mkbibquote":
      text.append("“")
      text.append(readArgument())
      text.append("”")
    case "ensuremath":
      text.append(.math(readVerbatim().raw))
    default: remarkUnknown("\\" + name, start..<start + 1 + name.utf8.count)
    }
  }

  /// Reads the rest of the group, for a command such as `\em` that holds until its end.
  private mutating func readRest() -> [BibliographyText] {
    guard depth < Self.depthLimit else { return [] }
    depth += 1
    defer { depth -= 1 }
    var text = TextBuilder()
    read(into: &text)
    return text.finish()
  }

  private func appendEmphasis(_ inner: [BibliographyText], to text: inout TextBuilder) {
    if !inner.isEmpty { text.append(.emphasis(inner)) }
  }

  private mutating func appendLink(
    _ address: String,
    _ shown: [BibliographyText]?,
    at range: Range<Int>,
    to text: inout TextBuilder
  ) {
    let shown = shown ?? [.text(address)]
    if let safe = WebAddress(address) {
      text.append(.link(address: safe.text, shown))
    } else {
      remark(
        .bibUnsafeLink,
        "'\(address.excerpt)' is no address to link to",
        help: "a link begins with 'https://' or 'http://'; this one is shown as text",
        range
      )
      text.append(shown)
    }
  }

  private mutating func remarkUnknown(_ command: String, _ range: Range<Int>) {
    remark(
      .bibUnknownCommand,
      "'\(command)' is a LaTeX command that is not known here",
      help: "it is left out, and what stands in braces after it is kept",
      range
    )
  }

  /// `\ss{}` ends a command by an empty group, which would only be in the way of what follows.
  private mutating func skipEmptyGroup() {
    if index + 1 < end, bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "}") {
      index += 2
    }
  }

  /// Reads what an accent stands on, and puts it there.
  private mutating func accented(by mark: Unicode.Scalar, named sign: UInt8?) -> String {
    let argument = readArgument().plainText
    guard let first = argument.first, first != " " else {
      // `\~{}` and `\^{}` are how people write these two signs by themselves.
      let isSign = sign == UInt8(ascii: "~") || sign == UInt8(ascii: "^")
      return (isSign ? sign.map { String(UnicodeScalar($0)) } ?? "" : "") + argument
    }
    let base = LaTeXAccents.dotted[first] ?? String(first)
    let combined = (base + String(Character(mark))).precomposedStringWithCanonicalMapping
    return combined + argument.dropFirst()
  }
}
