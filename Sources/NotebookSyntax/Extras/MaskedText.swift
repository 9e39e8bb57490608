import Documents

/// A document in which every ``Extra`` is replaced by a mark that means nothing to Markdown.
///
/// A mark is two private-use characters that number the extra, between dollar signs where the extra
/// begins or ends with punctuation: so emphasis beside it opens and closes as it would beside the
/// extra itself. Wherever a mark turns up after parsing, in text, in a link's address, in raw HTML,
/// the extra or its source is put back.
struct MaskedText {
  private(set) var bytes: [UInt8] = []
  let extras: [Extra]
  private let source: SourceText
  private let range: SourceRange
  private var cuts: [Cut] = []
  private var lineStarts: [Int] = []
  /// For each line the last cut that begins before it, or at its first byte.
  private var firstCuts: [Int32] = []

  /// A stretch of the source that is not as it was.
  private struct Cut {
    var masked: Range<Int>
    var source: SourceRange
  }

  /// The first byte of each character from U+F0000 to U+FFFFF.
  static let leadByte: UInt8 = 0xF3

  /// Whether four bytes are a character that marks are made of.
  static func isMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let second = bytes.dropFirst().first else { return false }
    return bytes.count == 4 && bytes.first == leadByte && second >= 0xB0
  }

  /// - Parameters:
  ///   - source: the document.
  ///   - range: where its Markdown is.
  ///   - extras: what to replace, in the order of the source.
  ///   - isLine: whether it is a part of a line, which is parsed as a heading so that nothing in it
  ///     begins a block.
  ///   - definitions: the addresses that links in such a line may lead to.
  ///   - notes: the names of footnotes that a paragraph before all others calls, because cmark-gfm
  ///     drops those that nothing calls.
  init(
    _ source: SourceText,
    in range: SourceRange,
    extras: [Extra],
    isLine: Bool = false,
    definitions: [UInt8] = [],
    calling notes: [FootnoteMarks.Mark] = []
  ) {
    let start = range.lowerBound
    // A mark in place of a name makes it another one than that of the note before.
    let names = notes.map { note in
      let text = Snippet(text: source[note.range], lineOrigins: [note.range.lowerBound])
      return Extra(kind: .literal, range: note.range, content: text)
    }
    let extras =
      names.isEmpty
      ? extras : (extras + names).sorted { $0.range.lowerBound < $1.range.lowerBound }
    self.source = source
    self.range = range
    self.extras = extras
    bytes.reserveCapacity(range.count + extras.count * 2)
    if isLine { bytes.append(contentsOf: "# ".utf8) }
    call(notes)
    cuts.append(Cut(masked: 0..<bytes.count, source: start..<start))
    var next = extras.startIndex
    for part in source.textParts(in: range) { append(part, from: &next) }
    if isLine { bytes.append(contentsOf: " #".utf8) }
    if !definitions.isEmpty { bytes += Array("\n\n".utf8) + definitions }
    lineStarts = SourceText(path: "", bytes: bytes).lineStarts
    var cut = 0
    firstCuts = lineStarts.map { start in
      while cut + 1 < cuts.count, cuts[cut + 1].masked.lowerBound <= start { cut += 1 }
      return Int32(truncatingIfNeeded: cut)
    }
  }

  /// Adds a part of the text, with marks for the extras in it.
  /// - Parameter next: the number of the extra that comes next.
  private mutating func append(_ part: SourceRange, from next: inout Int) {
    var at = part.lowerBound
    let end =
      cuts[cuts.count - 1].source.upperBound + bytes.count - cuts[cuts.count - 1].masked.upperBound
    if at > end {
      // Between two parts is what belongs to the file around the text. Each begins a line.
      let start = bytes.count
      if let last = bytes.last, last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") {
        bytes.append(UInt8(ascii: "\n"))
      }
      cuts.append(Cut(masked: start..<bytes.count, source: end..<at))
    }
    while next < extras.count, extras[next].range.lowerBound < part.upperBound {
      let range = extras[next].range
      bytes.append(contentsOf: source.bytes[at..<range.lowerBound])
      let markStart = bytes.count
      appendMark(of: next, range)
      cuts.append(Cut(masked: markStart..<bytes.count, source: range))
      at = range.upperBound
      next += 1
    }
    if at < part.upperBound { bytes.append(contentsOf: source.bytes[at..<part.upperBound]) }
  }

  private mutating func call(_ notes: [FootnoteMarks.Mark]) {
    guard !notes.isEmpty else { return }
    var numbers: [SourceRange: Int] = [:]
    for (index, extra) in extras.enumerated() { numbers[extra.range] = index }
    for note in notes {
      bytes.append(contentsOf: "[^".utf8)
      if let number = numbers[note.range] { appendMark(of: number, note.range) }
      bytes.append(contentsOf: "] ".utf8)
    }
    bytes.append(contentsOf: "\n\n".utf8)
  }

  private mutating func appendMark(of index: Int, _ range: SourceRange) {
    if isPunctuation(source.bytes[range.lowerBound]) { bytes.append(UInt8(ascii: "$")) }
    appendMark(index >> 15)
    appendMark(index & 0x7FFF)
    if isPunctuation(source.bytes[range.upperBound - 1]) { bytes.append(UInt8(ascii: "$")) }
  }

  private mutating func appendMark(_ value: Int) {
    let scalar = 0xF0000 + value
    bytes.append(UInt8(0xF0 | scalar >> 18))
    bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    byte < 0x80 && !byte.isASCIILetterOrDigit
  }

  /// The offset in the source of a line and column of the masked text, both from 1.
  func sourceOffset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return range.upperBound }
    let offset = lineStarts[line - 1] + column - 1
    let first = Int(firstCuts[line - 1])
    // The column may lie behind the line's end.
    let isBehind = line == lineStarts.count || offset >= lineStarts[line]
    let last = isBehind ? cuts.count : Int(firstCuts[line]) + 1
    let cut = cuts[
      max(cuts[first..<last].partitioningIndex { $0.masked.lowerBound > offset } - 1, 0)
    ]
    if cut.masked.contains(offset) {
      // A place inside a mark is one inside the extra: its last byte ends where the extra ends.
      return offset == cut.masked.upperBound - 1
        ? cut.source.upperBound - 1 : cut.source.lowerBound
    }
    return min(cut.source.upperBound + offset - cut.masked.upperBound, range.upperBound)
  }
}

