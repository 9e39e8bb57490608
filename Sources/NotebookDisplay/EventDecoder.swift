/// Events out of a stream of bytes that arrives in chunks of any size.
package struct EventDecoder: Sendable {
  private var pending: [UInt8] = []
  private var requestedBytes = 0

  /// Whether the stream broke off or held something that is no event, so that nothing more is read.
  package private(set) var isBroken = false

  /// A decoder at the beginning of a stream.
  package init() {}

  /// How many of the bytes up to now belong to requests, which are no output.
  package var requestBytes: Int { requestedBytes + (isRequestPending ? pending.count : 0) }

  /// The events that a chunk completes.
  package mutating func decode(_ chunk: some Sequence<UInt8>) -> [Event] {
    guard !isBroken else { return [] }
    pending.append(contentsOf: chunk)
    var events: [Event] = []
    var rest = pending[...]
    while !isBroken {
      var reader = FrameReader(rest: rest)
      guard let count = reader.integer(UInt32.self).map(Int.init) else { break }
      guard count <= Request.longest + EventFrame.headerSize else {
        isBroken = true
        break
      }
      guard reader.rest.count >= count else { break }
      if let event = EventFrame.decode(reader.rest.prefix(count)) {
        events.append(event)
        if case .request = event { requestedBytes += EventFrame.headerSize + count }
      } else {
        isBroken = true
      }
      rest = reader.rest.dropFirst(count)
    }
    // A frame of many chunks must not be copied with each of them.
    if isBroken { pending = [] } else if rest.count < pending.count { pending = Array(rest) }
    return events
  }

  private var isRequestPending: Bool {
    guard pending.count > EventFrame.headerSize else { return false }
    return EventFrame.Kind(rawValue: pending[EventFrame.headerSize])?.isRequest ?? false
  }
}
