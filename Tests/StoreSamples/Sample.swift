import ResultStore
import TestSupport

/// Results whose bytes say whose they are, so that a mixture of two is noticed.
public enum Sample {
  /// What sort of results they are.
  public static let kind = ResultKind("transcript", version: 3)

  private static let sizes = [1, 100, 4008, 4009, 10_000, 70_000, 300_000]

  /// The key of one result.
  public static func key(_ number: Int) -> StoreKey {
    var parts = KeyParts(kind: kind)
    parts.add(.sample("number"), String(number))
    return parts.key
  }

  /// A result of a key as one writer makes it; its size differs from that of other writers.
  public static func result(_ number: Int, writer: UInt8 = 0, size: Int? = nil) -> [UInt8] {
    let size = size ?? sizes[(number + Int(writer)) % sizes.count] + Int(writer)
    var generator = SeededGenerator(seed: UInt64(number) << 8 | UInt64(writer))
    let words = (0..<(size + 7) / 8).map { _ in generator.next() }
    var bytes = words.withUnsafeBytes { Array($0.prefix(size)) }
    if !bytes.isEmpty { bytes[0] = writer }
    return bytes
  }

  /// Whether bytes are, whole, what some writer made for a key.
  public static func isResult(_ bytes: [UInt8], of number: Int) -> Bool {
    bytes.first.map { result(number, writer: $0) == bytes } ?? false
  }
}

extension PartName {
  /// A name for a part that is told by it.
  public static func sample(_ name: String) -> PartName {
    PartName(name, .sentence("\(name) changed"))
  }
}
