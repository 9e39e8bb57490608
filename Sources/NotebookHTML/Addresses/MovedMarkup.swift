import NotebookLayout

/// The markup of a page that becomes a part of another, among others of its kind.
package struct MovedMarkup {
  private let writer: HTMLWriter
  /// The names by which links can lead to a place of it.
  package let names: Set<String>

  /// - Parameter markup: the page's markup.
  package init(_ markup: [UInt8]) {
    writer = HTMLWriter([.raw(String(decoding: markup, as: UTF8.self))])
    names = Set(writer.names(writer.knownAddresses))
  }

  /// The markup with other names and links.
  ///
  /// - Parameters:
  ///   - name: what a name becomes; `nil` where it stays.
  ///   - link: what a link leads to; `nil` where it stays.
  package func renamed(
    _ name: (String) -> String?,
    link: (String) -> String?
  ) -> [UInt8] {
    let known = writer.knownAddresses
    var changes: [(range: Range<Int>, text: String)] = []
    for range in known.anchors {
      guard let new = name(HTMLText.decoded(writer.bytes[range])) else { continue }
      changes.append((quoted(range), new))
    }
    for spot in known.spots where spot.role == .link {
      guard let new = link(HTMLText.decoded(writer.bytes[spot.value])) else { continue }
      changes.append((spot.written, new))
    }
    changes.sort { $0.range.lowerBound < $1.range.lowerBound }
    return writer.replacing(changes).filled(with: []).bytes
  }

  /// A value with the quotation marks around it, if it has any.
  private func quoted(_ value: Range<Int>) -> Range<Int> {
    let marks = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    guard value.lowerBound > 0, value.upperBound < writer.bytes.count,
      marks.contains(writer.bytes[value.lowerBound - 1]),
      writer.bytes[value.lowerBound - 1] == writer.bytes[value.upperBound]
    else { return value }
    return value.lowerBound - 1..<value.upperBound + 1
  }
}
