import Nettle

/// Signs entries of a store that others can write to, so that only what its owners wrote is taken for a result.
///
/// A signature is the HMAC-SHA256 of an entry's header by a secret. The header names the key and holds the
/// digest of the result: an entry that was moved to another key's place does not verify.
public struct StoreSigner: Sendable {
  /// The length of a signature.
  static let byteCount = Fingerprint.byteCount

  /// The least number of bytes of a secret that is not to be guessed.
  public static let leastSecret = 16

  private let secret: [UInt8]

  /// - Parameter secret: what only who may write results knows.
  /// - Returns: `nil` where it is too short to keep.
  public init?(secret: [UInt8]) {
    guard secret.count >= Self.leastSecret else { return nil }
    self.secret = secret
  }

  /// The signature of some bytes.
  func signature(of bytes: [UInt8]) -> [UInt8] {
    var context = hmac_sha256_ctx()
    var signature = [UInt8](repeating: 0, count: Self.byteCount)
    nettle_hmac_sha256_set_key(&context, secret.count, secret)
    nettle_hmac_sha256_update(&context, bytes.count, bytes)
    nettle_hmac_sha256_digest(&context, signature.count, &signature)
    return signature
  }
}
