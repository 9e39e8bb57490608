import Files

/// A result as it lies in a file: a header, then the result's bytes.
///
/// The header is 88 bytes long: a mark of 15 bytes, the format's version in one, the key in 32, the
/// result's size in 8 (little-endian), and in 32 the SHA-256 of all that stands before it and of
/// the result. In an entry of version 2 a signature of 32 bytes follows, which is made of these 88.
enum Entry {
  /// Larger results are not kept, so that a damaged size cannot ask for all memory.
  static let largest = 1 << 30

  private static let mark = Array("Lectern result\n".utf8)
  private static let version: UInt8 = 1
  private static let signedVersion: UInt8 = 2
  private static let digestPlace = mark.count + 1 + Fingerprint.byteCount + 8
  private static let headerSize = digestPlace + Fingerprint.byteCount

  static func size(of result: [UInt8], isSigned: Bool) -> Int {
    headerSize + (isSigned ? StoreSigner.byteCount : 0) + result.count
  }

  /// The header that is written before a result.
  /// - Parameter signer: signs it; `nil` where nobody does.
  static func header(of result: [UInt8], for key: StoreKey, _ signer: StoreSigner?) -> [UInt8] {
    var header = mark + [signer == nil ? version : signedVersion] + key.fingerprint.bytes
    header.append(number: result.count)
    header += digest(header, result).bytes
    return header + (signer?.signature(of: header) ?? [])
  }

  /// Reads a result and makes sure that it is the key's, and whole.
  /// - Parameter signer: who must have signed it; `nil` where it need not be signed.
  /// - Returns: the result, and when it was last marked as used.
  static func read(
    _ file: borrowing OpenFile,
    for key: StoreKey,
    _ signer: StoreSigner?
  ) throws(EntryFault) -> (result: [UInt8], lastUse: Moment) {
    do {
      let status = try file.status()
      guard status.isRegular else { throw EntryFault.notRegular }
      let header = try file.read(headerSize)
      let size = try size(header, of: status.size, for: key)
      let isSigned = header[mark.count] == signedVersion
      let signature = isSigned ? try file.read(StoreSigner.byteCount) : []
      let result = try file.read(size)
      guard result.count == size else { throw EntryFault.cutOff }
      let (front, rest) = (Array(header[..<digestPlace]), header[digestPlace...])
      guard digest(front, result).bytes[...] == rest else { throw EntryFault.damaged }
      if let signer {
        guard isSigned else { throw EntryFault.unsigned }
        guard signer.signature(of: header) == signature else { throw EntryFault.otherSignature }
      }
      return (result, status.time)
    } catch let fault as SystemFault {
      throw .unreadable(fault)
    } catch {
      throw error as? EntryFault ?? .damaged
    }
  }

  /// The size of the result that a header announces, if all that it says is plausible.
  private static func size(
    _ header: [UInt8],
    of fileSize: Int,
    for key: StoreKey
  ) throws(EntryFault) -> Int {
    var reader = ByteReader(header)
    let mark = reader.take(min(mark.count, header.count)) ?? []
    guard mark == Self.mark[..<mark.count] else { throw .foreign }
    guard header.count == headerSize else { throw .cutOff }
    let version = reader.take(1)?.first ?? 0
    guard [Self.version, signedVersion].contains(version) else { throw .otherVersion(version) }
    guard reader.take(Fingerprint.byteCount) == key.fingerprint.bytes[...] else {
      throw .otherKey
    }
    guard let size = reader.takeNumber(), (0...largest).contains(size) else { throw .damaged }
    let whole = headerSize + (version == signedVersion ? StoreSigner.byteCount : 0) + size
    guard fileSize >= whole else { throw .cutOff }
    guard fileSize == whole else { throw .damaged }
    return size
  }

  private static func digest(_ front: [UInt8], _ result: [UInt8]) -> Fingerprint {
    var builder = Fingerprint.Builder()
    front.withUnsafeBytes { builder.add($0) }
    result.withUnsafeBytes { builder.add($0) }
    return builder.fingerprint
  }
}
