import Documents

/// What of a template's own is trusted: its scripts, style sheets, and what it loads.
///
/// Marks are put into the template's text, which nothing that is filled in can hold. They are found again in the
/// filled template, so that what a notebook brings is never taken for the template's.
struct TemplateSources {
  /// A mark is a zero byte and a letter.
  enum Mark: UInt8 {
    case content = 0x63  // c
    case policy = 0x70  // p
    case script = 0x73  // s
    case style = 0x74  // t
    /// Where the text of a script or a style sheet ends.
    case end = 0x65  // e

    var text: String { "\0" + String(UnicodeScalar(rawValue)) }
  }

  /// The template with marks.
  private(set) var text: String
  /// Scripts that hold values of notebooks, and so are not trusted: where they do.
  private(set) var mixed: [(offset: Int, name: String)] = []
  /// Where the template loads things from, by the names of directives.
  private(set) var origins: [String: [String]] = [:]
  private(set) var handlers = PolicySources()
  /// Whether it has a policy of its own.
  private(set) var hasPolicy = false

  private var bytes: [UInt8]
  private var marks: [(at: Int, mark: Mark)] = []
  private var placeOfPolicy: Int?

  /// - Parameter text: a template without zero bytes.
  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    blankComments()
    read()
    if let placeOfPolicy, !hasPolicy { marks.append((placeOfPolicy, .policy)) }
    guard !marks.isEmpty else { return }
    var marked: [UInt8] = []
    var at = 0
    let source = Array(text.utf8)
    for (place, mark) in marks.sorted(by: { $0.at < $1.at }) {
      marked += source[at..<place] + Array(mark.text.utf8)
      at = place
    }
    self.text = String(decoding: marked + source[at...], as: UTF8.self)
  }

  /// What stands in a comment of the template is none of its tags.
  private mutating func blankComments() {
    var rest = bytes[...]
    while let start = rest.range(of: Array("{{!".utf8)) {
      guard let end = bytes[start.upperBound...].range(of: Array("}}".utf8)) else { return }
      for index in start.lowerBound..<end.upperBound { bytes[index] = UInt8(ascii: " ") }
      rest = bytes[end.upperBound...]
    }
  }

  private mutating func read() {
    var reader = MarkupReader(bytes)
    while let (token, range) = reader.next(isForeign: false) {
      guard case .start(let tag) = token else {
        if range.lowerBound < range.upperBound, isDocumentType(range), placeOfPolicy == nil {
          placeOfPolicy = range.upperBound
        }
        continue
      }
      note(tag, endingAt: range.upperBound)
      guard OpenElements.textOnly.contains(tag.name) else { continue }
      let text = reader.rawText(of: tag.name)
      guard tag.name == "script" || tag.name == "style" else { continue }
      if tag.name == "script" {
        let isLoaded = tag.attributes.contains { $0.name == "src" }
        guard !isLoaded, OutputAttributes.hasProgram(tag, bytes) else { continue }
        let values = foreignValues(in: text)
        mixed += values
        if !values.isEmpty { continue }
      }
      marks.append((text.lowerBound, tag.name == "script" ? .script : .style))
      marks.append((text.upperBound, .end))
    }
  }

  private func isDocumentType(_ range: Range<Int>) -> Bool {
    bytes.startsIgnoringCase(Array("<!doctype".utf8), at: range.lowerBound)
  }

  private mutating func note(_ tag: MarkupTag, endingAt end: Int) {
    func value(_ name: String) -> String? { OutputAttributes.value(of: name, tag, bytes) }
    switch tag.name {
    case "html", "head": placeOfPolicy = end
    case "meta":
      // A browser must meet the page's encoding early.
      if value("charset") != nil, placeOfPolicy != nil { placeOfPolicy = end }
      if value("http-equiv")?.lowercased() == "content-security-policy" { hasPolicy = true }
    case "script": add(value("src"), to: "script-src")
    case "link":
      let relation = value("rel")?.lowercased() ?? ""
      if relation.contains("stylesheet") { add(value("href"), to: "style-src-elem") }
      if relation.contains("icon") { add(value("href"), to: "img-src") }
      if relation.contains("preload"), value("as") == "font" { add(value("href"), to: "font-src") }
    case "img": add(value("src"), to: "img-src")
    case "video", "audio", "source": add(value("src"), to: "media-src")
    case "iframe": add(value("src"), to: "frame-src")
    case "form": add(value("action") ?? "", to: "form-action")
    default: break
    }
    for attribute in tag.attributes where attribute.name.hasPrefix("on") {
      guard let text = value(attribute.name) else { continue }
      let values = text.contains("{{") ? foreignValues(in: attribute.range) : []
      mixed += values
      if values.isEmpty { handlers.add(handler: text) }
    }
  }

  private mutating func add(_ address: String?, to directive: String) {
    // What this program places beside pages is allowed where a page takes it.
    guard let address, !address.hasPrefix("{{assets}}") else { return }
    var source = "'self'"
    if !address.contains("{{"), case .web(let host) = MarkupAddress(address).kind, !host.isEmpty {
      // Style sheets of a site load fonts from it by addresses that nobody knows here.
      source = "https://\(host)"
      if directive == "style-src-elem" { add(address, to: "font-src") }
    }
    if origins[directive]?.contains(source) != true {
      origins[directive, default: []].append(source)
    }
  }

  /// The values within a script that are not this program's own.
  private func foreignValues(in range: Range<Int>) -> [(offset: Int, name: String)] {
    var values: [(offset: Int, name: String)] = []
    var rest = bytes[range]
    while let open = rest.range(of: Array("{{".utf8)) {
      guard let close = bytes[open.upperBound..<range.upperBound].range(of: Array("}}".utf8)) else {
        break
      }
      let tag = String(decoding: bytes[open.upperBound..<close.lowerBound], as: UTF8.self)
      let name = tag.trimmingPrefix(while: { "{&".contains($0) || $0.isWhitespace })
        .prefix { !$0.isWhitespace && $0 != "}" }
      let isShown = !"#^/".contains(name.first ?? "#")
      if isShown, !Self.own.contains(String(name)), !name.hasPrefix("words.") {
        values.append((open.lowerBound, String(name)))
      }
      rest = bytes[close.upperBound..<range.upperBound]
    }
    return values
  }

  /// The values that are none of a notebook's.
  private static let own: Set = [
    "script", "styles", "mathematics", "charts", "assets", "language", "direction",
  ]
}

