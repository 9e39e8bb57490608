@testable import NotebookDisplay

/// Bytes that come through the channel of a program: what the recorder did not seal is no event, and a frame's
/// content is an event that is written as it was read, or none.
func fuzz(_ bytes: [UInt8]) {
  // Another each time: libFuzzer sees what is compared, and would learn the code of the first frame.
  let key = ChannelKey.random
  var decoder = EventDecoder(key: key)
  hold(decoder.decode(bytes).isEmpty, "nothing but the recorder's frames is believed")

  guard let event = EventFrame.decode(bytes[...]) else { return }
  let content = EventFrame.encode(event).dropFirst(EventFrame.headerSize)
  hold(EventFrame.decode(content) == event, "an event survives the way through its bytes")

  let sealed = SealedFrame.encode([event, event], key: key)
  var whole = EventDecoder(key: key)
  hold(whole.decode(sealed) == [event, event], "what is sealed is believed")
  var parts = EventDecoder(key: key)
  let cut = sealed.count * Int(bytes.first ?? 0) / 255
  let events = parts.decode(sealed[..<cut]) + parts.decode(sealed[cut...])
  hold(events == [event, event], "it does not matter how bytes come")
  _ = ReplyFrame.decode(bytes)
}
