import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("A signed result")
struct SigningTests {
  private let folder: ScratchFolder
  private let signer: StoreSigner
  private let troubles = Troubles()
  private let key = Sample.key(1)

  init() throws {
    folder = try ScratchFolder()
    signer = try #require(StoreSigner(secret: Array("sixteen is enough".utf8)))
  }

  private var signed: ResultStore { ResultStore(folder, signer: signer, troubles) }

  @Test("is read by who knows the secret, and by who asks for none")
  func reading() throws {
    #expect(signed.write([1, 2], for: key))
    #expect(signed.read(key) == [1, 2])
    #expect(ResultStore(folder, troubles).read(key) == [1, 2])
    #expect(troubles.all == [])
  }

  @Test("has the signature of HMAC-SHA256")
  func vector() throws {
    // RFC 4231, test case 7, whose secret is longer than a block.
    let signer = try #require(StoreSigner(secret: Array(repeating: 0xaa, count: 131)))
    let text =
      "This is a test using a larger than block-size key and a larger than block-size data. The key needs "
      + "to be hashed before being used by the HMAC algorithm."
    let hex = signer.signature(of: Array(text.utf8)).map { String(format: "%02x", $0) }.joined()
    #expect(hex == "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2")
  }

  @Test("counts as missing without a signature or with another, stays for others, and is made anew")
  func strangers() throws {
    let other = try #require(StoreSigner(secret: Array("another sixteen bytes".utf8)))
    let writers = [ResultStore(folder), ResultStore(folder, signer: other)]
    for writer in writers {
      writer.write([7], for: key)
      let store = signed
      #expect(store.read(key) == nil)
      #expect(store.read(key) == nil)
      #expect(store.strangeCount == 1)
      #expect(writer.read(key) == [7])
      #expect(store.write([8], for: key))
      #expect(store.read(key) == [8])
    }
    #expect(troubles.reasons == [.badEntry, .badEntry])
  }

  @Test("is not taken for another key's, nor for what it was before a bit changed")
  func forged() throws {
    let store = signed
    store.write([1, 2, 3], for: key)
    store.write([4, 5, 6], for: Sample.key(2))
    let (path, other) = (store.layout.entry(key), store.layout.entry(Sample.key(2)))
    let (whole, swapped) = (try Bytes.read(path), try Bytes.read(other))
    // Another's result under this key, as who knows no secret can make it.
    var forged = Entry.header(of: [9, 9, 9], for: key, signer)
    forged.replaceSubrange(
      0..<88,
      with: Entry.header(of: [4, 5, 6], for: key, nil).enumerated().map { $0 == 15 ? 2 : $1 }
    )
    for bytes in [swapped, forged + [4, 5, 6]] {
      try Bytes.write(bytes, to: path)
      #expect(signed.read(key) == nil)
    }
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 4
      try Bytes.write(bytes, to: path)
      #expect(signed.read(key) == nil, "byte \(place)")
    }
    for count in 0..<whole.count {
      try Bytes.write(Array(whole.prefix(count)), to: path)
      #expect(signed.read(key) == nil, "\(count) bytes")
    }
  }

  @Test("needs a secret that nobody guesses")
  func short() {
    #expect(StoreSigner(secret: Array("fifteen letters".utf8)) == nil)
  }
}
