import Yams

/// `timeout` and `images`.
extension FrontMatterParser {
  /// A number of seconds, or a number with its unit: `90s`, `5m`, `1h`.
  mutating func timeout(_ node: Node) -> Duration? {
    let text = node.scalar?.string ?? ""
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let unit = text.last.flatMap { units[$0] }
    let number = unit == nil ? text[...] : text.dropLast()
    let mostSeconds = 1e9
    // What `Double` reads besides, such as `0x1p4` or `inf`, is no way to write a time.
    if number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let count = Double(number),
      case let seconds = count * (unit ?? 1), seconds > 0, seconds < mostSeconds
    {
      return .seconds(seconds)
    }
    report(
      "'timeout' is a number of seconds above 0",
      help: "write 'timeout: 300', or with a unit 'timeout: 5m'",
      range(of: node)
    )
    return nil
  }

  mutating func images(_ node: Node) -> ImagePlacement? {
    if let word = node.scalar?.string, let images = ImagePlacement(rawValue: word) { return images }
    report(
      "'images' is embed or copy",
      help: "write 'images: copy' for images that are files beside the page",
      range(of: node)
    )
    return nil
  }
}
