/// The size of an SVG picture, by which it can be made smaller where there is no room for it.
enum PictureSize {
  /// The attribute that a picture's start tag lacks: without a view box a browser does not scale what
  /// is too wide, but cuts it off.
  ///
  /// - Returns: `nil` where it has one, where its size is not known, and for all other tags.
  static func viewBox(of tag: MarkupTag, _ bytes: [UInt8]) -> String? {
    guard tag.name == "svg", !tag.attributes.contains(where: { $0.name == "viewbox" }),
      let width = pixels(of: "width", tag, bytes), let height = pixels(of: "height", tag, bytes)
    else { return nil }
    return " viewBox=\"0 0 \(width) \(height)\""
  }

  /// A length in pixels, as a number is written.
  private static func pixels(of name: String, _ tag: MarkupTag, _ bytes: [UInt8]) -> String? {
    guard let text = OutputAttributes.value(of: name, tag, bytes) else { return nil }
    let number = text.drop(while: \.isWhitespace).prefix {
      $0.isASCII && ($0.isNumber || $0 == ".")
    }
    let unit = text[number.endIndex...].filter { !$0.isWhitespace }.lowercased()
    guard let length = Double(number), length > 0, let factor = factors[unit] else { return nil }
    return factor == 1 ? String(number) : String(length * factor)
  }

  /// The pixels of each unit, by CSS.
  private static let factors = [
    "": 1, "px": 1, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "in": 96, "pt": 96.0 / 72, "pc": 16,
  ]

  /// Whether a picture takes its colours from the page that it is on, and so needs no paper of its own
  /// where that is dark.
  static func adaptsColours(_ picture: String) -> Bool {
    let text = picture.lowercased()
    return ["currentcolor", "var(--", "prefers-color-scheme", "light-dark("]
      .contains { text.contains($0) }
  }
}
