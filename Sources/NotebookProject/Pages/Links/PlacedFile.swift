import Foundation
import ResultStore

/// A file that is put among the pages.
///
/// Where it has no place of its own, its folder there is named by what the file holds: so two files of one name never become one, whichever
/// pages are made together, and several pages share one copy.
struct PlacedFile: Hashable, Sendable {
  var source: String
  /// Its place, below the output folder.
  var place: String
  var content: Fingerprint
  /// The variant in which a notebook is handed out; `nil` for a file as it is.
  var variant: String?

  init(source: String, content: Fingerprint) {
    self.source = source
    self.content = content
    let name = source.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    place = "\(AssetFolder.name)/\(content.shortName)/\(name ?? "file")"
  }

  /// A file that has its own place.
  init(source: String, content: Fingerprint, place: String, variant: String? = nil) {
    self.source = source
    self.content = content
    self.place = place
    self.variant = variant
  }
}