/// A filled template: what stands around the page's content, and what of it is trusted.
struct FilledTemplate {
  /// Between each two parts the content belongs.
  var parts: [[UInt8]] = [[]]
  /// Where the policy belongs: in which part, and before which of its bytes.
  private(set) var placeOfPolicy: (part: Int, offset: Int)?
  /// The template's own scripts and style sheets.
  private(set) var sources = PolicySources()

  init(parts: [[UInt8]]) { self.parts = parts }

  /// - Parameter text: the template with its marks, and all values in their places.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var rest = bytes[...]
    var open: (mark: TemplateSources.Mark, text: [UInt8])?
    while let zero = rest.firstIndex(of: 0) {
      append(rest[..<zero], &open)
      let mark = bytes[(zero + 1)...].first.flatMap(TemplateSources.Mark.init)
      rest = bytes[min(zero + 2, bytes.endIndex)...]
      switch mark {
      case .content: parts.append([])
      case .policy:
        if placeOfPolicy == nil { placeOfPolicy = (parts.count - 1, parts[parts.count - 1].count) }
      case .script, .style: open = mark.map { ($0, []) }
      case .end:
        if open?.mark == .script { sources.add(script: Self.asRead(open?.text)) }
        if open?.mark == .style { sources.add(style: Self.asRead(open?.text)) }
        open = nil
      case nil: break
      }
    }
    append(rest, &open)
  }

  private mutating func append(
    _ bytes: ArraySlice<UInt8>,
    _ open: inout (mark: TemplateSources.Mark, text: [UInt8])?
  ) {
    parts[parts.count - 1] += bytes
    open?.text += bytes
  }

  private static func asRead(_ text: [UInt8]?) -> [UInt8] {
    guard let text, text.contains(0x0D) else { return text ?? [] }
    let plain = String(decoding: text, as: UTF8.self)
    return Array(plain.replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf8)
  }

  /// Puts the policy into its place.
  mutating func insert(_ policy: PagePolicy) {
    guard let (part, offset) = placeOfPolicy else { return }
    parts[part].insert(contentsOf: Array("\n\(policy.headLine)".utf8), at: offset)
  }
}
