/// Events out of a stream of bytes that arrives in chunks of any size.
package struct EventDecoder: Sendable {
  private let key: ChannelKey
  private var pending: [UInt8] = []
  /// How many frames there were that have a number.
  private var count: UInt64 = 0
  private var requestedBytes = 0

  /// Whether the stream held something that is no event, or that the recorder did not send, so that nothing
  /// more is read.
  package private(set) var isBroken = false

  /// A decoder at the beginning of a stream.
  /// - Parameter key: what the recorder's frames are known by.
  package init(key: ChannelKey) { self.key = key }

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
      guard reader.rest.count >= count + SealedFrame.codeSize else { break }
      let content = reader.rest.prefix(count)
      reader.rest = reader.rest.dropFirst(count)
      let code = reader.integer(UInt64.self)
      if let event = EventFrame.decode(content), code == ownCode(of: content, event) {
        events.append(event)
        if case .request = event {
          requestedBytes += EventFrame.headerSize + count + SealedFrame.codeSize
        }
      } else {
        isBroken = true
      }
      rest = reader.rest
    }
    // A frame of many chunks must not be copied with each of them.
    if isBroken { pending = [] } else if rest.count < pending.count { pending = Array(rest) }
    return events
  }

  /// The code that the next frame of the recorder carries, if this is its content.
  private mutating func ownCode(of content: ArraySlice<UInt8>, _ event: Event) -> UInt64 {
    content.withUnsafeBytes { content in
      if case .trapped = event { return key.code(.lastWords, content) }
      count += 1
      return key.code(.frame(count), content)
    }
  }

  private var isRequestPending: Bool {
    guard pending.count > EventFrame.headerSize else { return false }
    return EventFrame.Kind(rawValue: pending[EventFrame.headerSize])?.isRequest ?? false
  }
}
