import Foundation
import ResultStore
import StoreSamples

/// Writes more than there is room for, and tells what came of it in lines of a name and a value.
struct Filling {
  private let folder: String
  private let store: ResultStore
  private let troubles: Troubles

  init(_ folder: String) {
    let troubles = Troubles()
    self.troubles = troubles
    self.folder = folder
    store = ResultStore(folder: folder, limit: 1 << 30) { troubles.add($0) }
  }

  func run(count: Int) {
    let earlier = (0..<count).filter { store.read(Sample.key($0)) != nil }
    tell("earlier", earlier.count)
    let kept = Set((0..<count).filter { store.write(Sample.result($0), for: Sample.key($0)) })
    tell("kept", kept.count)
    tell("failed", count - kept.count)
    let wrong = (0..<count).filter { number in
      let read = store.read(Sample.key(number))
      guard let read else { return kept.contains(number) }
      return read != Sample.result(number)
    }
    tell("wrong", wrong.count)
    let parts = try? FileManager.default.contentsOfDirectory(atPath: folder + "/parts")
    tell("parts", parts?.count ?? 0)
    for trouble in troubles.all { tell("trouble", trouble.message) }
    tell("pruned", store.prune(thoroughly: true).count)
    tell("cleaned", store.clean().count)
    tell("again", store.write(Sample.result(1), for: Sample.key(1)))
    tell("troubles", troubles.all.count)
  }

  private func tell(_ name: String, _ value: some CustomStringConvertible) {
    print("\(name) \(value)")
  }
}
