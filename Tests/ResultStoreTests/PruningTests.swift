import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("Pruning")
struct PruningTests {
  private let folder: ScratchFolder
  private let troubles = Troubles()

  init() throws { folder = try ScratchFolder() }

  /// Entries of one block of the disk each, the first of them used longest ago.
  private func fill(_ count: Int, limit: Int = 1 << 30) throws -> ResultStore {
    let store = ResultStore(folder, limit: limit, troubles)
    for number in 0..<count {
      store.write(Sample.result(number, size: 4008), for: Sample.key(number))
      try age(store, number, by: Double(1000 * (count - number)))
    }
    return store
  }

  private func age(_ store: ResultStore, _ number: Int, by time: Double) throws {
    try Bytes.age(store.layout.entry(Sample.key(number)), by: time)
  }

  private func kept(_ store: ResultStore, of count: Int) -> [Int] {
    let reader = ResultStore(folder, isReadOnly: true, troubles)
    return (0..<count).filter { reader.read(Sample.key($0)) != nil }
  }

  @Test("drops the least recently used until four fifths of the limit are left")
  func leastRecentlyUsed() throws {
    let store = try fill(30, limit: 20 * 4096)
    #expect(store.prune() == Removal(count: 14, bytes: 14 * 4096))
    #expect(kept(store, of: 30) == Array(14..<30))
    #expect(store.prune(thoroughly: true) == Removal())
    #expect(troubles.all == [])
  }

  @Test("counts the use of an entry, and keeps what was read lately")
  func use() throws {
    let store = try fill(30, limit: 20 * 4096)
    for number in [0, 7] { #expect(store.read(Sample.key(number)) != nil) }
    store.prune()
    #expect(kept(store, of: 30) == [0, 7] + Array(16..<30))
  }

  @Test("does nothing below the limit, and nothing where nothing was written")
  func nothingToDo() throws {
    let store = try fill(20, limit: 20 * 4096)
    #expect(store.prune() == Removal())
    try FileManager.default.removeItem(atPath: store.layout.usage)
    #expect(store.prune() == Removal())
    #expect(!FileManager.default.fileExists(atPath: store.layout.usage))
  }

  @Test("adds up what several runs have written, without looking at the entries")
  func usage() throws {
    for run in 0..<10 {
      let store = ResultStore(folder, limit: 24 * 4096, troubles)
      for number in 0..<3 {
        store.write(Sample.result(0, size: 4008), for: Sample.key(3 * run + number))
      }
      let removal = store.prune()
      #expect(removal.count == (run == 8 ? 8 : 0), "run \(run)")
      if run == 4 {
        let text = try folder.read("store/usage")
        #expect(
          text.wholeMatch(of: /counted 12288 at \d+\n(added 12288\n){4}/) != nil,
          "\(text)"
        )
      }
    }
  }

  @Test(
    "counts anew where its own notes are of no use",
    arguments: [
      "", "counted", "counted 1 at 1\n", "counted 1 at 99999999999\n", "counted x at 1\n",
      "counted 1 at TIME\nadded -5\n", "counted 1 at TIME\nadd",
      "counted 99999999999999999999 at 1",
      "counted 1 at TIME\nadded 5\nadded", "\n\n", "counted 1 at TIME 5\n", "LONG",
      "counted 9223372036854775807 at TIME\nadded 9223372036854775807\n",
    ]
  )
  func badUsage(_ text: String) throws {
    let store = try fill(30, limit: 20 * 4096)
    let now = String(Int(Date().timeIntervalSince1970))
    let long = "counted 1 at \(now)\n" + String(repeating: "added 1\n", count: 10_000)
    let usage = text.replacing("TIME", with: now).replacing("LONG", with: long)
    try folder.write(usage, to: "store/usage")
    #expect(store.prune().count == 14)
    #expect(try folder.read("store/usage").hasPrefix("counted \(16 * 4096) at "))
  }

  @Test("goes on by itself in a run that writes much")
  func longRun() throws {
    let store = ResultStore(folder, limit: 4 << 20, troubles)
    let result = Sample.result(0, size: 100_000)
    for number in 0..<200 { store.write(result, for: Sample.key(number)) }
    let left = kept(store, of: 200).count * 102_400
    #expect(left <= (4 << 20) + (1 << 20) + 102_400)
    #expect(left > 2 << 20)
    #expect(troubles.all == [])
  }

  @Test("marks an entry as used at most once an hour")
  func touching() throws {
    let store = try fill(1)
    let path = store.layout.entry(Sample.key(0))
    try age(store, 0, by: 3000)
    #expect(store.read(Sample.key(0)) != nil)
    #expect(try Bytes.age(of: path) > 2900)
    try age(store, 0, by: 3700)
    #expect(store.read(Sample.key(0)) != nil)
    #expect(try Bytes.age(of: path) < 100)
  }

  @Test("drops entries from the future first, unless they are used after the clock was set back")
  func clockSetBack() throws {
    let store = try fill(30, limit: 20 * 4096)
    for number in [20, 25, 29] { try age(store, number, by: -1_000_000) }
    #expect(store.read(Sample.key(25)) != nil)
    #expect(abs(try Bytes.age(of: store.layout.entry(Sample.key(25)))) < 100)
    // Clocks that differ a little do no harm.
    try age(store, 28, by: -600)
    store.prune()
    #expect(
      kept(store, of: 30) == [12, 13, 14, 15, 16, 17, 18, 19] + [21, 22, 23, 24, 25, 26, 27, 28]
    )
  }

  @Test("removes what killed writers left more than an hour ago, and only that")
  func abandonedParts() throws {
    let store = try fill(1)
    for (name, age) in [
      ("old.part", 4000.0), ("new.part", 3000), ("other", 4000), ("ahead.part", -9999),
    ] {
      try folder.write("x", to: "store/parts/\(name)")
      try Bytes.age(store.layout.parts + "/" + name, by: age)
    }
    store.prune()
    #expect(try folder.names(in: "store/parts") == ["new.part", "other"])
  }

  @Test("leaves files alone that are no entries")
  func strangers() throws {
    let store = try fill(10, limit: 5 * 4096)
    let fan = "store/objects/\(Sample.key(0).hex.prefix(2))"
    for name in ["\(fan)/notes.txt", "store/objects/notes.txt", "store/objects/zz/a", "store/mine"]
    {
      try folder.write("mine", to: name)
    }
    store.prune(thoroughly: true)
    store.clean()
    for name in ["\(fan)/notes.txt", "store/objects/notes.txt", "store/objects/zz/a", "store/mine"]
    {
      #expect(try folder.read(name) == "mine")
    }
  }

  @Test("does not follow links out of the store")
  func links() throws {
    let store = try fill(1)
    let outside = folder.path("outside")
    let name = Sample.key(1).hex.dropFirst(2)
    try folder.write("mine", to: "outside/\(name)")
    let fan = store.layout.objects + "/00"
    try FileManager.default.createSymbolicLink(atPath: fan, withDestinationPath: outside)
    store.clean()
    #expect(try folder.read("outside/\(name)") == "mine")
  }
}
