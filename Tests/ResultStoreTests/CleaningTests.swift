import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("Cleaning")
struct CleaningTests {
  private let folder: ScratchFolder
  private let troubles = Troubles()
  private let store: ResultStore

  init() throws {
    folder = try ScratchFolder()
    store = ResultStore(folder, troubles)
    for number in 0..<10 {
      store.write(Sample.result(number, size: 10_000), for: Sample.key(number))
      let path = store.layout.entry(Sample.key(number))
      try Bytes.age(path, by: Double(number) * 86_400 + 100)
    }
  }

  @Test("removes everything, and tells how much it was")
  func all() throws {
    #expect(store.clean() == Removal(count: 10, bytes: 10 * 12_288))
    #expect((0..<10).allSatisfy { store.read(Sample.key($0)) == nil })
    #expect(store.clean() == Removal())
    #expect(try folder.read("store/usage").hasPrefix("counted 0 at "))
    #expect(store.write([1], for: Sample.key(1)))
    #expect(store.read(Sample.key(1)) == [1])
    #expect(troubles.all == [])
  }

  @Test("removes what was not used for some time")
  func older() throws {
    #expect(store.clean(olderThan: .seconds(20 * 86_400)).count == 0)
    #expect(store.clean(olderThan: .seconds(4 * 86_400)).count == 6)
    #expect((0..<10).filter { store.read(Sample.key($0)) != nil } == [0, 1, 2, 3])
    #expect(try folder.read("store/usage").hasPrefix("counted \(4 * 12_288) at "))
    // Reading them was using them.
    #expect(store.clean(olderThan: .seconds(3600)).count == 0)
    #expect(store.clean(olderThan: .zero).count == 4)
    #expect(troubles.all == [])
  }

  @Test("removes what is from the future, as its age is unknown")
  func future() throws {
    try Bytes.age(store.layout.entry(Sample.key(9)), by: -1_000_000)
    #expect(store.clean(olderThan: .seconds(30 * 86_400)).count == 1)
    #expect(store.read(Sample.key(9)) == nil)
  }
}
