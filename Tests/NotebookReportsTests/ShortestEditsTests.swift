import TestSupport
import Testing

@testable import NotebookReports

@Suite("The difference of two lists of lines")
struct ShortestEditsTests {
  @Test("is right and as small as it can be", arguments: 0..<8 as Range<UInt64>)
  func minimal(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let letters = Int.random(in: 1...5, using: &generator)
      let lists = (0..<2).map { _ in
        (0..<Int.random(in: 0...14, using: &generator)).map { _ in
          Int.random(in: 0..<letters, using: &generator)
        }
      }
      let changes = ShortestEdits(from: lists[0], to: lists[1]).changes
      #expect(Self.applied(changes, to: lists[0], from: lists[1]) == lists[1])
      let size = changes.reduce(0) { $0 + $1.old.count + $1.new.count }
      #expect(size == Self.distance(lists[0], lists[1]), "\(lists)")
      for (change, next) in zip(changes, changes.dropFirst()) {
        #expect(change.old.upperBound < next.old.lowerBound)
      }
    }
  }

  @Test("of long lists that share nothing takes no more memory than the lists")
  func long() {
    let changes = ShortestEdits(from: Array(0..<4000), to: Array(4000..<8000)).changes
    #expect(changes == [LineChange(old: 0..<4000, new: 0..<4000)])
  }

  private static func applied(_ changes: [LineChange], to old: [Int], from new: [Int]) -> [Int] {
    var result: [Int] = []
    var next = 0
    for change in changes {
      result += old[next..<change.old.lowerBound] + new[change.new]
      next = change.old.upperBound
    }
    return result + old[next...]
  }

  /// By the table of R. A. Wagner and M. J. Fischer, 1974, without exchanges.
  private static func distance(_ old: [Int], _ new: [Int]) -> Int {
    var previous = Array(0...new.count)
    for (row, line) in old.enumerated() {
      var current = [row + 1]
      for (column, other) in new.enumerated() {
        current.append(
          line == other ? previous[column] : min(previous[column + 1], current[column]) + 1
        )
      }
      previous = current
    }
    return previous[new.count]
  }
}
