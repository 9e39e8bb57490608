import NotebookSyntax
import ResultStore

/// The scripts and style sheets that a page's policy allows, as it names them.
struct PolicySources: Sendable, Equatable {
  private(set) var styles: [String] = []
  private(set) var scripts: [String] = []
  /// The attributes that run scripts.
  private(set) var handlers: [String] = []
  /// Where scripts are loaded from.
  private(set) var addresses: [String] = []

  mutating func add(style text: [UInt8]) { Self.add(Self.digest(of: text), to: &styles) }

  mutating func add(script text: [UInt8]) { Self.add(Self.digest(of: text), to: &scripts) }

  mutating func add(handler text: String) {
    Self.add(Self.digest(of: Array(text.utf8)), to: &handlers)
  }

  mutating func add(scriptAt address: MarkupAddress) {
    switch address.kind {
    case .beside: Self.add("'self'", to: &addresses)
    case .web: Self.add(Self.source(address.text), to: &addresses)
    case .fragment, .data, .other: break
    }
  }

  mutating func forgetStyles() { styles = [] }

  mutating func add(_ other: PolicySources) {
    for style in other.styles { Self.add(style, to: &styles) }
    for script in other.scripts { Self.add(script, to: &scripts) }
    for handler in other.handlers { Self.add(handler, to: &handlers) }
    for address in other.addresses { Self.add(address, to: &addresses) }
  }

  private static func add(_ source: String, to list: inout [String]) {
    if !list.contains(source) { list.append(source) }
  }

  /// A text as a policy names it.
  static func digest(of text: [UInt8]) -> String {
    "'sha256-\(Fingerprint(of: text).base64)'"
  }

  /// An address as a policy names it: signs that part a policy's words stand in none.
  private static func source(_ address: String) -> String {
    let plain = String(address.prefix { $0 != "?" && $0 != "#" })
    return plain.replacing(";", with: "%3B").replacing(",", with: "%2C")
      .replacing(" ", with: "%20").replacing("\"", with: "%22").replacing("'", with: "%27")
  }

  /// A text of which a browser reads the same bytes as are written: controls and other line ends are none.
  static func asRead(_ text: [UInt8]) -> [UInt8] {
    let isPlain = text.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F && byte != 0xC2 || byte == 0x0A || byte == 0x09
    }
    if isPlain { return text }
    let plain = String(decoding: text, as: UTF8.self).unicodeScalars
      .filter { scalar in
        scalar == "\n" || scalar == "\t" || scalar == "\r"
          || scalar.properties.generalCategory != .control
      }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: plain)
    return Array(String(result).replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf8)
  }
}
