import Files

/// The folders in which a program looks for its libraries, as it says itself (`DT_RUNPATH` and `DT_RPATH` of
/// an ELF file).
struct RunPaths {
  private(set) var folders: [String] = []

  /// - Parameter program: its path. What is no such file, or is damaged, has none.
  init(of program: String) {
    guard let bytes = WholeFile.bytes(of: program), let file = ELFFile(bytes) else { return }
    let origin = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
    for text in file.texts(of: [Self.runPath, Self.oldRunPath]) {
      folders += text.split(separator: ":").map { String($0).replacing("$ORIGIN", with: origin) }
    }
  }

  private static let oldRunPath = 15
  private static let runPath = 29
}

/// An ELF file of 64 bits in this machine's order of bytes.
private struct ELFFile {
  private let bytes: [UInt8]
  private var segments: [Segment] = []

  private struct Segment {
    var type: Int
    var offset: Int
    var address: Int
    var size: Int
  }

  private static let loaded = 1
  private static let dynamic = 2
  private static let texts = 5

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    // The magic number, and the class of 64 bits.
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2]), let table = number(at: 32),
      let size = short(at: 54), let count = short(at: 56)
    else { return nil }
    for index in 0..<count {
      let start = table &+ index &* size
      guard let type = word(at: start), let offset = number(at: start &+ 8),
        let address = number(at: start &+ 16), let size = number(at: start &+ 32)
      else { return nil }
      segments.append(Segment(type: type, offset: offset, address: address, size: size))
    }
  }

  /// The texts that the dynamic section has under some tags.
  func texts(of tags: [Int]) -> [String] {
    guard let section = segments.first(where: { $0.type == Self.dynamic }),
      section.size <= bytes.count
    else { return [] }
    let entries = stride(from: section.offset, to: section.offset &+ section.size, by: 16)
      .compactMap { start -> (tag: Int, value: Int)? in
        guard let tag = number(at: start), let value = number(at: start &+ 8) else { return nil }
        return (tag, value)
      }
      .prefix { $0.tag != 0 }
    guard let table = entries.first(where: { $0.tag == Self.texts }),
      let holder = segments.first(where: {
        $0.type == Self.loaded && $0.address <= table.value && table.value < $0.address &+ $0.size
      })
    else { return [] }
    let start = table.value &- holder.address &+ holder.offset
    return entries.filter { tags.contains($0.tag) }.compactMap { text(at: start &+ $0.value) }
  }

  private func text(at start: Int) -> String? {
    guard bytes.indices.contains(start) else { return nil }
    return String(decoding: bytes[start...].prefix { $0 != 0 }, as: UTF8.self)
  }

  private func short(at start: Int) -> Int? { value(at: start, of: UInt16.self) }
  private func word(at start: Int) -> Int? { value(at: start, of: UInt32.self) }
  private func number(at start: Int) -> Int? { value(at: start, of: UInt64.self) }

  private func value<Value: FixedWidthInteger>(at start: Int, of type: Value.Type) -> Int? {
    guard start >= 0, start <= bytes.count - MemoryLayout<Value>.size else { return nil }
    return bytes.withUnsafeBytes {
      Int(exactly: $0.loadUnaligned(fromByteOffset: start, as: Value.self))
    }
  }
}
