import Foundation

/// How results of one type are written as bytes, and read again.
public struct ResultCoding<Value>: Sendable {
  /// Writes a value; gives `nil` for one that cannot be written.
  package let encode: @Sendable (Value) -> [UInt8]?
  /// Reads bytes that may be anything; gives `nil` where they are no such value.
  package let decode: @Sendable (ArraySlice<UInt8>) -> Value?

  /// - Parameters:
  ///   - encode: writes a value; gives `nil` for one that cannot be written.
  ///   - decode: reads bytes that may be anything; gives `nil` where they are no such value.
  public init(
    encode: @escaping @Sendable (Value) -> [UInt8]?,
    decode: @escaping @Sendable (ArraySlice<UInt8>) -> Value?
  ) {
    self.encode = encode
    self.decode = decode
  }

  /// The same, for values alone that fit what is asked.
  public func only(where fits: @escaping @Sendable (Value) -> Bool) -> ResultCoding {
    let decode = decode
    return ResultCoding(encode: encode) { decode($0).flatMap { fits($0) ? $0 : nil } }
  }
}

extension ResultCoding where Value: Codable & Sendable {
  /// As JSON, the same for the same value in each run: a key may be made of it.
  public static var json: ResultCoding {
    ResultCoding { value in
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return (try? encoder.encode(value)).map { Array($0) }
    } decode: { bytes in
      try? JSONDecoder().decode(Value.self, from: Data(bytes))
    }
  }
}

extension ResultCoding {
  /// As JSON without its long texts, which stand as they are behind it: to write and read them as JSON
  /// would take most of the time.
  ///
  /// - Parameters:
  ///   - split: parts a value into what is written as JSON, and texts.
  ///   - join: makes a value of both; `nil` where they do not fit each other.
  public static func json<Frame: Codable & Sendable>(
    splitting split: @escaping @Sendable (Value) -> (frame: Frame, texts: [String]),
    joining join: @escaping @Sendable (_ frame: Frame, _ texts: [String]) -> Value?
  ) -> ResultCoding {
    ResultCoding { value in
      let (frame, texts) = split(value)
      guard let json = ResultCoding<Frame>.json.encode(frame) else { return nil }
      var bytes: [UInt8] = []
      bytes.append(sized: json)
      for text in texts { bytes.append(text: text) }
      return bytes
    } decode: { bytes in
      var reader = ByteReader(bytes)
      guard let size = reader.takeNumber(), let json = reader.take(size),
        let frame = ResultCoding<Frame>.json.decode(json), let texts = reader.takeTexts()
      else { return nil }
      return join(frame, texts)
    }
  }
}
