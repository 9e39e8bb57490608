/// What a browser has to do with the blocks of a page so that it shows the next version of it.
struct PagePatch: Sendable, Equatable {
  enum Step: Sendable, Equatable {
    /// So many blocks stay as they are.
    case keep(Int)
    case remove(Int)
    case insert([String])
    /// A block becomes another, in as few steps as can be: what a reader opened in it stays open.
    case change(String)
  }

  var steps: [Step] = []
  /// The line of each block afterwards.
  var lines: [Int] = []
  /// What stands before and behind the blocks, where that changed.
  var frame: [String]?

  /// How many blocks are compared each with each; where more changed, they are taken in their order.
  private static let mostCompared = 1000

  /// - Parameter old: what the browser shows; `nil` where that is not known.
  init(from old: PageParts?, to new: PageParts) {
    lines = new.blocks.map(\.line)
    if old?.before != new.before || old?.behind != new.behind {
      frame = [new.before, new.behind].map { String(decoding: $0, as: UTF8.self) }
    }
    let (before, after) = ((old?.blocks ?? []).map(\.html), new.blocks.map(\.html))
    var start = 0
    while start < min(before.count, after.count), before[start] == after[start] { start += 1 }
    var end = 0
    while end < min(before.count, after.count) - start,
      before[before.count - 1 - end] == after[after.count - 1 - end]
    {
      end += 1
    }
    add(.keep(start))
    add(
      before[start..<before.count - end].map { $0 },
      after[start..<after.count - end].map { $0 }
    )
    add(.keep(end))
  }

  /// Whether the browser shows it already, but for the lines.
  var isEmpty: Bool {
    frame == nil && steps.allSatisfy { if case .keep = $0 { true } else { false } }
  }

  private mutating func add(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
    var (removed, inserted) = (Set(old.indices), Set(new.indices))
    if old.count + new.count <= Self.mostCompared {
      (removed, inserted) = ([], [])
      for change in new.difference(from: old) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): inserted.insert(offset)
        }
      }
    }
    var (here, there) = (0, 0)
    while here < new.count || there < old.count {
      let isNew = here < new.count && inserted.contains(here)
      let isGone = there < old.count && removed.contains(there)
      switch (isNew, isGone) {
      case (true, true): add(.change(Self.text(new[here])))
      case (true, false): add(.insert([Self.text(new[here])]))
      case (false, true): add(.remove(1))
      case (false, false): add(.keep(1))
      }
      if isNew || !isGone { here += 1 }
      if isGone || !isNew { there += 1 }
    }
  }

  private mutating func add(_ step: Step) {
    switch (steps.last, step) {
    case (_, .keep(0)), (_, .remove(0)): return
    case (.keep(let count)?, .keep(let more)): steps[steps.count - 1] = .keep(count + more)
    case (.remove(let count)?, .remove(let more)): steps[steps.count - 1] = .remove(count + more)
    case (.insert(let blocks)?, .insert(let more)): steps[steps.count - 1] = .insert(blocks + more)
    default: steps.append(step)
    }
  }

  private static func text(_ block: ArraySlice<UInt8>) -> String {
    String(decoding: block, as: UTF8.self)
  }
}
