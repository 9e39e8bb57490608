import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("Several users of one store at once", .serialized)
struct ConcurrencyTests {
  private let folder: ScratchFolder
  private let troubles = Troubles()

  init() throws { folder = try ScratchFolder() }

  @Test("always see whole results, where processes write the same keys and others read")
  func processes() async throws {
    let count = 14
    let workers = try (1...4).map {
      try WorkerProcess(["write", folder.store, "\($0)", "\(count)", "20"])
    }
    let store = ResultStore(folder, troubles)
    let reads = await withTaskGroup(of: Int.self) { group in
      for reader in 0..<2 {
        group.addTask { [store] in
          Self.read(store, count, rounds: 150, seed: UInt64(reader), atLeast: 1)
        }
      }
      return await group.reduce(0, +)
    }
    for worker in workers {
      #expect(worker.text() == "ready\ndone\n")
      #expect(worker.wait() == 0)
    }
    #expect(reads > 0)
    for number in 0..<count {
      let result = try #require(store.read(Sample.key(number)))
      #expect(Sample.isResult(result, of: number))
    }
    #expect(try folder.names(in: "store/parts") == [])
    #expect(troubles.all == [])
  }

  /// - Parameter least: how many results are waited for: on a busy machine all else may be over before the first
  ///   is written.
  private static func read(
    _ store: ResultStore,
    _ count: Int,
    rounds: Int,
    seed: UInt64,
    atLeast least: Int = 0
  ) -> Int {
    var generator = SeededGenerator(seed: seed)
    var reads = 0
    var round = 0
    let end = ContinuousClock.now + .seconds(120)
    while round < rounds || reads < least && .now < end {
      round += 1
      if round > rounds { usleep(1000) }
      let number = Int.random(in: 0..<count, using: &generator)
      guard let result = store.read(Sample.key(number)) else { continue }
      #expect(Sample.isResult(result, of: number))
      reads += 1
    }
    return reads
  }

  @Test("may prune and clean while others write and read")
  func pruning() async throws {
    let small = ResultStore(folder, limit: 400_000, troubles)
    let workers = try (1...2).map {
      try WorkerProcess(["write", folder.store, "\($0)", "14", "30"])
    }
    let store = ResultStore(folder, troubles)
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for round in 0..<200 {
          if round % 20 == 0 { small.clean() } else { small.prune(thoroughly: true) }
        }
      }
      group.addTask { _ = Self.read(store, 14, rounds: 200, seed: 7) }
    }
    for worker in workers {
      #expect(worker.text() == "ready\ndone\n")
      #expect(worker.wait() == 0)
    }
    #expect(troubles.all == [])
  }

  @Test("make one folder between them, without a word")
  func making() async throws {
    for round in 0..<40 {
      let scratch = try ScratchFolder()
      await withTaskGroup(of: Void.self) { group in
        for writer in 0..<4 {
          group.addTask { [troubles] in
            let store = ResultStore(scratch, troubles)
            #expect(store.write([UInt8(writer)], for: Sample.key(writer)))
            #expect(store.read(Sample.key(writer)) == [UInt8(writer)])
          }
        }
      }
      #expect(troubles.all == [], "round \(round)")
    }
  }
}
