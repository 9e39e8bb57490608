import Documents
import NotebookPages
import ResultStore

extension PageRecord {
  /// As JSON, but for links and placed files, of which a page of images has thousands: they stand behind it
  /// field by field.
  static let coding = ResultCoding<PageRecord> { record in
    guard let frame = ResultCoding<Frame>.json.encode(Frame(record)) else { return nil }
    var bytes: [UInt8] = []
    bytes.append(sized: frame)
    bytes.append(number: record.placed.count)
    for file in record.placed { bytes.append(file) }
    bytes.append(number: record.origins.links.count)
    for link in record.origins.links { bytes.append(link) }
    return bytes
  } decode: { bytes in
    var reader = ByteReader(bytes)
    guard let json = reader.takeBytes(),
      var record = ResultCoding<Frame>.json.decode(json[...])?.record,
      let placed = reader.takeList(of: { $0.takePlacedFile() }),
      let links = reader.takeList(of: { $0.takeLink() }), reader.isAtEnd
    else { return nil }
    record.placed = placed
    record.origins.links = links
    return record
  }

  /// A record without its links and placed files.
  private struct Frame: Codable, Sendable {
    var page: Fingerprint
    var assets: Set<Page.Asset>
    var warnings: [Diagnostic]
    var files: [File]
    var environment: [String: String?]
    var others: OtherPages.Answers

    init(_ record: PageRecord) {
      page = record.page
      assets = record.assets
      warnings = record.warnings
      files = record.origins.files
      environment = record.origins.environment
      others = record.origins.others
    }

    var record: PageRecord {
      PageRecord(
        page: page,
        assets: assets,
        placed: [],
        warnings: warnings,
        origins: Origins(files: files, environment: environment, others: others)
      )
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ file: PlacedFile) {
    append(text: file.source)
    append(file.content)
  }

  fileprivate mutating func append(_ link: PageLinks.Link) {
    append(text: link.address.role.rawValue)
    append(text: link.address.text)
    let destination = link.destination
    append(text: destination.kind.rawValue)
    append(text: destination.path)
    append(optional: destination.page) { $0.append(text: $1) }
    append(optional: destination.content) { $0.append($1) }
    append(optional: destination.size) { $0.append(number: $1) }
    append(optional: destination.anchor) { $0.append(text: $1) }
  }

  /// Appends whether there is a value, and the value.
  private mutating func append<Value>(
    optional value: Value?,
    _ append: (inout [UInt8], Value) -> Void
  ) {
    self.append(value == nil ? 0 : 1)
    if let value { append(&self, value) }
  }
}

extension ByteReader {
  fileprivate mutating func takePlacedFile() -> PlacedFile? {
    guard let source = takeText(), let content = takeFingerprint() else { return nil }
    return PlacedFile(source: source, content: content)
  }

  fileprivate mutating func takeLink() -> PageLinks.Link? {
    guard let role = takeText().flatMap(PageAddress.Role.init(rawValue:)), let text = takeText(),
      let kind = takeText().flatMap(Destination.Kind.init(rawValue:)), let path = takeText(),
      let page = takeOptional({ $0.takeText() }),
      let content = takeOptional({ $0.takeFingerprint() }),
      let size = takeOptional({ $0.takeNumber() }), let anchor = takeOptional({ $0.takeText() })
    else { return nil }
    return PageLinks.Link(
      address: PageAddress(role, text),
      destination: Destination(
        kind: kind,
        path: path,
        page: page,
        content: content,
        size: size,
        anchor: anchor
      )
    )
  }

  /// - Returns: `nil` where there is neither a value nor the word that there is none.
  private mutating func takeOptional<Value>(_ take: (inout ByteReader) -> Value?) -> Value?? {
    switch self.take(1)?.first {
    case 0: .some(nil)
    case 1: take(&self).map { .some($0) }
    default: nil
    }
  }

  /// Takes a list that follows its number.
  fileprivate mutating func takeList<Value>(of take: (inout ByteReader) -> Value?) -> [Value]? {
    guard let count = takeNumber(), count >= 0 else { return nil }
    var list: [Value] = []
    while list.count < count {
      guard let value = take(&self) else { return nil }
      list.append(value)
    }
    return list
  }
}
