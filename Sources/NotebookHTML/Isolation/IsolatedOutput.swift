import NotebookSyntax

/// The markup of one SVG or HTML output, kept to itself: its names and the rules of its style sheets
/// never reach another output or the page, and its elements end with it.
///
/// 1. The names that it gives are collected: ids, animations, fonts.
/// 2. Each gets a prefix that no other output has, and so does whatever refers to it.
/// 3. The rules of its style sheets are bound to the element around it.
/// 4. What is left open is closed, and what would close others is left out.
///
/// Where an output brings a program, its ids stay as they are, because the program asks for them.
struct IsolatedOutput {
  /// Whether it has style sheets, so that the element around it must say its name.
  private(set) var hasStyles = false
  /// What of it could not stay as it is.
  private(set) var faults: [OutputFault] = []
  /// Its style sheets as they stand on the page.
  private(set) var sheets: [[UInt8]] = []
  /// The ids that it could not rename.
  private(set) var keptIDs: [String] = []

  private let isPicture: Bool
  private var names: OutputNames
  private var pieces = MarkupPieces([])
  private var bytes: [UInt8] = []
  private var output: [UInt8] = []
  /// Whether the `body` of a whole document became a `div`, for its attributes.
  private var keepsBody = false

  /// - Parameters:
  ///   - parts: all markup of the output: HTML, or SVG from its `svg` element on.
  ///   - prefix: what is put before its names: letters, digits and low lines.
  ///   - isPicture: whether it is SVG.
  init(of parts: [String], prefix: String, isPicture: Bool) {
    names = OutputNames(prefix: prefix)
    self.isPicture = isPicture
    collectNames(parts)
  }

  /// What the element around it is told by.
  var attributes: [HTMLAttribute] {
    hasStyles ? [HTMLAttribute("data-scope", names.prefix)] : []
  }

  private mutating func collectNames(_ parts: [String]) {
    var pieces = MarkupPieces([])
    var hasProgram = false
    for part in parts {
      let bytes = Array(part.utf8)
      pieces.read(bytes)
      while let piece = pieces.next() {
        switch piece {
        case .start(let tag, _):
          OutputAttributes.collect(from: tag, bytes, into: &names)
          hasProgram = hasProgram || OutputAttributes.hasProgram(tag, bytes)
        case .sheet(let sheet, _):
          hasStyles = true
          ScopedStyleSheet.collect(from: sheet, into: &names)
        case .end, .other, .unfinished: break
        }
      }
    }
    guard hasProgram else { return }
    keptIDs = names.ids.sorted()
    names.ids = []
    names.hasProgram = true
  }

  // MARK: - Writing

  /// The next part of its markup, as it may stand on the page.
  mutating func next(_ part: String) -> String {
    bytes = Array(part.utf8)
    output.reserveCapacity(bytes.count + bytes.count / 8)
    pieces.read(bytes)
    while let piece = pieces.next() {
      switch piece {
      case .start(let tag, let range): write(tag, range)
      case .end(let name, let closing):
        if closing.isEmpty, name != "p" { add(.closesNothing(name)) }
        for element in closing where element.name == name || !element.mayStayOpen {
          close(element.name)
        }
      case .sheet(let sheet, let isForeign): write(sheet, isForeign)
      case .other(let range): output += bytes[range]
      case .unfinished(let range):
        add(.doesNotEnd(String(decoding: bytes[range].prefix(20), as: UTF8.self)))
      }
    }
    return takeOutput()
  }

  /// What closes whatever its markup has left open.
  mutating func end() -> String {
    for element in pieces.open.elements.reversed() where !element.mayStayOpen {
      if !Self.ofDocument.contains(element.name) { add(.staysOpen(element.name)) }
      close(element.name)
    }
    return takeOutput()
  }

  private mutating func takeOutput() -> String {
    defer { output = [] }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func add(_ fault: OutputFault) {
    if !faults.contains(fault) { faults.append(fault) }
  }

  private mutating func close(_ name: String) {
    guard !Self.ofDocument.contains(name) else {
      if name == "body", keepsBody { append("</div>") }
      return
    }
    append("</\(name)>")
  }

  private mutating func append(_ text: String) { output += Array(text.utf8) }

  /// What a whole document has, and a part of a page has not.
  private static let ofDocument: Set = ["html", "head", "body", "frameset"]

  private mutating func write(_ tag: MarkupTag, _ range: Range<Int>) {
    func value(_ name: String) -> String? { OutputAttributes.value(of: name, tag, bytes) }
    switch tag.name {
    case "html", "head", "frameset": return
    case "body":
      guard !tag.attributes.isEmpty, !keepsBody else { return }
      keepsBody = true
      append("<div")
      write(attributes: tag, tag.nameRange.upperBound..<range.upperBound)
      return
    case "base": return add(.leavesOut("<base>"))
    case "meta":
      if let order = value("http-equiv")?.lowercased(), order != "content-type" {
        add(.leavesOut("<meta http-equiv=\"\(order)\">"))
      }
      return
    case "link" where value("rel")?.lowercased().contains("stylesheet") == true:
      add(.stylesPage(value("href") ?? ""))
    default: break
    }
    output += bytes[range.lowerBound..<tag.nameRange.upperBound]
    if let box = PictureSize.viewBox(of: tag, bytes) { append(box) }
    write(attributes: tag, tag.nameRange.upperBound..<range.upperBound)
  }

  private mutating func write(attributes tag: MarkupTag, _ range: Range<Int>) {
    let attributes = OutputAttributes(names: names)
    var start = range.lowerBound
    for attribute in tag.attributes {
      guard let value = attribute.value,
        let renamed = attributes.renamed(bytes[value], of: attribute.name, tag)
      else { continue }
      output += bytes[start..<value.lowerBound]
      // What is escaped in a value holds in either kind of quotes.
      let isBare = !attribute.isQuoted
      if isBare { append("\"") }
      output += renamed
      if isBare { append("\"") }
      start = value.upperBound
    }
    output += bytes[start..<range.upperBound]
  }

  private mutating func write(_ sheet: [UInt8], _ isForeign: Bool) {
    let scoped = ScopedStyleSheet.scoped(sheet, names, isPicture: isPicture)
    for rule in scoped.leftOut { add(.leavesOut(rule)) }
    sheets.append(scoped.text)
    guard isForeign else {
      output += scoped.text
      return
    }
    var writer = HTMLWriter()
    writer.writeText(String(decoding: scoped.text, as: UTF8.self))
    output += writer.bytes
  }
}

extension OpenElements.Element {
  /// Whether the element may end without an end tag.
  fileprivate var mayStayOpen: Bool {
    language == .html && OpenElements.closedByOthers.contains(name)
  }
}
