import Documents
import Foundation
import NotebookSyntax

/// Where in a notebook its addresses stand, found in one pass over its text.
///
/// What the text's grammar makes of it is asked only as far as code goes, where an address counts if it
/// stands nowhere else: a cell may show it. So a place is for messages alone.
struct AddressPlaces {
  private var places: [String: [SourceRange]] = [:]
  private var placesInCode: [String: [SourceRange]] = [:]
  /// Where the code ends that was met last.
  private var codeEnd = -1
  private var next: [String: Int] = [:]
  private let bytes: [UInt8]

  init(_ source: SourceText) {
    bytes = source.bytes
    var at = 0
    while let mark = bytes[at...].firstIndex(where: Self.leadsToAddress) {
      at = mark
      switch bytes[at] {
      case UInt8(ascii: "`") where at == codeEnd: at = end(from: at) { $0 != UInt8(ascii: "`") }
      case UInt8(ascii: "`") where at > codeEnd: at = code(at)
      case UInt8(ascii: "]"): at = afterBracket(at + 1)
      case UInt8(ascii: "="): at = value(at + 1)
      case UInt8(ascii: "\\"): at = formulaLink(at + 1)
      default: at += 1
      }
    }
  }

  /// Whether an address, or code, may begin at a byte.
  private static func leadsToAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "]"), UInt8(ascii: "="), UInt8(ascii: "\\"): true
    default: false
    }
  }

  /// The place of the next mention of an address; its last one where there are no more.
  mutating func place(of address: String) -> SourceRange? {
    let key = LocalAddress.decoded(address)
    guard let found = places[key] ?? placesInCode[key] else { return nil }
    let index = next[key, default: 0]
    next[key] = min(index + 1, found.count - 1)
    return found[index]
  }

  private mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let key = LocalAddress.decoded(Self.plain(bytes[range]))
    if range.lowerBound < codeEnd {
      placesInCode[key, default: []].append(range)
    } else {
      places[key, default: []].append(range)
    }
  }

  /// An address without backslashes before punctuation, and with `&` for `&amp;`.
  private static func plain(_ written: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    var at = written.startIndex
    while at < written.endIndex {
      let rest = written[at...]
      if rest.starts(with: "&amp;".utf8) {
        plain.append(UInt8(ascii: "&"))
        at += 5
        continue
      }
      if rest.count > 1, written[at] == UInt8(ascii: "\\"), written[at + 1].isASCIIPunctuation {
        at += 1
      }
      plain.append(written[at])
      at += 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// A run of backticks, which begins code if as long a run follows: for a fence anywhere, or else in the
  /// same paragraph, and not far away.
  private mutating func code(_ start: Int) -> Int {
    let end = end(from: start) { $0 != UInt8(ascii: "`") }
    let isFence = end - start > 2 && (start == 0 || bytes[start - 1] == UInt8(ascii: "\n"))
    let limit = isFence ? bytes.count : min(end + 1000, bytes.count)
    var at = end
    while at < limit {
      let next = bytes[at..<limit].firstIndex(of: UInt8(ascii: "`")) ?? limit
      if !isFence, bytes[at..<next].firstRange(of: Self.blankLine) != nil { break }
      let after = self.end(from: next) { $0 != UInt8(ascii: "`") }
      let closes =
        isFence
        ? bytes[next - 1] == UInt8(ascii: "\n") && after - next >= end - start
        : after - next == end - start
      if closes {
        codeEnd = next
        return end
      }
      at = max(after, at + 1)
    }
    // A fence that is never closed goes on to the end.
    if isFence { codeEnd = bytes.count }
    return end
  }

  private static let blankLine = Array("\n\n".utf8)

  /// `](address "title")` or `]: address`.
  private mutating func afterBracket(_ start: Int) -> Int {
    guard start < bytes.count,
      bytes[start] == UInt8(ascii: "(") || bytes[start] == UInt8(ascii: ":")
    else { return start }
    let isInline = bytes[start] == UInt8(ascii: "(")
    var at = afterSpace(start + 1)
    if at < bytes.count, bytes[at] == UInt8(ascii: "<") {
      let begin = at + 1
      at = end(from: begin) { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\n") }
      add(begin..<at)
      return at
    }
    let begin = at
    var depth = 0
    while at < bytes.count, bytes[at] > UInt8(ascii: " ") {
      if bytes[at] == UInt8(ascii: "\\") {
        at = min(at + 2, bytes.count)
        continue
      }
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") {
        if depth == 0, isInline { break }
        depth -= 1
      }
      at += 1
    }
    add(begin..<at)
    return at
  }

  /// `\href{address}` in a formula.
  private mutating func formulaLink(_ start: Int) -> Int {
    guard bytes[start...].starts(with: "href".utf8) else { return start }
    let brace = afterSpace(start + 4)
    guard brace < bytes.count, bytes[brace] == UInt8(ascii: "{") else { return start }
    let end = end(from: brace) { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "\n") }
    add((brace + 1)..<max(end, brace + 1))
    return end
  }

  /// `="address"`, and each address of a list. Links may stand inside, so that nothing is skipped.
  private mutating func value(_ start: Int) -> Int {
    let begin = afterSpace(start)
    guard begin < bytes.count else { return begin }
    let quote = bytes[begin]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      add(begin..<end(from: begin) { $0 <= UInt8(ascii: " ") || "=>[](".utf8.contains($0) })
      return begin
    }
    let whole = (begin + 1)..<end(from: begin + 1) { $0 == quote || $0 == UInt8(ascii: "\n") }
    add(whole)
    for part in bytes[whole].split(whereSeparator: Self.partsValue) where part.indices != whole {
      add(part.indices)
    }
    return begin + 1
  }

  /// Whether a byte parts the images of a list, or an address in a style from what is around it.
  private static func partsValue(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || "(),'".utf8.contains(byte)
  }

  private func afterSpace(_ start: Int) -> Int {
    end(from: start) { $0 > UInt8(ascii: " ") }
  }

  private func end(from start: Int, where isEnd: (UInt8) -> Bool) -> Int {
    bytes[min(start, bytes.count)...].firstIndex(where: isEnd) ?? bytes.count
  }
}
