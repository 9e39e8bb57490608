/// One part of an even division, such as the second of eight.
///
/// The division depends on the order of the things alone. Each row of as many things as there are
/// parts gives one thing to each part, and every row begins with another part: neighbours are spread,
/// and so are things that come again at the same place of every folder.
public struct Shard: Sendable, Hashable {
  /// Which part it is, from 1.
  let number: Int
  /// How many parts there are.
  let count: Int

  /// Why a text names no part.
  public struct Fault: Error, CustomStringConvertible {
    /// What is wrong with it.
    public var description: String
  }

  /// - Parameter text: a part as it is written on the command line, such as `2/8`.
  public init(_ text: String) throws(Fault) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.allSatisfy { ("0"..."9").contains($0) } ? Int(part) : nil
    }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1] else {
      throw Fault(description: "--shard takes a part and how many there are, such as 2/8.")
    }
    guard count > 0 else {
      throw Fault(description: "--shard divides into at least one part, not into 0.")
    }
    guard (1...count).contains(number) else {
      throw Fault(description: "there is no part \(number) of \(count); the first is 1/\(count).")
    }
    self.number = number
    self.count = count
  }

  /// Whether it is the part that makes what is no thing's own.
  var isFirst: Bool { number == 1 }

  /// The things that belong to this part, in their order.
  func part<Thing>(of things: [Thing]) -> [Thing] {
    things.enumerated().filter { index, _ in (index + index / count) % count == number - 1 }
      .map(\.element)
  }
}
