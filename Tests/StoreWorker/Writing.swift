import Foundation
import ResultStore
import StoreSamples

/// Writes the same results over and over, and reads what it and others have written.
struct Writing {
  private let store: ResultStore
  private let writer: UInt8
  private let results: [[UInt8]]
  private let troubles: Troubles

  init(_ folder: String, _ writer: UInt8, _ count: Int) {
    let troubles = Troubles()
    self.troubles = troubles
    store = ResultStore(folder: folder, limit: 1 << 30) { troubles.add($0) }
    self.writer = writer
    results = (0..<count).map { Sample.result($0, writer: writer) }
  }

  /// - Parameter rounds: how often to write each result; 0 has no end.
  func run(rounds: Int) {
    FileHandle.standardOutput.write(Data("ready\n".utf8))
    var round = 0
    while rounds == 0 || round < rounds {
      for (number, result) in results.enumerated() {
        store.write(result, for: Sample.key(number))
        guard rounds > 0 else { continue }
        let other = (number + round) % results.count
        if let read = store.read(Sample.key(other)), !Sample.isResult(read, of: other) {
          print("wrong result \(other)")
        }
      }
      round += 1
    }
    for trouble in troubles.all { print(trouble.message) }
    print("done")
  }
}
