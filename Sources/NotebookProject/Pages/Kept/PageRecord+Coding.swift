import Documents
import NotebookHTML
import NotebookLayout
import ResultStore

extension PageRecord {
  /// As JSON, but for warnings, links and placed files, of which a long page has thousands: they stand behind
  /// it field by field.
  static let coding = ResultCoding<PageRecord> { record in
    guard let frame = ResultCoding<Frame>.json.encode(Frame(record)) else { return nil }
    var bytes: [UInt8] = []
    bytes.append(sized: frame)
    bytes.append(number: record.placed.count)
    for file in record.placed { bytes.append(file) }
    bytes.append(number: record.origins.links.count)
    for link in record.origins.links { bytes.append(link) }
    bytes.append(number: record.warnings.count)
    for warning in record.warnings { bytes.append(warning) }
    return bytes
  } decode: { bytes in
    var reader = ByteReader(bytes)
    guard let json = reader.takeBytes(),
      var record = ResultCoding<Frame>.json.decode(json[...])?.record,
      let placed = reader.takeList(of: { $0.takePlacedFile() }),
      let links = reader.takeList(of: { $0.takeLink() }),
      let warnings = reader.takeList(of: { $0.takeDiagnostic() }), reader.isAtEnd
    else { return nil }
    record.placed = placed
    record.origins.links = links
    record.warnings = warnings
    return record
  }

  /// A record without what stands behind it.
  private struct Frame: Codable, Sendable {
    var page: Fingerprint
    var assets: Set<Page.Asset>
    var attachments: [Attachment]
    var files: [File]
    var environment: [String: String?]
    var others: OtherPages.Answers

    init(_ record: PageRecord) {
      page = record.page
      assets = record.assets
      attachments = record.attachments
      files = record.origins.files
      environment = record.origins.environment
      others = record.origins.others
    }

    var record: PageRecord {
      PageRecord(
        page: page,
        assets: assets,
        attachments: attachments,
        placed: [],
        warnings: [],
        origins: Origins(files: files, environment: environment, others: others)
      )
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ file: PlacedFile) {
    append(text: file.source)
    append(text: file.place)
    append(file.content)
    append(optional: file.variant) { $0.append(text: $1) }
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

  fileprivate mutating func append(_ diagnostic: Diagnostic) {
    append(text: diagnostic.severity.rawValue)
    append(text: diagnostic.identifier)
    append(text: diagnostic.message)
    append(optional: diagnostic.help) { $0.append(text: $1) }
    append(text: diagnostic.path)
    append(optional: diagnostic.start) { $0.append($1) }
    append(optional: diagnostic.end) { $0.append($1) }
  }

  private mutating func append(_ position: SourcePosition) {
    append(number: position.line)
    append(number: position.column)
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
    guard let source = takeText(), let place = takeText(), let content = takeFingerprint(),
      let variant = takeOptional({ $0.takeText() })
    else { return nil }
    return PlacedFile(source: source, content: content, place: place, variant: variant)
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

  fileprivate mutating func takeDiagnostic() -> Diagnostic? {
    guard let severity = takeText().flatMap(Diagnostic.Severity.init(rawValue:)),
      let kind = takeText(), let message = takeText(), let help = takeOptional({ $0.takeText() }),
      let path = takeText(), let start = takeOptional({ $0.takePosition() }),
      let end = takeOptional({ $0.takePosition() })
    else { return nil }
    return Diagnostic(
      severity,
      Diagnostic.Kind(rawValue: kind),
      message,
      help: help,
      path: path,
      start: start,
      end: end
    )
  }

  private mutating func takePosition() -> SourcePosition? {
    guard let line = takeNumber(), let column = takeNumber(), line > 0, column > 0 else {
      return nil
    }
    return SourcePosition(line: line, column: column)
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
