import NotebookSyntax

/// Something in raw markup that a page does not hold.
struct Removal: Hashable {
  enum Reason: Hashable {
    case script
    /// An attribute that runs a script, such as `onclick`.
    case handler(String)
    /// A frame that shows another site, or nothing that could be shown.
    case frame(host: String?)
    /// Something that a browser would ask a server for.
    case request(host: String)
    /// An address that leads to no page, or may run something.
    case address(String)
    case element(String)
    case attribute(String, of: String)
    /// A declaration or a rule of a style.
    case style(String)
    /// What begins as a tag or a comment and does not end.
    case unfinished
  }

  var reason: Reason
  /// The first line of the tag in which it stands, by which its place is found.
  var tag: [UInt8]
  /// Where it stands in that; `nil` for all of it.
  var focus: Range<Int>?

  /// What is left out and why.
  var message: String {
    switch reason {
    case .script: "'<script>' is left out: a page runs no scripts but its own"
    case .handler(let name): "'\(name)' is left out: a page runs no scripts but its own"
    case .frame(let host?): "this frame is left out: a page shows nothing of '\(host)'"
    case .frame(nil): "this frame is left out: a page shows frames of no other sites"
    case .request(let host): "a page asks '\(host)' for nothing, so this address is left out"
    case .address(let text): "the address '\(Self.short(text))' is left out: it leads to no page"
    case .element(let name): "'<\(name)>' is left out: a page has no such elements"
    case .attribute(let name, let element):
      "'\(name)' of '<\(element)>' is left out: a page has no such attributes"
    case .style(let text):
      "'\(Self.short(text))' is left out: a style may neither load anything nor lie over the page"
    case .unfinished: "what begins here does not end and is left out"
    }
  }

  /// What to do about it.
  var help: String {
    switch reason {
    case .script, .handler: Self.trust("'scripts: true'")
    case .frame(let host?): Self.trust("'frames: [\(host)]'")
    case .frame(nil): "link to what it shows"
    case .request(let host):
      "put the file beside the notebook, or, \(Self.trust("'requests: [\(host)]'"))"
    case .address:
      "addresses begin with https:, http: or mailto:, or lead to a file beside the page"
    case .element, .attribute: "say it by other elements, or in Markdown"
    case .style: "images come as data:, and 'position' is static, relative, absolute or sticky"
    case .unfinished: "write &lt; for a '<' that begins no element"
    }
  }

  private static func trust(_ words: String) -> String {
    "if you trust it, write \(words) into lectern.yml"
  }

  private static func short(_ text: String) -> String {
    text.count > 60 ? text.prefix(57) + "…" : text
  }
}
