/// SVG as programs write it to files.
enum SVGText {
  /// The image from `<svg` on: an XML declaration and a document type mean nothing inside HTML.
  static func withoutProlog(_ image: String) -> String {
    let head = image.prefix(2000)
    guard head.first != "<" || head.hasPrefix("<?") || head.hasPrefix("<!") else { return image }
    var rest = head
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      if rest.hasPrefix("<svg") { return String(image[start...]) }
      rest = rest.dropFirst()
    }
    return image
  }
}
