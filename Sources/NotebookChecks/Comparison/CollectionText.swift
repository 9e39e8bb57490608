import Documents

/// A collection as Swift writes it, found in a text by its brackets.
struct CollectionText {
  /// From the opening bracket to the closing one.
  let range: Range<Int>
  /// What stands between its commas, without white space.
  let parts: [Range<Int>]
  /// Whether it is written as `Set([…])`.
  let isCalledSet: Bool

  /// The collections of a text by their beginnings, those within others too.
  static func all(in bytes: [UInt8]) -> [CollectionText] {
    var found: [CollectionText] = []
    var open: [(start: Int, mark: UInt8, parts: [Range<Int>], part: Int)] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        if !open.isEmpty { position = stringEnd(bytes, from: position) }
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"):
        open.append((position, byte, [], position + 1))
      case UInt8(ascii: ","):
        if let last = open.last {
          open[open.count - 1].parts.append(last.part..<position)
          open[open.count - 1].part = position + 1
        }
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"):
        guard let last = open.last, last.mark == opening(of: byte) else {
          // What does not match is no collection of Swift's.
          open = []
          break
        }
        open.removeLast()
        guard byte == UInt8(ascii: "]") else { break }
        let parts = (last.parts + [last.part..<position]).map { trimmed($0, bytes) }
        if parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) {
          found.append(CollectionText(last.start..<position + 1, parts, bytes))
        }
      default: break
      }
      position += 1
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private init(_ range: Range<Int>, _ parts: [Range<Int>], _ bytes: [UInt8]) {
    self.range = range
    self.parts = parts
    let before = bytes[..<range.lowerBound]
    let isSet = before.suffix(4).elementsEqual("Set(".utf8)
    // `OrderedSet([…])` is none.
    isCalledSet = isSet && !(before.dropLast(4).last?.isASCIIWordByte ?? false)
  }

  /// How many parts a text has where it stands in a collection.
  static func partCount(of text: String) -> Int {
    all(in: Array("[\(text),x]".utf8)).first.map { $0.parts.count - 1 } ?? 1
  }

  /// The key of a pair such as `"a": 1`; `nil` where it is none.
  static func key(of element: String) -> String? {
    let bytes = Array(element.utf8)
    var depth = 0
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""): position = stringEnd(bytes, from: position)
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ":") where depth == 0 && position > 0:
        let isPair = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: " ")
        return isPair ? String(decoding: bytes[..<position], as: UTF8.self) : nil
      default: break
      }
      position += 1
    }
    return nil
  }

  private static func opening(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "]"): UInt8(ascii: "[")
    case UInt8(ascii: ")"): UInt8(ascii: "(")
    default: UInt8(ascii: "{")
    }
  }

  /// The closing mark of a string; where it has none on its line, its own place.
  private static func stringEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n"), position - start < 10_000 {
      if bytes[position] == UInt8(ascii: "\"") { return position }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return start
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isASCIIWhitespace { start += 1 }
    while start < end, bytes[end - 1].isASCIIWhitespace { end -= 1 }
    return start..<end
  }
}
