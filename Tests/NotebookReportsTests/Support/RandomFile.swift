/// A file of few different lines with ends of all kinds, which makes differences hard to find.
struct RandomFile {
  var lines: [[UInt8]]

  var bytes: [UInt8] { lines.flatMap { $0 } }

  init(using generator: inout some RandomNumberGenerator) {
    let count = Int.random(in: 0...60, using: &generator)
    lines = (0..<count).map { _ in Self.line(using: &generator) }
    if Bool.random(using: &generator), lines.last?.last == UInt8(ascii: "\n") {
      lines[lines.count - 1].removeLast()
    }
  }

  /// The file after a few changes here and there.
  func edited(using generator: inout some RandomNumberGenerator) -> RandomFile {
    var file = self
    for _ in 0...Int.random(in: 0...5, using: &generator) {
      let place = Int.random(in: 0...file.lines.count, using: &generator)
      let end = min(place + Int.random(in: 0...3, using: &generator), file.lines.count)
      let count = Int.random(in: 0...3, using: &generator)
      let new = (0..<count).map { _ in Self.line(using: &generator) }
      file.lines.replaceSubrange(place..<end, with: new)
    }
    return file
  }

  private static func line(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    let texts: [[UInt8]] = [
      [], Array("a".utf8), Array("b ".utf8), Array("+c".utf8), Array("-- d".utf8), [0xFF, 0xFE],
      Array("é\re".utf8),
    ]
    let ends = ["\n", "\n", "\r\n"]
    let text = texts[Int.random(in: 0..<texts.count, using: &generator)]
    return text + Array(ends[Int.random(in: 0..<ends.count, using: &generator)].utf8)
  }
}
