import NotebookLayout

/// What the pages of a course have names for, as Sphinx and its relatives read it to link to it.
struct Inventory {
  /// The file's name, which these programs look for.
  static let fileName = "objects.inv"

  /// Something that others can link to.
  private struct Entry {
    var name: String
    var role: String
    var address: String
    var title: String

    /// Fields are parted by spaces, so that a name or an address must not hold any.
    var line: String? {
      guard !name.contains(where: \.isWhitespace), !address.contains(" ") else { return nil }
      let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return "\(name) std:\(role) -1 \(address) \(words.isEmpty ? "-" : words)\n"
    }
  }

  private let title: String
  private let entries: [Entry]

  /// - Parameter labels: what the notebooks label.
  init(_ reading: CourseReading, _ labels: [String: [LabelIndex.Entry]]) {
    let outline = reading.outline
    title = outline.title ?? outline.words[.course]
    func own(_ address: String) -> String { String(address.dropFirst(outline.prefix.count)) }
    let documents = outline.chapters.map { chapter in
      let address = own(chapter.address)
      return Entry(
        name: String(address.dropLast(".html".count)),
        role: "doc",
        address: address,
        title: chapter.title
      )
    }
    let course = Set(reading.course.notebooks.map(\.page))
    let labelled = labels.compactMap { name, places -> Entry? in
      guard places.count == 1, let place = places.first, course.contains(place.page),
        let anchor = place.target.address
      else { return nil }
      return Entry(
        name: name,
        role: "label",
        address: own(LocalAddress.encoded(place.page)) + anchor,
        title: place.target.name(of: name, in: outline.words)
      )
    }
    entries = documents + labelled.sorted { $0.name < $1.name }
  }

  /// The file: four lines of text, and behind them the entries in zlib's format.
  var bytes: [UInt8] {
    let head = """
      # Sphinx inventory version 2
      # Project: \(title.split(whereSeparator: \.isNewline).joined(separator: " "))
      # Version:\u{20}
      # The remainder of this file is compressed using zlib.

      """
    return Array(head.utf8) + ZlibStream.stored(Array(entries.compactMap(\.line).joined().utf8))
  }
}
