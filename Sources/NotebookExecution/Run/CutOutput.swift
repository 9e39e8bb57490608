import Foundation
import NotebookDisplay

/// What a program printed on one stream, cut where the events are that cut it.
struct CutOutput {
  /// The texts: the first before the first event that cuts, the last after the last one.
  private(set) var texts: [[UInt8]] = []

  /// - Parameters:
  ///   - bytes: what was printed, with markers.
  ///   - nonce: the random text in the markers, which no cell can know.
  init(_ bytes: [UInt8], nonce: String) {
    let stream = Data(bytes)
    let start = Data("\u{1}\(nonce):".utf8)
    var rest = stream.startIndex
    while let marker = stream.range(of: start, in: rest..<stream.endIndex),
      let end = stream[marker.upperBound...].firstIndex(of: UInt8(ascii: ";"))
    {
      texts.append(Array(stream[rest..<marker.lowerBound]))
      rest = end + 1
    }
    texts.append(Array(stream[rest...]))
  }

  /// The text before the event with a number, from 0, that cuts.
  func text(before cut: Int) -> [UInt8] { cut < texts.count - 1 ? texts[cut] : [] }

  /// About so many of the last bytes, without the cuts.
  func end(of count: Int) -> [UInt8] {
    var end: [UInt8] = []
    for text in texts.reversed() where end.count < count { end = text + end }
    return end
  }

  /// What was printed after the last of so many cuts. Where a stream was closed and its last markers
  /// are missing, its last text belongs to an earlier cut, and nothing is left.
  func text(after cuts: Int) -> [UInt8] { texts.count > cuts ? texts.last ?? [] : [] }
}

/// What was printed, as text: bytes that are not UTF-8 and zeros, which a page cannot hold, are
/// replaced.
enum PrintedText {
  static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
  }
}
