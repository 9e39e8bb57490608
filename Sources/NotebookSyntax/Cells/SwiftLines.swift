/// Which lines of Swift begin in code, and not in a string of several lines or a comment.
///
/// It knows no more of Swift than that takes: what stands in an interpolation is read as part of its
/// string.
struct SwiftLines {
  private enum State {
    case code
    case comment(depth: Int)
    /// A string of several lines that ends with `"""` and so many `#`.
    case string(hashes: Int)
  }

  private static let tripleQuote = Array("\"\"\"".utf8)

  private var state = State.code

  /// Whether the next line begins in code.
  var isInCode: Bool {
    if case .code = state { true } else { false }
  }

  /// Takes in a line without its end.
  mutating func read(_ line: Substring.UTF8View) {
    let bytes = Array(line)
    var at = 0
    while at < bytes.count {
      switch state {
      case .code: at = readCode(bytes, at)
      case .comment(let depth): at = readComment(bytes, at, depth)
      case .string(let hashes): at = readString(bytes, at, hashes)
      }
    }
  }

  private mutating func readCode(_ bytes: [UInt8], _ at: Int) -> Int {
    let rest = bytes[at...]
    if rest.starts(with: "//".utf8) { return bytes.count }
    if rest.starts(with: "/*".utf8) {
      state = .comment(depth: 1)
      return at + 2
    }
    let hashes = rest.prefix { $0 == UInt8(ascii: "#") }.count
    let quotes = rest.dropFirst(hashes)
    guard quotes.first == UInt8(ascii: "\"") else { return at + max(hashes, 1) }
    if quotes.starts(with: Self.tripleQuote) {
      state = .string(hashes: hashes)
      return quotes.startIndex + 3
    }
    return endOfString(bytes, quotes.startIndex + 1, hashes)
  }

  /// The end of a string of one line, at the latest that of the line.
  private func endOfString(_ bytes: [UInt8], _ start: Int, _ hashes: Int) -> Int {
    var at = start
    while at < bytes.count {
      if isEscape(bytes, at, hashes) {
        at += hashes + 2
      } else if bytes[at] == UInt8(ascii: "\""), hasHashes(bytes, at + 1, hashes) {
        return at + 1 + hashes
      } else {
        at += 1
      }
    }
    return bytes.count
  }

  private mutating func readString(_ bytes: [UInt8], _ at: Int, _ hashes: Int) -> Int {
    if isEscape(bytes, at, hashes) { return at + hashes + 2 }
    if bytes[at...].starts(with: Self.tripleQuote), hasHashes(bytes, at + 3, hashes) {
      state = .code
      return at + 3 + hashes
    }
    return at + 1
  }

  private mutating func readComment(_ bytes: [UInt8], _ at: Int, _ depth: Int) -> Int {
    let rest = bytes[at...]
    if rest.starts(with: "/*".utf8) {
      state = .comment(depth: depth + 1)
      return at + 2
    }
    if rest.starts(with: "*/".utf8) {
      state = depth > 1 ? .comment(depth: depth - 1) : .code
      return at + 2
    }
    return at + 1
  }

  private func isEscape(_ bytes: [UInt8], _ at: Int, _ hashes: Int) -> Bool {
    bytes[at] == UInt8(ascii: "\\") && hasHashes(bytes, at + 1, hashes)
  }

  private func hasHashes(_ bytes: [UInt8], _ at: Int, _ hashes: Int) -> Bool {
    at + hashes <= bytes.count
      && bytes[min(at, bytes.count)..<at + hashes].allSatisfy { $0 == UInt8(ascii: "#") }
  }
}
