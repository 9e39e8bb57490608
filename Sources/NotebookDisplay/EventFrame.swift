/// The bytes of an event: the length of the rest, the kind, and the kind's fields, all integers
/// little-endian.
package enum EventFrame {
  /// The first byte of a frame's content.
  enum Kind: UInt8 {
    case pieceBegan = 1
    case statementReached, valueShown, pieceEnded, finished, trapped, promiseReached
    case storedBegan, storedEnded, errorWatched, valueRequested, keepRequested, readingRequested,
      unorderedTold

    /// Whether it asks for something, rather than tell.
    var isRequest: Bool { rawValue >= Self.valueRequested.rawValue }
  }

  /// The length in front of each frame.
  static let headerSize = 4

  /// The frame of an event, without what vouches for it (``SealedFrame``).
  static func encode(_ event: Event) -> [UInt8] {
    var content = FrameBytes()
    switch event {
    case .pieceBegan(let id, let time):
      content.append(Kind.pieceBegan.rawValue)
      content.append(UInt32(truncatingIfNeeded: id))
      content.append(time)
    case .statementReached(let statement):
      content.append(Kind.statementReached.rawValue)
      content.append(UInt32(truncatingIfNeeded: statement))
    case .valueShown(let bundle):
      content.append(Kind.valueShown.rawValue)
      content.append(bundle)
    case .promiseReached(let id, let bundle):
      content.append(Kind.promiseReached.rawValue)
      content.append(UInt32(truncatingIfNeeded: id))
      if let bundle { content.append(bundle) }
    case .pieceEnded(let id, let time):
      content.append(Kind.pieceEnded.rawValue)
      content.append(UInt32(truncatingIfNeeded: id))
      content.append(time)
    case .storedBegan(let number):
      content.append(Kind.storedBegan.rawValue)
      content.append(number)
    case .storedEnded(let number):
      content.append(Kind.storedEnded.rawValue)
      content.append(number)
    case .errorWatched:
      content.append(Kind.errorWatched.rawValue)
    case .request(let request):
      content = FrameBytes(request)
    case .finished:
      content.append(Kind.finished.rawValue)
    case .trapped(let signal, let isFirstThread, let frames):
      content.append(Kind.trapped.rawValue)
      content.append(UInt32(bitPattern: signal))
      content.append(UInt8(isFirstThread ? 1 : 0))
      for frame in frames { content.append(frame) }
    }
    var frame = FrameBytes()
    frame.append(UInt32(content.bytes.count))
    return frame.bytes + content.bytes
  }

  /// The event of a frame's content, or `nil` where the bytes make no event.
  package static func decode(_ content: ArraySlice<UInt8>) -> Event? {
    var reader = FrameReader(rest: content)
    guard let kind = reader.byte().flatMap(Kind.init) else { return nil }
    switch kind {
    case .pieceBegan:
      guard let id = reader.integer(UInt32.self), let time = reader.integer(UInt64.self) else {
        return nil
      }
      return .pieceBegan(id: Int(id), at: time)
    case .statementReached:
      return reader.integer(UInt32.self).map { .statementReached(Int($0)) }
    case .valueShown:
      return reader.bundle().map { .valueShown($0) }
    case .promiseReached:
      guard let id = reader.integer(UInt32.self) else { return nil }
      return .promiseReached(id: Int(id), reader.rest.isEmpty ? nil : reader.bundle())
    case .pieceEnded:
      guard let id = reader.integer(UInt32.self), let time = reader.integer(UInt64.self) else {
        return nil
      }
      return .pieceEnded(id: Int(id), at: time)
    case .storedBegan: return reader.integer(UInt32.self).map { .storedBegan($0) }
    case .storedEnded: return reader.integer(UInt32.self).map { .storedEnded($0) }
    case .errorWatched: return .errorWatched
    case .valueRequested: return reader.question().map { .request(.value($0)) }
    case .keepRequested: return reader.keeping().map { .request($0) }
    case .readingRequested: return reader.text().map { .request(.reading(path: $0)) }
    case .unorderedTold: return reader.elements().map { .request($0) }
    case .finished: return .finished
    case .trapped:
      guard let signal = reader.integer(UInt32.self), let thread = reader.byte() else {
        return nil
      }
      var frames: [UInt64] = []
      while let frame = reader.integer(UInt64.self) { frames.append(frame) }
      return .trapped(
        signal: Int32(bitPattern: signal),
        isFirstThread: thread != 0,
        frames: frames
      )
    }
  }
}
