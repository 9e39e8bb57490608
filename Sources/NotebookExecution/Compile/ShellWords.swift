/// The words of a command line that a program printed for a shell.
enum ShellWords {
  /// - Returns: `nil` where a quotation mark is never closed.
  static func words(in line: some StringProtocol) -> [String]? {
    var words: [String] = []
    var word: [UInt8]?
    var quote: UInt8?
    var bytes = line.utf8.makeIterator()
    while let byte = bytes.next() {
      switch (byte, quote) {
      case (UInt8(ascii: "'"), UInt8(ascii: "'")?), (UInt8(ascii: "\""), UInt8(ascii: "\"")?):
        quote = nil
      case (UInt8(ascii: "'"), nil), (UInt8(ascii: "\""), nil):
        quote = byte
        word = word ?? []
      case (UInt8(ascii: "\\"), nil), (UInt8(ascii: "\\"), UInt8(ascii: "\"")?):
        if let next = bytes.next() { word = (word ?? []) + [next] }
      case (UInt8(ascii: " "), nil):
        if let word { words.append(String(decoding: word, as: UTF8.self)) }
        word = nil
      default:
        word = word ?? []
        word?.append(byte)
      }
    }
    if let word { words.append(String(decoding: word, as: UTF8.self)) }
    return quote == nil ? words : nil
  }
}
