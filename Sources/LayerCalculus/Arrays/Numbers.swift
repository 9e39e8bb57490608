/// The numbers of a vector or a matrix: all of an array or a part of it, so that the rows of a batch are taken out
/// of it without being copied.
///
/// A part keeps the whole array in memory, and copies itself out of it when it is written to.
struct Numbers: Sendable {
  private var storage: [Double]
  private var start: Int
  let count: Int

  init(_ elements: [Double]) {
    storage = elements
    start = 0
    count = elements.count
  }

  /// A part of others, by their offsets.
  init(_ range: Range<Int>, of whole: Numbers) {
    storage = whole.storage
    start = whole.start + range.lowerBound
    count = range.count
  }

  /// All of them as an array of their own.
  var array: [Double] {
    count == storage.count ? storage : Array(storage[start..<start + count])
  }

  subscript(offset: Int) -> Double {
    get { storage[start + offset] }
    set {
      own()
      storage[start + offset] = newValue
    }
  }

  /// Lets a kernel read them.
  @inline(__always)
  func read<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result {
    storage.withUnsafeBufferPointer { buffer in
      guard let address = buffer.baseAddress else { return body(Self.noPlace) }
      return body(address + start)
    }
  }

  /// Lets a kernel change them in place.
  @inline(__always)
  mutating func write<Result>(_ body: (UnsafeMutablePointer<Double>) -> Result) -> Result {
    own()
    return storage.withUnsafeMutableBufferPointer { buffer in
      guard let address = buffer.baseAddress else { return body(Self.noPlace) }
      return body(address + start)
    }
  }

  private mutating func own() {
    guard count != storage.count else { return }
    storage = array
    start = 0
  }

  /// Where no elements are, which a vector has only until that is found out.
  nonisolated(unsafe) static let noPlace = UnsafeMutablePointer<Double>.allocate(capacity: 1)
}

extension Numbers: Equatable {
  static func == (left: Numbers, right: Numbers) -> Bool {
    guard left.count == right.count else { return false }
    return left.read { a in
      right.read { b in (0..<left.count).allSatisfy { a[$0] == b[$0] } }
    }
  }
}
