/// A frame as it travels: the length of its content, the content, and a code that vouches for it.
package enum SealedFrame {
  /// The length of a code in bytes.
  static let codeSize = 8

  /// A frame's bytes.
  /// - Parameter code: gives the code of the content.
  static func encode(_ event: Event, code: (UnsafeRawBufferPointer) -> UInt64) -> [UInt8] {
    var frame = EventFrame.encode(event)
    var code = frame.withUnsafeBytes {
      code(UnsafeRawBufferPointer(rebasing: $0.dropFirst(EventFrame.headerSize)))
    }
    .littleEndian
    withUnsafeBytes(of: &code) { frame.append(contentsOf: $0) }
    return frame
  }

  /// Frames as a recorder sends them, one after the other from the first on.
  package static func encode(_ events: [Event], key: ChannelKey) -> [UInt8] {
    var count: UInt64 = 0
    return events.flatMap { event in
      encode(event) { content in
        if case .trapped = event { return key.code(.lastWords, content) }
        count += 1
        return key.code(.frame(count), content)
      }
    }
  }
}
