import Foundation
import NotebookDisplay

/// What a program printed on one stream, cut where the events are that cut it.
struct CutOutput {
  private let bytes: [UInt8]
  /// Where the texts are: the first before the first event that cuts, the last after the last one.
  private var ranges: [Range<Int>] = []

  /// The texts.
  var texts: [ArraySlice<UInt8>] { ranges.map { bytes[$0] } }

  /// - Parameters:
  ///   - bytes: what was printed, with markers.
  ///   - key: what the markers are known by, each of which comes once and in its turn.
  ///   - first: the number of the first one.
  init(_ bytes: [UInt8], key: ChannelKey, from first: Int = 1) {
    self.bytes = bytes
    let stream = Data(bytes)
    var rest = stream.startIndex
    var number = first
    while let marker = stream.range(of: Data(key.marker(number)), in: rest..<stream.endIndex) {
      ranges.append(rest..<marker.lowerBound)
      rest = marker.upperBound
      number += 1
    }
    ranges.append(rest..<stream.endIndex)
  }

  /// Some of the bytes.
  subscript(range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

  /// Where the text is before the event with a number, from 0, that cuts.
  func range(before cut: Int) -> Range<Int> {
    cut < ranges.count - 1 ? ranges[cut] : bytes.endIndex..<bytes.endIndex
  }

  /// About so many of the last bytes, without the cuts.
  func end(of count: Int) -> [UInt8] {
    var end: [UInt8] = []
    for range in ranges.reversed() where end.count < count { end = bytes[range] + end }
    return end
  }

  /// Where the text is after the last of so many cuts. Where a stream was closed and its last markers
  /// are missing, its last text belongs to an earlier cut, and nothing is left.
  func range(after cuts: Int) -> Range<Int> {
    let end = bytes.endIndex..<bytes.endIndex
    return ranges.count > cuts ? ranges.last ?? end : end
  }
}

/// What was printed, as text: bytes that are not UTF-8 and zeros, which a page cannot hold, are
/// replaced.
enum PrintedText {
  static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
  }
}
