import Documents

/// Attributes in braces, as Pandoc has them.
extension NotebookBuilder {
  /// Takes in the attributes that an image can have, and tells of the others.
  mutating func read(_ attributes: [Extra.Attribute], of image: inout Image) {
    for attribute in attributes {
      switch (attribute.name, attribute.value) {
      case ("width", let value?): image.width = length(value, attribute) ?? image.width
      case ("height", let value?): image.height = length(value, attribute) ?? image.height
      case ("alt", let value?), ("fig-alt", let value?): image.alternative = value
      case ("title", let value?) where image.title.isEmpty: image.title = value
      default:
        warn(of: attribute, help: #"an image takes width=50%, height=8cm and alt="…""#)
      }
    }
  }

  /// Tells of attributes where only a label counts.
  mutating func passOver(_ attributes: [Extra.Attribute]) {
    for attribute in attributes {
      warn(of: attribute, help: "only a label and an image's size count in braces")
    }
  }

  private mutating func warn(of attribute: Extra.Attribute, help: String) {
    report(
      Diagnostic(
        .warning,
        .unknownAttribute,
        "'\(source[attribute.range])' means nothing here, so it is passed over",
        help: help,
        in: source,
        at: attribute.range
      )
    )
  }

  /// A length as CSS writes it; a number alone counts pixels.
  private mutating func length(_ text: String, _ attribute: Extra.Attribute) -> String? {
    let units = ["%", "px", "cm", "mm", "in", "pt", "pc", "em", "rem", "ex", "ch", "vw", "vh"]
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(number.count)
    if let value = Double(number), value > 0, value.isFinite,
      unit.isEmpty || units.contains(String(unit))
    {
      return text + (unit.isEmpty ? "px" : "")
    }
    report(
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
