import Documents
import NotebookSyntax

/// The attributes in which an output names its own parts, and what they are with the output's prefix put
/// before these names.
struct OutputAttributes {
  let names: OutputNames

  /// Adds to the names of an output those that a start tag gives.
  static func collect(from tag: MarkupTag, _ bytes: [UInt8], into names: inout OutputNames) {
    for attribute in tag.attributes where gives(attribute.name, tag) {
      guard let value = attribute.value else { continue }
      let name = String(decoding: CharacterReferences.decoded(bytes[value]), as: UTF8.self)
      if !name.isEmpty { names.ids.insert(name) }
    }
  }

  /// Whether a tag brings a program, which may ask for any name.
  static func hasProgram(_ tag: MarkupTag, _ bytes: [UInt8]) -> Bool {
    if tag.name == "script" {
      guard let type = value(of: "type", tag, bytes)?.lowercased(), !type.isEmpty else {
        return true
      }
      return type == "module" || type.contains("javascript") || type.contains("ecmascript")
    }
    return tag.attributes.contains { attribute in
      if attribute.name.hasPrefix("on"), attribute.value != nil { return true }
      guard attribute.name.hasSuffix("href"), let value = attribute.value else { return false }
      return Array(bytes[value].drop(while: \.isASCIIWhitespace))
        .startsIgnoringCase(Array("javascript:".utf8), at: 0)
    }
  }

  /// An attribute's value as text.
  static func value(of name: String, _ tag: MarkupTag, _ bytes: [UInt8]) -> String? {
    tag.attributes.first { $0.name == name }?.value.map {
      String(decoding: CharacterReferences.decoded(bytes[$0]), as: UTF8.self)
    }
  }

  /// The value of an attribute with the prefix put in; `nil` where it names nothing of the output.
  func renamed(_ value: ArraySlice<UInt8>, of attribute: String, _ tag: MarkupTag) -> [UInt8]? {
    let decoded = CharacterReferences.decoded(value)
    guard let renamed = places(decoded, attribute, tag) else { return nil }
    return renamed == decoded ? nil : Self.escaped(renamed)
  }

  private func places(_ value: [UInt8], _ attribute: String, _ tag: MarkupTag) -> [UInt8]? {
    let text = String(decoding: value, as: UTF8.self)
    if Self.gives(attribute, tag) {
      return names.ids.contains(text) ? Array((names.prefix + text).utf8) : nil
    }
    if Self.groups(attribute, tag) {
      return text.isEmpty || names.hasProgram ? nil : Array((names.prefix + text).utf8)
    }
    switch attribute {
    case "href", "xlink:href", "usemap":
      guard names.leads(text) else { return nil }
      return Array(("#" + names.prefix + text.dropFirst()).utf8)
    case "begin", "end":
      return Array(
        text.split(separator: ";", omittingEmptySubsequences: false)
          .map(renamed(moment:)).joined(separator: ";").utf8
      )
    case "style":
      var styles = StyleNames(value, names)
      for part in styles.scanner.split(0..<value.count, at: UInt8(ascii: ";")) {
        styles.read(declaration: part)
      }
      return styles.taken(0..<value.count)
    case "font-family":
      var styles = StyleNames(value, names)
      styles.readFonts(styles.scanner.trimmed(0..<value.count))
      return styles.taken(0..<value.count)
    case let name where Self.idLists.contains(name):
      return Array(
        text.split(separator: " ", omittingEmptySubsequences: false)
          .map { names.ids.contains(String($0)) ? names.prefix + $0 : String($0) }
          .joined(separator: " ").utf8
      )
    case let name where Self.withReferences.contains(name):
      var styles = StyleNames(value, names)
      styles.readReferences(0..<value.count)
      return styles.taken(0..<value.count)
    default: return nil
    }
  }

  /// `a.end+1s` in the timing of an animation, in which signs of the name are written as `\-`.
  private func renamed(moment: Substring) -> String {
    let start = moment.firstIndex { !$0.isWhitespace } ?? moment.startIndex
    let rest = moment[start...]
    // A name may hold dots itself.
    let ends = rest.indices.lazy.filter { rest[$0] == "." }.prefix(8)
    let isNamed = ends.contains { end in
      names.ids.contains(String(rest[..<end]).replacing("\\", with: ""))
    }
    return isNamed ? moment[..<start] + names.prefix + rest : String(moment)
  }

  private static func escaped(_ value: [UInt8]) -> [UInt8] {
    var writer = HTMLWriter()
    writer.writeText(String(decoding: value, as: UTF8.self))
    return writer.bytes
  }

  /// Whether an attribute gives a name by which others find the element.
  private static func gives(_ attribute: String, _ tag: MarkupTag) -> Bool {
    attribute == "id" || attribute == "name" && (tag.name == "map" || tag.name == "a")
  }

  /// Whether an attribute joins the element with all others of the page that have the same.
  private static func groups(_ attribute: String, _ tag: MarkupTag) -> Bool {
    attribute == "name" && (tag.name == "details" || tag.name == "input")
  }

  /// Attributes that hold names, with spaces between.
  static let idLists: Set = [
    "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details",
    "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns", "commandfor", "for", "form",
    "headers", "itemref", "list", "popovertarget",
  ]

  /// Attributes that may hold `url(#name)`.
  private static let withReferences: Set = [
    "by", "clip-path", "cursor", "fill", "filter", "from", "marker", "marker-end", "marker-mid",
    "marker-start", "mask", "stroke", "to", "values",
  ]
}
