import NotebookDisplay

/// What is printed on one stream between events that cut it, while the program still runs.
struct PrintedSpan: Sendable {
  /// Up to where the stream was searched for markers.
  private var searched = 0
  /// Where the text after each begun value starts, and the number of the marker before it.
  private var starts: [UInt32: (place: Int, cut: Int)] = [:]

  /// Notes that a value begins to be computed.
  mutating func begin(_ number: UInt32, cut: Int, in stream: [UInt8], key: ChannelKey) {
    guard let marker = find(cut, in: stream, key) else { return }
    starts[number] = (marker.upperBound, cut)
  }

  /// What was printed since a value was begun; nothing where the stream has no markers any more.
  mutating func end(_ number: UInt32, cut: Int, in stream: [UInt8], key: ChannelKey) -> [UInt8] {
    guard let start = starts.removeValue(forKey: number),
      let marker = find(cut, in: stream, key), start.place <= marker.lowerBound
    else { return [] }
    // There are other markers in it where values are nested.
    let printed = Array(stream[start.place..<marker.lowerBound])
    return CutOutput(printed, key: key, from: start.cut + 1).all
  }

  private mutating func find(_ cut: Int, in stream: [UInt8], _ key: ChannelKey) -> Range<Int>? {
    let marker = key.marker(cut)
    var place = searched
    while let start = stream[place...].firstIndex(of: marker[0]) {
      let end = start + marker.count
      if end <= stream.count, stream[start..<end].elementsEqual(marker) {
        searched = end
        return start..<end
      }
      place = start + 1
    }
    return nil
  }
}

extension CutOutput {
  fileprivate var all: [UInt8] { texts.flatMap { $0 } }
}
