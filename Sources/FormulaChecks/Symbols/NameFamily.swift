/// The same letter in several alphabets: texts set a vector in bold and its elements not.
struct NameFamily: Sendable {
  /// Alphabets in which a letter is the same one, the most likely first.
  private static let alphabets = ["", "bold", "script", "sans-serif"]

  private var members: [(rank: Int, name: Name)] = []

  /// The one that is declared for all.
  var first: Name? { members.first?.name }

  mutating func insert(_ name: Name) {
    guard let rank = Self.alphabets.firstIndex(of: name.alphabet),
      !members.contains(where: { $0.name == name })
    else { return }
    members.append((rank, name))
    members.sort { $0.rank < $1.rank }
  }
}
