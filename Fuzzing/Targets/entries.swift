import Files
import Foundation

@testable import ResultStore

private let folder = "/dev/shm/lectern-fuzz-\(getpid())"
private let key = StoreKey(
  kind: ResultKind("fuzz", version: 1),
  hex: String(repeating: "a", count: 64)
)
private let signer = StoreSigner(secret: Array("the secret of a fuzzer".utf8))

/// What lies at an entry's place is the result that was kept there, or none; one whose signature is asked for is
/// none.
func fuzz(_ bytes: [UInt8]) {
  guard let key, let signer else { return }
  let store = ResultStore(folder: folder, limit: 1 << 24) { _ in }
  let signed = ResultStore(folder: folder, limit: 1 << 24, signer: signer) { _ in }
  if !FileStatus.isThere(store.layout.mark) { store.write([], for: key) }
  let path = store.layout.entry(key)
  func put(_ bytes: [UInt8]) {
    FileManager.default.createFile(atPath: path, contents: Data(bytes))
  }
  put(bytes)
  hold(signed.read(key) == nil, "nobody forges a signature")
  if let result = store.read(key) {
    // It holds its own digest.
    let isWhole = [nil, signer].contains {
      Entry.header(of: result, for: key, $0) + result == bytes
    }
    hold(isWhole || bytes.dropFirst(15).first == 2, "only what was kept is read")
  }
  signed.write(bytes, for: key)
  hold(signed.read(key) == bytes, "what is kept is read")
  hold(store.read(key) == bytes, "what is signed is read by who asks for no signature")
  var reader = ByteReader(bytes)
  _ = reader.takeTexts()
  _ = Making.decoded(bytes, of: [])
}
