import Foundation
import ResultStore

/// A file that is put among the pages.
///
/// Its folder there is named by what the file holds: so two files of one name never become one, whichever
/// pages are made together, and several pages share one copy.
struct PlacedFile: Hashable, Sendable {
  var source: String
  /// Its place, below the output folder.
  var place: String
  var content: Fingerprint

  init(source: String, content: Fingerprint) {
    self.source = source
    self.content = content
    let name = source.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    place = "\(AssetFolder.name)/\(content.shortName)/\(name ?? "file")"
  }
}