/// A stretch of parsed text: as it is, or an extra.
enum UnmaskedPart {
  case text(Substring.UTF8View)
  case extra(Int)
}

extension MaskedText {
  /// Puts the extras back into a text.
  ///
  /// - Parameters:
  ///   - text: a text that came out of the parser.
  ///   - visit: called with each part in order; an extra is given by its index.
  func unmask(_ text: String, visit: (UnmaskedPart) -> Void) {
    let utf8 = text.utf8
    var start = utf8.startIndex
    var at = start
    while let found = utf8[at...].firstIndex(of: Self.leadByte) {
      guard let number = number(in: utf8, at: found), number < extras.count else {
        at = utf8.index(after: found)
        continue
      }
      let range = extras[number].range
      var end = utf8.index(found, offsetBy: 8)
      var textEnd = found
      if isPunctuation(source.bytes[range.lowerBound]), found > start {
        textEnd = utf8.index(before: found)
      }
      if isPunctuation(source.bytes[range.upperBound - 1]), end < utf8.endIndex {
        end = utf8.index(after: end)
      }
      if textEnd > start { visit(.text(text[start..<textEnd].utf8)) }
      visit(.extra(number))
      start = end
      at = end
    }
    if start < utf8.endIndex { visit(.text(text[start...].utf8)) }
  }

  /// A text with the source of each extra put back.
  /// - Parameter readsEscapes: whether escaped signs become what they stand for.
  func restore(_ text: String, readsEscapes: Bool = false) -> String {
    guard text.utf8.contains(Self.leadByte) else { return text }
    var result = ""
    unmask(text) { part in
      switch part {
      case .text(let text): result += String(Substring(text))
      case .extra(let number):
        let extra = extras[number]
        if readsEscapes, case .escape = extra.kind {
          result += extra.content.text
        } else {
          result += source[extra.range]
        }
      }
    }
    return result
  }

  private func number(in utf8: String.UTF8View, at index: String.Index) -> Int? {
    var values: [Int] = []
    var at = index
    for _ in 0..<2 {
      var scalar = 0
      for position in 0..<4 {
        guard at < utf8.endIndex else { return nil }
        let byte = Int(utf8[at])
        if position == 0, byte != Int(Self.leadByte) { return nil }
        scalar = position == 0 ? byte & 0x07 : scalar << 6 | byte & 0x3F
        at = utf8.index(after: at)
      }
      values.append(scalar - 0xF0000)
    }
    guard values.allSatisfy({ (0..<0x8000).contains($0) }) else { return nil }
    return values[0] << 15 | values[1]
  }
}
