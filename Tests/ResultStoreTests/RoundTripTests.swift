import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("A store")
struct RoundTripTests {
  private let folder: ScratchFolder
  private let troubles = Troubles()

  init() throws { folder = try ScratchFolder() }

  @Test("gives back results of any size, byte for byte, also to another process")
  func sizes() {
    let store = ResultStore(folder, troubles)
    let sizes = [0, 1, 7, 87, 88, 89, 4095, 4096, 4097, 65_536, 1_000_003, 20_000_000]
    for (number, size) in sizes.enumerated() {
      #expect(store.write(Sample.result(number, size: size), for: Sample.key(number)))
    }
    let other = ResultStore(folder, troubles)
    for (number, size) in sizes.enumerated() {
      let result = Sample.result(number, size: size)
      #expect(store.read(Sample.key(number)) == result)
      #expect(other.read(Sample.key(number)) == result)
    }
    #expect(troubles.all == [])
  }

  @Test("has nothing for a key that was never written")
  func missing() {
    let store = ResultStore(folder, troubles)
    #expect(store.read(Sample.key(1)) == nil)
    store.write([1], for: Sample.key(0))
    #expect(store.read(Sample.key(1)) == nil)
    #expect(troubles.all == [])
  }

  @Test("gives the result that was written last")
  func replacing() {
    let store = ResultStore(folder, troubles)
    for writer in 0..<5 {
      let result = Sample.result(1, writer: UInt8(writer))
      store.write(result, for: Sample.key(1))
      #expect(store.read(Sample.key(1)) == result)
    }
    #expect(store.layout.parts.isEmpty == false)
    #expect((try? folder.names(in: "store/parts")) == [])
  }

  @Test("makes no folder until there is something to keep")
  func lazily() throws {
    let store = ResultStore(folder, troubles)
    #expect(store.read(Sample.key(1)) == nil)
    #expect(store.prune() == Removal())
    #expect(store.clean() == Removal())
    #expect(try folder.names() == [])
  }

  @Test("changes nothing where it is opened to read only")
  func readOnly() throws {
    let reader = ResultStore(folder, isReadOnly: true, troubles)
    #expect(!reader.write([1], for: Sample.key(1)))
    #expect(try folder.names() == [])
    let writer = ResultStore(folder, troubles)
    writer.write([1], for: Sample.key(1))
    let path = writer.layout.entry(Sample.key(1))
    try Bytes.age(path, by: 100_000)
    #expect(reader.read(Sample.key(1)) == [1])
    #expect(try Bytes.age(of: path) > 90_000)
    reader.remember([Made(KeyParts(kind: Sample.kind))], of: Subject("a.md", "page"))
    reader.clean()
    reader.prune(thoroughly: true)
    #expect(troubles.all == [])
    try Bytes.write([1, 2, 3], to: path)
    #expect(reader.read(Sample.key(1)) == nil)
    #expect(try Bytes.read(path) == [1, 2, 3])
    #expect(troubles.reasons == [.badEntry])
  }

  @Test("may be named by a relative path, and lie deep in folders that are not there yet")
  func relative() throws {
    let up = FileManager.default.currentDirectoryPath.split(separator: "/").map { _ in ".." }
    let path = up.joined(separator: "/") + folder.path("a b/ü/.lectern")
    let store = ResultStore(folder: path, limit: 1 << 20) { troubles.add($0) }
    #expect(store.write([1], for: Sample.key(1)))
    #expect(store.read(Sample.key(1)) == [1])
    #expect(try folder.names(in: "a b/ü/.lectern").contains("lectern-store"))
    #expect(troubles.all == [])
  }

  @Test("does not keep what is larger than it may become, and says so once")
  func tooLarge() {
    let store = ResultStore(folder, limit: 10_000, troubles)
    #expect(!store.write(Sample.result(1, size: 10_000), for: Sample.key(1)))
    #expect(!store.write(Sample.result(2, size: 12_000), for: Sample.key(2)))
    #expect(store.read(Sample.key(1)) == nil)
    #expect(store.write(Sample.result(3, size: 8_000), for: Sample.key(3)))
    #expect(troubles.reasons == [.tooLarge])
  }
}
