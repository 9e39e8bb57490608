/// The names by which the program around the cells tells what they do.
enum GeneratedNames {
  private static let names: Set = [
    "__start", "__begin", "__at", "__show", "__showing", "__showingPromised", "__promise",
    "__finish",
    "__hold", "__never", "__Program",
  ]
  /// A number follows.
  private static let prefix = "__statements"

  static func contains(_ name: String) -> Bool {
    guard name.hasPrefix("__") else { return false }
    if names.contains(name) { return true }
    return name.hasPrefix(prefix) && name.dropFirst(prefix.count).allSatisfy(\.isNumber)
  }
}
