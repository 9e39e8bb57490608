import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("A writer that is killed")
struct KillTests {
  @Test("leaves whole results or none, 200 times")
  func kills() throws {
    let folder = try ScratchFolder()
    let troubles = Troubles()
    let count = 14
    var generator = SeededGenerator(seed: 5)
    var found = 0
    for kill in 0..<200 {
      let worker = try WorkerProcess(["write", folder.store, "\(kill % 3)", "\(count)", "0"])
      worker.waitUntilReady()
      // However long it takes to begin on a busy machine.
      waitForChange(in: folder.path("store/parts"))
      usleep(UInt32.random(in: 0...12_000, using: &generator))
      worker.kill()
      worker.wait()
      let store = ResultStore(folder, troubles)
      for number in 0..<count {
        guard let result = store.read(Sample.key(number)) else { continue }
        #expect(Sample.isResult(result, of: number), "kill \(kill)")
        found += 1
      }
      if kill % 50 == 49 { store.clean() }
    }
    #expect(troubles.all == [])
    #expect(found > 200)
    // Else no kill has met a writer at work.
    let left = try folder.names(in: "store/parts")
    #expect(left.count > 10, "\(left.count)")
    let store = ResultStore(folder, troubles)
    store.prune(thoroughly: true)
    #expect(try folder.names(in: "store/parts") == left)
    for name in left { try Bytes.age(store.layout.parts + "/" + name, by: 3700) }
    store.prune(thoroughly: true)
    #expect(try folder.names(in: "store/parts") == [])
    #expect(troubles.all == [])
  }

  /// Waits until a file comes into a folder, or goes.
  private func waitForChange(in folder: String) {
    func time() -> [Int] {
      var status = stat()
      guard stat(folder, &status) == 0 else { return [] }
      return [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }
    let before = time()
    while time() == before { usleep(100) }
  }
}
