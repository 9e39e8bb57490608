import Foundation
import Testing

@testable import NotebookDisplay

@Suite("Values as bytes")
struct BinaryCodingTests {
  private func returned<Value: Codable>(_ value: Value) throws -> Value {
    try BinaryDecoder.decode(Value.self, from: try BinaryEncoder.encode(value)[...])
  }

  private func check<Value: Codable & Equatable>(_ values: Value...) throws {
    for value in values { #expect(try returned(value) == value) }
  }

  @Test("numbers of all types come back, to the last bit")
  func numbers() throws {
    try check(Int8.min, -1, 0, 1, .max)
    try check(Int16.min, .max)
    try check(Int32.min, .max)
    try check(Int64.min, -129, 127, 128, .max)
    try check(Int.min, .max)
    try check(Int128.min, -1, 0, .max)
    try check(UInt8.min, .max)
    try check(UInt16.max)
    try check(UInt32.max)
    try check(UInt64.max)
    try check(UInt.max)
    try check(UInt128.max, 0)
    try check(1.5, -.infinity, .infinity, .leastNonzeroMagnitude, Double.greatestFiniteMagnitude)
    try check(Float.pi, -.infinity, .leastNonzeroMagnitude)
    try check(true, false)
    for bits in [Double.nan.bitPattern, (-0.0).bitPattern, 0x7FF8_0000_0000_0123] {
      #expect(try returned(Double(bitPattern: bits)).bitPattern == bits)
    }
    #expect(
      try returned([Float.nan, -0.0]).map(\.bitPattern) == [Float.nan, -0.0].map(\.bitPattern)
    )
  }

  @Test("texts, optionals, lists and dictionaries come back")
  func containers() throws {
    try check("", "é\u{0}", "e\u{301}", "👩‍👩‍👧")
    try check(Int?.none, 3)
    try check([Int???.none, .some(nil), .some(.some(nil)), .some(.some(.some(1)))])
    try check([1, nil, 3] as [Int?])
    try check([[]], [[1.5, 2], [], [3]] as [[Double]])
    try check([:], ["b": [1, 2], "a": []])
    try check([1: "a", -1: "b"])
    try check([[1]: Set(["a", "b"]), []: []])
    try check(Set(0..<100))
    try check([true, false, true], [])
    try check(["a", "", "é"])
    try check(Data([1, 2, 3]), Data())
    try check(Date(timeIntervalSinceReferenceDate: 1e9))
    try check(URL(filePath: "/a b"))
    try check(Decimal(string: "1.1"), nil)
    try check(1..<4, 2..<2)
  }

  private struct Point: Codable, Hashable {
    var x: Double
    var y: Double?
    var tags: Set<String> = []
    var inner: [String: [Point]] = [:]
  }

  private indirect enum Tree: Codable, Equatable {
    case leaf(Int)
    case pair(left: Tree, right: Tree)
    case empty
  }

  @Test("structures, enumerations and optional fields come back")
  func structures() throws {
    let point = Point(x: 1, y: nil, tags: ["a", "b"], inner: ["p": [Point(x: 2, y: 3)]])
    try check(point, Point(x: .infinity))
    try check(Tree.pair(left: .leaf(1), right: .pair(left: .empty, right: .leaf(-5))))
  }

  private class Base: Codable {
    var a = 1
  }

  private final class Derived: Base {
    var b = "b"

    override init() { super.init() }

    private enum Key: CodingKey {
      case b
    }

