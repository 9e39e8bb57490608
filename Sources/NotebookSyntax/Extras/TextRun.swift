import Documents

/// The text of one leaf block, such as a paragraph, without the prefixes of the containers around
/// it: lines joined by `\n`, each of which knows where it came from.
struct TextRun {
  private(set) var bytes: [UInt8] = []
  /// For each line the offset in `bytes` at which it begins.
  private(set) var lineStarts: [Int] = []
  /// For each line the offset in the document at which it begins.
  private(set) var origins: [Int] = []

  var isEmpty: Bool { lineStarts.isEmpty }
  var count: Int { bytes.count }

  mutating func append(_ line: UnsafeBufferPointer<UInt8>, origin: Int) {
    if !lineStarts.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    lineStarts.append(bytes.count)
    origins.append(origin)
    bytes.append(contentsOf: line)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    lineStarts.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
  }

  /// Takes lines back until so many are left.
  mutating func truncate(toLines count: Int) {
    guard count < lineStarts.count else { return }
    bytes.removeSubrange(max(lineStarts[count] - 1, 0)...)
    lineStarts.removeSubrange(count...)
    origins.removeSubrange(count...)
  }

  /// The line in which an offset in `bytes` lies, from 0.
  func line(at offset: Int) -> Int {
    max(lineStarts.partitioningIndex { $0 > offset } - 1, 0)
  }

  /// The offset in the document of an offset in `bytes`.
  func origin(of offset: Int) -> Int {
    let line = line(at: offset)
    guard line < origins.count else { return 0 }
    return origins[line] + offset - lineStarts[line]
  }

  /// The offset in `bytes` of an offset in the document, if that lies in one of the lines.
  func index(of origin: Int) -> Int? {
    let line = origins.partitioningIndex { $0 > origin } - 1
    guard line >= 0 else { return nil }
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    let index = lineStarts[line] + origin - origins[line]
    return index < end ? index : nil
  }

  /// A part of the run as a text of its own.
  func snippet(_ range: Range<Int>) -> Snippet {
    let first = line(at: range.lowerBound)
    var lineOrigins = [origin(of: range.lowerBound)]
    var line = first + 1
    while line < lineStarts.count, lineStarts[line] <= range.upperBound {
      lineOrigins.append(origins[line])
      line += 1
    }
    return Snippet(text: String(decoding: bytes[range], as: UTF8.self), lineOrigins: lineOrigins)
  }
}
