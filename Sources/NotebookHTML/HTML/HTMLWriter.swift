/// Writes nodes as UTF-8 into one growing buffer.
struct HTMLWriter: Sendable {
  /// A place where something is missing as yet, or is to be something else.
  struct Gap: Sendable {
    enum Content: Sendable {
      /// A formula or a chart, by its place among all of the page.
      case piece(Int)
      /// Another value of an attribute.
      case value(String)
    }

    /// What it takes the place of.
    var range: Range<Int>
    var content: Content
  }

  /// What was written so far.
  private(set) var bytes: [UInt8] = []
  /// What is still to be put in its place, in order.
  private(set) var gaps: [Gap] = []
  /// Where addresses and names stand.
  private(set) var addresses = WrittenAddresses()

  mutating func reserveCapacity(_ count: Int) {
    bytes.reserveCapacity(count)
  }

  mutating func write(_ node: HTMLNode) {
    switch node {
    case .text(let text): writeText(text)
    case .raw(let markup): writeRaw(markup)
    case .void(let name, let attributes): open(name, attributes)
    case .later(let number):
      gaps.append(Gap(range: bytes.count..<bytes.count, content: .piece(number)))
    case .written(let other):
      let start = bytes.count
      gaps += other.gaps.map { Gap(range: $0.range.moved(by: start), content: $0.content) }
      addresses.add(other.addresses, movedBy: start)
      bytes += other.bytes
    case .element(let element):
      open(element.name, element.attributes)
      addresses.isWithinText = MarkupTags.isTextElement(element.name)
      write(element.children)
      addresses.isWithinText = false
      close(element.name)
    }
  }

  mutating func write(_ nodes: [HTMLNode]) {
    for node in nodes { write(node) }
  }

  /// Writes a start tag, for an element too large to be held as one node.
  mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute] = []) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      append(attribute.name)
      guard let value = attribute.value else { continue }
      bytes.append(UInt8(ascii: "="))
      let start = bytes.count
      bytes.append(UInt8(ascii: "\""))
      writeText(value)
      bytes.append(UInt8(ascii: "\""))
      addresses.add(attribute.name, of: name, at: start..<bytes.count)
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes the end tag of an element that ``open(_:_:)`` began.
  mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes what is markup already, and whose addresses nobody asks for.
  mutating func write(bytes markup: [UInt8]) {
    bytes += markup
  }

  /// Ends a line, which HTML takes for a space, so that the page's source can be read.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes text or an attribute's value so that it cannot be taken for markup.
  mutating func writeText(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ writeEscaped($0) }) == nil {
      Array(text.utf8).withUnsafeBufferPointer { writeEscaped($0) }
    }
  }

  private mutating func writeEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in utf8.indices {
      let byte = utf8[index]
      var width = 1
      var entity = Self.entity(for: byte)
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 {
        width = Self.controlWidth(in: utf8, at: index)
        guard width > 0 else { continue }
        entity = "\u{FFFD}"
      }
      guard let entity else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
      append(entity)
      start = index + width
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
  }

  private mutating func writeRaw(_ markup: String) {
    let start = bytes.count
    defer { addresses.read(bytes, from: start) }
    if markup.utf8.withContiguousStorageIfAvailable({ writeRaw($0) }) == nil {
      Array(markup.utf8).withUnsafeBufferPointer { writeRaw($0) }
    }
  }

  private mutating func writeRaw(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in utf8.indices {
      let byte = utf8[index]
      guard byte < 0x20 || byte == 0x7F || byte == 0xC2 else { continue }
      let width = Self.controlWidth(in: utf8, at: index)
      guard width > 0 else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
      append("\u{FFFD}")
      start = index + width
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
  }

  /// The bytes of a control character, which HTML must not hold; 0 where there is none, and for tabs
  /// and line ends.
  private static func controlWidth(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch utf8[index] {
    case 0x09, 0x0A, 0x0D: 0
    case 0..<0x20, 0x7F: 1
    case 0xC2: index + 1 < utf8.count && utf8[index + 1] < 0xA0 ? 2 : 0
    default: 0
    }
  }

  private mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  @inline(__always)
  private static func entity(for byte: UInt8) -> StaticString? {
    // Nearly every byte of a text is a letter, which lies above all four.
    guard byte <= UInt8(ascii: ">") else { return nil }
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    default: return nil
    }
  }
}

extension HTMLWriter {
  init(_ nodes: [HTMLNode]) {
    write(nodes)
  }

  /// What was written, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The same with everything put in its place.
  ///
  /// - Parameter nodes: all formulas and charts of the page.
  consuming func filled(with nodes: [HTMLNode]) -> HTMLWriter {
    guard !gaps.isEmpty else { return self }
    var filled = HTMLWriter()
    filled.reserveCapacity(bytes.count * 2)
    filled.write(self, filledWith: nodes)
    return filled
  }

  /// Writes what another has written, with everything put in its place: in one pass, as a page may be
  /// large.
  ///
  /// - Parameter nodes: all formulas and charts of the page.
  mutating func write(_ other: HTMLWriter, filledWith nodes: [HTMLNode]) {
    var start = 0
    for gap in other.gaps {
      bytes += other.bytes[start..<gap.range.lowerBound]
      switch gap.content {
      case .piece(let number): write(nodes[number])
      case .value(let text):
        append("\"")
        writeText(text)
        append("\"")
      }
      start = gap.range.upperBound
    }
    bytes += other.bytes[start...]
  }

  /// The same with other values of attributes, which are written when it is filled.
  ///
  /// - Parameter changes: what to replace, quotation marks included, and the new values; in order.
  consuming func replacing(_ changes: [(range: Range<Int>, text: String)]) -> HTMLWriter {
    var merged: [Gap] = []
    merged.reserveCapacity(gaps.count + changes.count)
    var rest = gaps[...]
    for change in changes {
      while let gap = rest.first, gap.range.lowerBound <= change.range.lowerBound {
        merged.append(rest.removeFirst())
      }
      merged.append(Gap(range: change.range, content: .value(change.text)))
    }
    gaps = merged + rest
    return self
  }
}

extension Range<Int> {
  func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
