/// A piece of XML as a value. Only ``XMLText`` turns it into text, and escapes there.
indirect enum XMLTree: Sendable, Hashable {
  /// Text, which is escaped.
  case text(String)
  /// An element with its content.
  case element(StaticName, [XMLAttribute], [XMLTree])

  static func element(
    _ name: StaticName,
    _ attributes: KeyValuePairs<StaticName, String>,
    _ children: [XMLTree] = []
  ) -> XMLTree {
    .element(name, attributes.map { XMLAttribute(name: $0.key, value: $0.value) }, children)
  }
}

/// An attribute of an element.
struct XMLAttribute: Sendable, Hashable {
  var name: StaticName
  var value: String
}

/// A name that the program's author wrote, so that it needs no escapes.
struct StaticName: Sendable, Hashable, ExpressibleByStringLiteral {
  let text: String

  init(stringLiteral text: StaticString) {
    self.text = text.description
  }
}
