import Files

/// Where things lie in a store's folder.
struct Layout {
  /// What the mark's file begins with in a store of this format.
  static let format = "Lectern store, format 1\n"
  /// What it begins with in any.
  static let anyFormat = "Lectern store, format "
  static let markText =
    format + "Results of earlier runs. The folder may be removed at any time.\n"
  /// So that backup programs pass the folder by: https://bford.info/cachedir/
  static let tagText =
    "Signature: 8a477f597d28d172789f06886806bc55\n# Results that Lectern can make anew.\n"

  let root: String

  /// Whose presence says that the folder is a store.
  var mark: String { root + "/lectern-store" }
  var tag: String { root + "/CACHEDIR.TAG" }
  var ignore: String { root + "/.gitignore" }
  /// The entries, in folders named by the first two digits of their keys.
  var objects: String { root + "/objects" }
  /// Files that are being written, until they are moved to their places.
  var parts: String { root + "/parts" }
  /// How much the store holds.
  var usage: String { root + "/usage" }

  func newPart() -> String { parts + "/" + TemporaryName.next() }

  func fan(of key: StoreKey) -> String { objects + "/" + key.hex.prefix(2) }

  func entry(_ key: StoreKey) -> String {
    "\(objects)/\(key.hex.prefix(2))/\(key.hex.dropFirst(2))"
  }

  static func isFan(_ name: String) -> Bool { isHex(name, 2) }

  static func isEntry(_ name: String) -> Bool { isHex(name, 2 * Fingerprint.byteCount - 2) }

  private static func isHex(_ name: String, _ count: Int) -> Bool {
    name.utf8.count == count
      && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
