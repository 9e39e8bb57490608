import NotebookDisplay
import ResultStore

/// What is kept for a key of stored values: the value, or, where its closure opened files, their paths,
/// whose contents then lead to the value.
enum StoredEntry {
  case value(StoredValue)
  case opened([String])

  /// A first byte tells which; then come either the texts or the value's own bytes.
  init?(_ bytes: [UInt8]) {
    switch bytes.first {
    case 0:
      guard let value = StoredValue(bytes.dropFirst()) else { return nil }
      self = .value(value)
    case 1:
      guard let paths = try? BinaryDecoder.decode([String].self, from: bytes.dropFirst()) else {
        return nil
      }
      self = .opened(paths)
    default: return nil
    }
  }

  var bytes: [UInt8] {
    switch self {
    case .value(let value): [0] + value.bytes
    case .opened(let paths): [1] + ((try? BinaryEncoder.encode(paths)) ?? [])
    }
  }
}

/// A stored value's encoding, and what was printed while it was computed.
struct StoredValue {
  var output: [UInt8]
  var error: [UInt8]
  var value: ArraySlice<UInt8>

  /// How much there is to keep besides the value itself, at most, for a value that prints nothing.
  static let overhead = 64

  init(output: [UInt8], error: [UInt8], value: ArraySlice<UInt8>) {
    self.output = output
    self.error = error
    self.value = value
  }

  fileprivate init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    func take() -> [UInt8]? {
      guard rest.count >= 8 else { return nil }
      let count = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      rest = rest.dropFirst(8)
      guard count <= rest.count else { return nil }
      defer { rest = rest.dropFirst(Int(count)) }
      return Array(rest.prefix(Int(count)))
    }
    guard let output = take(), let error = take() else { return nil }
    self.init(output: output, error: error, value: rest)
  }

  fileprivate var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(output.count + error.count + value.count + Self.overhead)
    for text in [output, error] {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: UInt64(text.count) >> UInt64(shift)))
      }
      bytes += text
    }
    return bytes + value
  }
}
