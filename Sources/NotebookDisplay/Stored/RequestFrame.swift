extension FrameBytes {
  mutating func append(sized bytes: [UInt8]) {
    append(UInt32(truncatingIfNeeded: bytes.count))
    append(raw: bytes[...])
  }

  /// The kind and the fields of a request.
  init(_ request: Request) {
    switch request {
    case .value(let question):
      append(EventFrame.Kind.valueRequested.rawValue)
      append(question.file)
      append(UInt32(truncatingIfNeeded: question.line))
      append(UInt32(truncatingIfNeeded: question.column))
      append(question.name)
      append(question.type)
      for input in question.inputs {
        append(input.type)
        append(sized: input.bytes)
      }
    case .keep(let number, let value):
      append(EventFrame.Kind.keepRequested.rawValue)
      append(number)
      append(raw: value[...])
    case .reading(let path):
      append(EventFrame.Kind.readingRequested.rawValue)
      append(path)
    case .unordered(let elements):
      append(EventFrame.Kind.unorderedTold.rawValue)
      for element in elements { append(element) }
    }
  }
}

extension FrameReader {
  private mutating func sized() -> [UInt8]? {
    guard let count = integer(UInt32.self), rest.count >= Int(count) else { return nil }
    defer { rest = rest.dropFirst(Int(count)) }
    return Array(rest.prefix(Int(count)))
  }

  mutating func question() -> Request.Question? {
    guard let file = text(), let line = integer(UInt32.self), let column = integer(UInt32.self),
      let name = text(), let type = text()
    else { return nil }
    var inputs: [Request.Input] = []
    while !rest.isEmpty {
      guard let type = text(), let bytes = sized() else { return nil }
      inputs.append(Request.Input(type: type, bytes: bytes))
    }
    return Request.Question(
      file: file,
      line: Int(line),
      column: Int(column),
      name: name,
      type: type,
      inputs: inputs
    )
  }

  mutating func keeping() -> Request? {
    guard let number = integer(UInt32.self) else { return nil }
    return .keep(number: number, value: Array(rest))
  }

  mutating func elements() -> Request? {
    var elements: [String] = []
    while !rest.isEmpty {
      guard let element = text() else { return nil }
      elements.append(element)
    }
    return .unordered(elements)
  }

  fileprivate mutating func reply() -> Reply? {
    switch byte() {
    case 0:
      guard let number = integer(UInt32.self), let most = integer(UInt64.self),
        let output = sized(), let error = sized()
      else { return nil }
      return .kept(
        number: number,
        most: Int(truncatingIfNeeded: most),
        output: output,
        error: error,
        value: rest
      )
    case 1:
      guard let number = integer(UInt32.self) else { return nil }
      guard !rest.isEmpty else { return .missing(number: number, most: nil) }
      return integer(UInt64.self)
        .map { .missing(number: number, most: Int(truncatingIfNeeded: $0)) }
    case 2: return .noted
    default: return nil
    }
  }
}

/// The bytes of a reply: the length of what follows, the kind, and the kind's fields.
package enum ReplyFrame {
  /// The frame in two parts, so that a large value need not be copied.
  package static func encode(_ reply: Reply) -> [ArraySlice<UInt8>] {
    var content = FrameBytes()
    var value: ArraySlice<UInt8> = []
    switch reply {
    case .kept(let number, let most, let output, let error, let bytes):
      content.append(UInt8(0))
      content.append(number)
      content.append(UInt64(most))
      content.append(sized: output)
      content.append(sized: error)
      value = bytes
    case .missing(let number, let most):
      content.append(UInt8(1))
      content.append(number)
      if let most { content.append(UInt64(most)) }
    case .noted:
      content.append(UInt8(2))
    }
    var header = FrameBytes()
    header.append(UInt32(truncatingIfNeeded: content.bytes.count + value.count))
    return [(header.bytes + content.bytes)[...], value]
  }

  /// The reply of a frame's content, or `nil` where the bytes make none.
  package static func decode(_ content: [UInt8]) -> Reply? {
    var reader = FrameReader(rest: content[...])
    return reader.reply()
  }
}
