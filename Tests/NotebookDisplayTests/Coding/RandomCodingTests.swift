import TestSupport
import Testing

@testable import NotebookDisplay

/// A value of any shape.
private indirect enum Anything: Codable, Equatable {
  case none
  case flag(Bool)
  case number(Int64)
  case big(Int128)
  case real(UInt64)
  case text(String)
  case list([Anything?])
  case map([String: Anything])
  case numbers([Double], [UInt16], [Int8])
  case keyed([[Int]: Anything])
  case optional(Int??)

  static func random(_ depth: Int, using generator: inout SeededGenerator) -> Anything {
    func count() -> Int { Int.random(in: 0...4, using: &generator) }
    func word() -> String {
      let letters = Array("abcé\u{301}👍 \0\"")
      return String((0..<count()).compactMap { _ in letters.randomElement(using: &generator) })
    }
    switch Int.random(in: 0...(depth > 0 ? 10 : 6), using: &generator) {
    case 0: return .none
    case 1: return .flag(.random(using: &generator))
    case 2: return .number(.random(in: .min ... .max, using: &generator) >> Int64(count() * 15))
    case 3: return .big(.random(in: .min ... .max, using: &generator) >> Int128(count() * 30))
    case 4: return .real(generator.next())
    case 5: return .text(word())
    case 6:
      return .numbers(
        (0..<count()).map { _ in .random(in: -1...1, using: &generator) },
        (0..<count()).map { _ in .random(in: .min ... .max, using: &generator) },
        (0..<count()).map { _ in .random(in: .min ... .max, using: &generator) }
      )
    case 7:
      return .list(
        (0..<count()).map { _ in
          Bool.random(using: &generator) ? nil : .random(depth - 1, using: &generator)
        }
      )
    case 8:
      let entries = (0..<count()).map { _ in (word(), random(depth - 1, using: &generator)) }
      return .map(Dictionary(entries) { $1 })
    case 9:
      let entries = (0..<count()).map { _ in
        ((0..<count()).map { _ in count() }, random(depth - 1, using: &generator))
      }
      return .keyed(Dictionary(entries) { $1 })
    default: return .optional(Bool.random(using: &generator) ? nil : .some(count()))
    }
  }
}

@Suite("Random values as bytes")
struct RandomCodingTests {
  @Test("any value comes back, and its bytes are always the same", arguments: 0..<20)
  func roundTrip(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let value = Anything.random(4, using: &generator)
      let bytes = try BinaryEncoder.encode(value)
      let returned = try BinaryDecoder.decode(Anything.self, from: bytes[...])
      #expect(returned == value)
      #expect(try BinaryEncoder.encode(returned) == bytes)
    }
  }

  @Test("damaged bytes are an error or another value, never a crash", arguments: 0..<20)
  func damage(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: 1000 + seed)
    for _ in 0..<100 {
      var bytes = try BinaryEncoder.encode(Anything.random(4, using: &generator))
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        guard let place = bytes.indices.randomElement(using: &generator) else { break }
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = .random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place...)
        default: bytes.insert(.random(in: 0...255, using: &generator), at: place)
        }
      }
      _ = try? BinaryDecoder.decode(Anything.self, from: bytes[...])
    }
  }

  @Test("bytes that nobody encoded are an error or a value, never a crash")
  func garbage() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...15, using: &generator)
      }
      _ = try? BinaryDecoder.decode(Anything.self, from: bytes[...])
      _ = try? BinaryDecoder.decode([Double].self, from: bytes[...])
      _ = try? BinaryDecoder.decode([String: [Int?]].self, from: bytes[...])
    }
  }
}
