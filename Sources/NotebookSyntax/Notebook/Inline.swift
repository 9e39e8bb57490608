/// A piece of running text.
public enum Inline: Sendable, Hashable, Codable {
  case text(String)
  /// A sign such as `\"` that its author has escaped, so that it stays as it is where others become
  /// typographic ones.
  case escaped(String)
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  indirect case link(Link)
  indirect case image(Image)
  /// One raw HTML tag or comment, as written.
  case html(String)
  indirect case footnoteReference(FootnoteReference)
  indirect case formula(Formula)
  indirect case value(InlineValue)
  indirect case reference(Reference)
  indirect case citation(Citation)
  /// A node that a newer cmark-gfm knows and this room does not: kept by what it holds.
  indirect case unknown(name: String, [Inline])
}

/// A link.
public struct Link: Sendable, Hashable, Codable {
  /// The address, as the author meant it: neither escaped nor checked.
  public var destination: String
  /// Empty where there is none.
  public var title: String
  /// The text that is linked.
  public var inlines: [Inline]
}

/// An image.
public struct Image: Sendable, Hashable, Codable {
  /// The address, as the author meant it: neither escaped nor checked.
  public var source: String
  /// Empty where there is none.
  public var title: String
  /// The description; the caption where the image is a figure.
  public var inlines: [Inline]
  /// `{#fig-…}` after the image.
  public var label: Label?
  /// `width=…` and `height=…` after the image, as CSS writes a length.
  public var width: String?
  /// See ``width``.
  public var height: String?
  /// `alt="…"` after the image: the description where the one in brackets is the caption.
  public var alternative: String?
}

/// `[^name]` in the text.
public struct FootnoteReference: Sendable, Hashable, Codable {
  /// The footnote's number, from 1.
  public var number: Int
  /// Which reference to this footnote it is, from 1.
  public var occurrence: Int
}

/// A part of raw HTML.
public enum HTMLPart: Sendable {
  /// Markup and text, as written.
  case raw(String)
  case formula(Formula)
  case value(InlineValue)
  case reference(Reference)
  case citation(Citation)
}