    required init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      b = try container.decode(String.self, forKey: .b)
      try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try super.encode(to: container.superEncoder())
      try container.encode(b, forKey: .b)
    }
  }

  @Test("a class comes back with what it inherits")
  func inheritance() throws {
    let object = Derived()
    (object.a, object.b) = (7, "c")
    let other = try returned(object)
    #expect(other.a == 7)
    #expect(other.b == "c")
  }

  /// Writes to two nested containers by turns, and ends with those of its superclass.
  private struct Nested: Codable, Equatable {
    var names: [String]
    var numbers: [Int]

    enum Key: CodingKey {
      case names, deep, numbers
    }

    init(names: [String], numbers: [Int]) { (self.names, self.numbers) = (names, numbers) }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      var list = try container.nestedUnkeyedContainer(forKey: .names)
      names = []
      while !list.isAtEnd { names.append(try list.decode(String.self)) }
      let deep = try container.nestedContainer(keyedBy: Key.self, forKey: .deep)
      var inner = try deep.nestedUnkeyedContainer(forKey: .numbers)
      var first = try inner.nestedUnkeyedContainer()
      numbers = []
      while !first.isAtEnd { numbers.append(try first.decode(Int.self)) }
      #expect(try Int(from: inner.superDecoder()) == 99)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      var deep = container.nestedContainer(keyedBy: Key.self, forKey: .deep)
      var inner = deep.nestedUnkeyedContainer(forKey: .numbers)
      var list = container.nestedUnkeyedContainer(forKey: .names)
      var first = inner.nestedUnkeyedContainer()
      try 99.encode(to: inner.superEncoder())
      for (name, number) in zip(names, numbers) {
        try list.encode(name)
        try first.encode(number)
      }
    }
  }

  @Test("nested containers may be written to by turns")
  func nesting() throws {
    try check(Nested(names: ["a", "b"], numbers: [1, 2]), Nested(names: [], numbers: []))
  }

  /// Encoded as an array of numbers, decoded number by number, and the other way round.
  private struct Numbers: Codable, Equatable {
    var values: [Double]
    init(_ values: [Double]) { self.values = values }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      #expect(list.count == 3)
      values = []
      while !list.isAtEnd { values.append(try list.decode(Double.self)) }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(values)
    }
  }

  @Test("an array of numbers and its single numbers are one encoding for the decoder")
  func packed() throws {
    try check(Numbers([1, -2.5, .infinity]))
    let listed = try BinaryEncoder.encode([1.5, 2.5] as ContiguousArray<Double>)
    #expect(try BinaryDecoder.decode([Double].self, from: listed[...]) == [1.5, 2.5])
    let packed = try BinaryEncoder.encode([300, 2])
    #expect(try BinaryDecoder.decode(Set<Int16>.self, from: packed[...]) == [300, 2])
    #expect(throws: DecodingError.self) {
      try BinaryDecoder.decode([UInt8].self, from: packed[...])
    }
  }

  @Test("equal sets and dictionaries have equal bytes, however they were filled")
  func order() throws {
    let words = (0..<200).map { "word \($0)" }
    let set = try BinaryEncoder.encode(Set(words))
    var other = Set<String>(minimumCapacity: 5000)
    for word in words.shuffled() { other.insert(word) }
    #expect(try BinaryEncoder.encode(other) == set)
    let keys = words.map { [$0] }
    let first = Dictionary(uniqueKeysWithValues: zip(keys, 0...))
    var second: [[String]: Int] = Dictionary(minimumCapacity: 5000)
    for index in words.indices.shuffled() { second[keys[index]] = index }
    #expect(try BinaryEncoder.encode(first) == BinaryEncoder.encode(second))
    #expect(try BinaryEncoder.encode(["b": 1, "a": 2]) == BinaryEncoder.encode(["a": 2, "b": 1]))
  }

  @Test("values of different types have different bytes")
  func types() throws {
    #expect(try BinaryEncoder.encode(1.0) != BinaryEncoder.encode(1))
    #expect(try BinaryEncoder.encode(1.0) != BinaryEncoder.encode(Float(1)))
    #expect(try BinaryEncoder.encode("1") != BinaryEncoder.encode(1))
    #expect(try BinaryEncoder.encode([1.0]) != BinaryEncoder.encode([Float(1)]))
  }

  @Test("another type is an error")
  func mismatches() throws {
    let number = try BinaryEncoder.encode(300)[...]
    #expect(throws: DecodingError.self) { try BinaryDecoder.decode(String.self, from: number) }
    #expect(throws: DecodingError.self) { try BinaryDecoder.decode(UInt8.self, from: number) }
    #expect(throws: DecodingError.self) { try BinaryDecoder.decode(Double.self, from: number) }
    #expect(throws: DecodingError.self) { try BinaryDecoder.decode([Int].self, from: number) }
    #expect(throws: DecodingError.self) { try BinaryDecoder.decode(Point.self, from: number) }
    let negative = try BinaryEncoder.encode(-1)[...]
    #expect(throws: DecodingError.self) { try BinaryDecoder.decode(UInt.self, from: negative) }
    let missing = try BinaryEncoder.encode(["y": 1.0])[...]
    #expect(throws: DecodingError.self) { try BinaryDecoder.decode(Point.self, from: missing) }
  }

  private final class Chain: Codable {
    var next: Chain?
    init(_ next: Chain?) { self.next = next }
  }

  @Test("a value that is nested too deeply is an error, not a crash")
  func depth() throws {
    var chain = Chain(nil)
    for _ in 0..<2000 { chain = Chain(chain) }
    #expect(throws: EncodingError.self) { try BinaryEncoder.encode(chain) }
    let deep = [UInt8](repeating: BinaryTag.some.rawValue, count: 100_000) + [0]
    #expect(throws: (any Error).self) { try BinaryDecoder.decode(Chain.self, from: deep[...]) }
  }
}
