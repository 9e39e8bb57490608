import Foundation
import Nettle

/// The SHA-256 of some bytes.
public struct Fingerprint: Hashable, Sendable {
  static let byteCount = 32

  /// Stands for a file that cannot be read; no known content has this digest.
  static let unreadable = Fingerprint(unchecked: Array(repeating: 0, count: byteCount))

  let bytes: [UInt8]

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameter bytes: a digest, which is `byteCount` long.
  init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = Array(bytes)
  }

  /// The digest of some bytes.
  public init(of bytes: [UInt8]) {
    var builder = Builder()
    bytes.withUnsafeBytes { builder.add($0) }
    self = builder.fingerprint
  }

  /// The digest of a text's UTF-8.
  init(of text: String) {
    var text = text
    self = text.withUTF8 { utf8 in
      var builder = Builder()
      builder.add(UnsafeRawBufferPointer(utf8))
      return builder.fingerprint
    }
  }

  /// Digests bytes that come piece by piece.
  struct Builder {
    private var context = sha256_ctx()

    init() { nettle_sha256_init(&context) }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      nettle_sha256_update(&context, bytes.count, bytes.baseAddress)
    }

    var fingerprint: Fingerprint {
      // Reading the digest begins the next one, so a copy is read.
      var context = context
      var bytes = [UInt8](repeating: 0, count: byteCount)
      nettle_sha256_digest(&context, bytes.count, &bytes)
      return Fingerprint(unchecked: bytes)
    }
  }
}

extension Fingerprint {
  private static let digits = Array("0123456789abcdef".utf8)

  /// A name for files and folders that tells the content from any other that one meets: 16 lower-case
  /// digits.
  public var shortName: String { String(hex.prefix(16)) }

  /// The digest in base 64, as policies of pages have it.
  public var base64: String { Data(bytes).base64EncodedString() }

  /// 64 lower-case digits.
  var hex: String {
    String(unsafeUninitializedCapacity: 2 * Self.byteCount) { text in
      for (index, byte) in bytes.enumerated() {
        text[2 * index] = Self.digits[Int(byte >> 4)]
        text[2 * index + 1] = Self.digits[Int(byte & 15)]
      }
      return 2 * bytes.count
    }
  }

  /// - Parameter hex: 64 lower-case digits.
  init?(hex: String) {
    let values = hex.utf8.compactMap { Self.digits.firstIndex(of: $0) }
    guard hex.utf8.count == 2 * Self.byteCount, values.count == hex.utf8.count else { return nil }
    bytes = (0..<Self.byteCount).map { UInt8(values[2 * $0] << 4 | values[2 * $0 + 1]) }
  }
}

extension Fingerprint: Codable {
  /// Reads 64 lower-case hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let fingerprint = Fingerprint(hex: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "A digest has 64 lower-case hexadecimal digits."
      )
    }
    self = fingerprint
  }

  /// Writes 64 lower-case hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
