/// The elements of a list, some of which may still be written to.
final class ListBuilder {
  private(set) var count = 0
  private var content: [UInt8] = []
  /// Encoders of elements, with the number of bytes before each.
  private var open: [(place: Int, encoder: BinaryEncoder)] = []

  func append(_ elements: [[UInt8]]) {
    for element in elements { content += element }
    count += elements.count
  }

  /// Appends an element that writes itself.
  func append(_ write: (inout [UInt8]) -> Void) {
    write(&content)
    count += 1
  }

  func append(_ encoder: BinaryEncoder) {
    open.append((content.count, encoder))
    count += 1
  }

  var bytes: [UInt8] {
    var whole = content
    if !open.isEmpty {
      whole = []
      var start = 0
      for element in open {
        whole += content[start..<element.place] + element.encoder.bytes
        start = element.place
      }
      whole += content[start...]
    }
    return BinaryTag.list.frame(count: count, whole)
  }
}

/// The entries of a map; a key that is set again has its last value.
final class MapBuilder {
  private var entries: [String: Entry] = [:]

  private enum Entry {
    case bytes([UInt8])
    case open(BinaryEncoder)
  }

  func set(_ key: String, _ bytes: [UInt8]) { entries[key] = .bytes(bytes) }

  func set(_ key: String, _ encoder: BinaryEncoder) { entries[key] = .open(encoder) }

  /// The encoder that was opened for a key, if there is one.
  func open(_ key: String) -> BinaryEncoder? {
    if case .open(let encoder) = entries[key] { encoder } else { nil }
  }

  var bytes: [UInt8] {
    var content: [UInt8] = []
    let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (key, entry) in sorted {
      content.append(sized: key)
      switch entry {
      case .bytes(let bytes): content += bytes
      case .open(let encoder): content += encoder.bytes
      }
    }
    return BinaryTag.map.frame(count: entries.count, content)
  }
}

extension BinaryTag {
  /// The tag, the size and the number of elements before some content.
  fileprivate func frame(count: Int, _ content: [UInt8]) -> [UInt8] {
    var number: [UInt8] = []
    number.append(compact: count)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count + 16)
    bytes.append(self)
    bytes.append(compact: number.count + content.count)
    return bytes + number + content
  }
}

/// The place of an element in a list.
struct ElementKey: CodingKey {
  var intValue: Int?
  var stringValue: String { "\(intValue ?? 0)" }

  init(_ number: Int) { intValue = number }
  init(intValue: Int) { self.intValue = intValue }
  init?(stringValue: String) { return nil }
}

/// The key under which a class encodes what it inherits.
struct SuperKey: CodingKey {
  var stringValue: String { "super" }
  var intValue: Int? { nil }

  init() {}
  init?(intValue: Int) { return nil }
  init?(stringValue: String) { return nil }
}
