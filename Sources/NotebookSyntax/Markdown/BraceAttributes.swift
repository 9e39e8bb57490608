import Documents

/// Attributes in braces, as Pandoc has them: an image can have some, elsewhere only a label counts.
struct BraceAttributes {
  private let attributes: [Extra.Attribute]
  private let source: SourceText

  init(_ attributes: [Extra.Attribute], in source: SourceText) {
    self.attributes = attributes
    self.source = source
  }

  /// An image with those that it can have, and what is said of the others.
  func applied(to image: Image) -> (image: Image, diagnostics: [Diagnostic]) {
    var image = image
    var diagnostics: [Diagnostic] = []
    for attribute in attributes {
      switch (attribute.name, attribute.value) {
      case ("width", let value?):
        image.width = length(value, attribute, &diagnostics) ?? image.width
      case ("height", let value?):
        image.height = length(value, attribute, &diagnostics) ?? image.height
      case ("alt", let value?), ("fig-alt", let value?): image.alternative = value
      case ("title", let value?) where image.title.isEmpty: image.title = value
      default:
        diagnostics.append(
          warning(of: attribute, help: #"an image takes width=50%, height=8cm and alt="…""#)
        )
      }
    }
    return (image, diagnostics)
  }

  /// Where the names of variants stand in `only=teacher`.
  var variants: [SourceRange] {
    attributes.filter(\.isVariant).map { attribute in
      let value = attribute.range.lowerBound + "only=".utf8.count
      let isQuoted = "\"'".utf8.contains(source.bytes[value])
      return isQuoted
        ? value + 1..<attribute.range.upperBound - 1 : value..<attribute.range.upperBound
    }
  }

  /// Tells of attributes where only a label counts.
  var passedOver: [Diagnostic] {
    attributes.filter { !$0.isVariant }
      .map { warning(of: $0, help: "only a label and an image's size count in braces") }
  }

  private func warning(of attribute: Extra.Attribute, help: String) -> Diagnostic {
    Diagnostic(
      .warning,
      .unknownAttribute,
      "'\(source[attribute.range])' means nothing here, so it is passed over",
      help: help,
      in: source,
      at: attribute.range
    )
  }

  /// A length as CSS writes it; a number alone counts pixels.
  private func length(
    _ text: String,
    _ attribute: Extra.Attribute,
    _ diagnostics: inout [Diagnostic]
  ) -> String? {
    let units = ["%", "px", "cm", "mm", "in", "pt", "pc", "em", "rem", "ex", "ch", "vw", "vh"]
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(number.count)
    if let value = Double(number), value > 0, value.isFinite,
      unit.isEmpty || units.contains(String(unit))
    {
      return text + (unit.isEmpty ? "px" : "")
    }
    diagnostics.append(
      Diagnostic(
        .error,
        .wrongAttribute,
        "'\(text)' is no length",
        help: "write \(attribute.name)=50%, or a number with a unit, such as 300px or 8cm",
        in: source,
        at: attribute.range
      )
    )
    return nil
  }
}

extension Extra.Attribute {
  /// Whether it says for which variant something is.
  fileprivate var isVariant: Bool { name == "only" && value?.isEmpty == false }
}
