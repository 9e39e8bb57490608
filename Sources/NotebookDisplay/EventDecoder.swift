/// Events out of a stream of bytes that arrives in chunks of any size.
package struct EventDecoder: Sendable {
  private var pending: [UInt8] = []

  /// Whether the stream broke off or held something that is no event, so that nothing more is read.
  package private(set) var isBroken = false

  /// A decoder at the beginning of a stream.
  package init() {}

  /// The events that a chunk completes.
  package mutating func decode(_ chunk: some Sequence<UInt8>) -> [Event] {
    guard !isBroken else { return [] }
    pending.append(contentsOf: chunk)
    var events: [Event] = []
    var rest = pending[...]
    while !isBroken {
      var reader = FrameReader(rest: rest)
      guard let count = reader.integer(UInt32.self), reader.rest.count >= Int(count) else { break }
      if let event = EventFrame.decode(reader.rest.prefix(Int(count))) {
        events.append(event)
      } else {
        isBroken = true
      }
      rest = reader.rest.dropFirst(Int(count))
    }
    pending = Array(rest)
    return events
  }
}
