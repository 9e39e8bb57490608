/// The names that things of the page have so far.
struct PageAnchors {
  private var used: Set<String> = []

  /// The `id` attribute with a name, the first time that the name is asked for: a page with two
  /// things of one name is not valid.
  mutating func attribute(_ name: String) -> [HTMLAttribute] {
    used.insert(name).inserted ? [.id(name)] : []
  }

  func contains(_ name: String) -> Bool { used.contains(name) }
}
