import NotebookDisplay
import ResultStore

/// A stored value's encoding, and what was printed while it was computed.
struct StoredValue: Sendable {
  var output: [UInt8]
  var error: [UInt8]
  /// The collections that were printed, whose order means nothing.
  var unordered: [[String]]
  var value: ArraySlice<UInt8>

  /// How much there is to keep besides the value itself, at most, for a value that prints nothing.
  static let overhead = 64

  init(output: [UInt8], error: [UInt8], unordered: [[String]], value: ArraySlice<UInt8>) {
    self.output = output
    self.error = error
    self.unordered = unordered
    self.value = value
  }

  static let coding = ResultCoding<StoredValue> {
    $0.bytes
  } decode: {
    StoredValue($0)
  }

  private init?(_ bytes: ArraySlice<UInt8>) {
    var reader = ByteReader(bytes)
    guard let output = reader.takeBytes(), let error = reader.takeBytes(),
      let told = reader.takeBytes(),
      let unordered = try? BinaryDecoder.decode([[String]].self, from: told[...])
    else { return nil }
    self.init(output: output, error: error, unordered: unordered, value: reader.rest)
  }

  private var bytes: [UInt8] {
    var bytes: [UInt8] = []
    let told = (try? BinaryEncoder.encode(unordered)) ?? []
    bytes.reserveCapacity(
      output.count + error.count + told.count + value.count + Self.overhead
    )
    bytes.append(sized: output)
    bytes.append(sized: error)
    bytes.append(sized: told)
    return bytes + value
  }
}
