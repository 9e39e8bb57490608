import Foundation

extension String {
  /// The text in the normal form (NFC) in which names are compared and written: `é` can be one
  /// character or two, and which one an author's keyboard or file gives is not for a name to tell.
  public var normalized: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }
}
