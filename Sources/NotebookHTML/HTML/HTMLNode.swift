/// A piece of HTML as a value. Only ``HTMLWriter`` turns it into bytes, and escapes there.
enum HTMLNode: Sendable {
  /// Text, which is escaped.
  case text(String)
  /// An element with its content.
  case element(HTMLElement)
  /// An element that has no content and no end tag, such as `br`.
  case void(StaticString, [HTMLAttribute])
  /// Markup that the author or a value wrote, which is not escaped.
  case raw(String)
  /// A formula or a chart, by its place among all of the page, which is set when the whole page is
  /// known.
  case later(Int)
  /// What was written already.
  case written(HTMLWriter)

  static func element(
    _ name: StaticString,
    _ attributes: [HTMLAttribute] = [],
    _ children: [HTMLNode] = []
  ) -> HTMLNode {
    .element(HTMLElement(name: name, attributes: attributes, children: children))
  }
}

/// An element with a start tag and an end tag.
struct HTMLElement: Sendable {
  var name: StaticString
  var attributes: [HTMLAttribute]
  var children: [HTMLNode]
}

/// An attribute of an element.
struct HTMLAttribute: Sendable {
  var name: StaticString
  /// `nil` for an attribute that says what it has to say by being there, such as `checked`.
  var value: String?

  init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }

  static func `class`(_ names: String) -> HTMLAttribute { HTMLAttribute("class", names) }
  static func id(_ name: String) -> HTMLAttribute { HTMLAttribute("id", name) }
  static func href(_ address: String) -> HTMLAttribute { HTMLAttribute("href", address) }
  static func label(_ text: String) -> HTMLAttribute { HTMLAttribute("aria-label", text) }
  static func role(_ name: String) -> HTMLAttribute { HTMLAttribute("role", name) }
  static func flag(_ name: StaticString) -> HTMLAttribute { HTMLAttribute(name, nil) }
}
