/// The quoted texts of one line of a comment: one as a rule, or several with nothing but `and`, `then`
/// or a comma between them, and how often the one is printed.
struct PrintedTexts {
  /// Each text without its marks.
  private(set) var texts: [Range<Int>] = []
  /// Up to which mark they are one text, where those between may be its own.
  private(set) var whole: Range<Int>?
  private(set) var count = 1
  /// Whether another text is offered instead.
  private(set) var hasAlternative = false

  /// - Parameters:
  ///   - line: the line behind the mark that opens the text, without white space at its end.
  ///   - quote: the mark that closes a text.
  /// - Returns: `nil` where the text goes on with the next line.
  init?(_ line: ArraySlice<UInt8>, closedBy quote: String) {
    guard quote == "\"" else {
      let mark = Array(quote.utf8)
      let end = line.indices.last { line[$0...].starts(with: mark) }
      guard let end else { return nil }
      texts = [line.startIndex..<end]
      readWords(line[(end + mark.count)...])
      return
    }
    hasAlternative = Self.offersAnother(line)
    guard let end = ClosingQuote.index(in: line) else { return nil }
    whole = line.startIndex..<end
    texts = Self.list(line)
    guard texts.count > 1, let last = texts.last else {
      texts = [line.startIndex..<end]
      whole = nil
      readWords(line[(end + 1)...])
      return
    }
    if end != last.upperBound { whole = nil }
    readWords(line[(last.upperBound + 1)...], isList: true)
  }

  /// Whether another text stands behind the first one and an `or`.
  private static func offersAnother(_ line: ArraySlice<UInt8>) -> Bool {
    let mark = UInt8(ascii: "\"")
    guard let end = line.firstIndex(of: mark), end > line.startIndex,
      !CommentLine.isSpace(line[end - 1])
    else { return false }
    let words = words(of: line[(end + 1)...])
    return words.first == "or" && words.count > 1 && words[1].hasPrefix("\"")
  }

  /// The texts of a list, as far as it goes on.
  private static func list(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
    let mark = UInt8(ascii: "\"")
    var texts: [Range<Int>] = []
    var start = line.startIndex
    while let end = line[start...].firstIndex(of: mark) {
      texts.append(start..<end)
      guard let next = line[(end + 1)...].firstIndex(of: mark), isBetween(line[(end + 1)..<next])
      else { break }
      start = next + 1
    }
    return texts
  }

  /// Whether nothing but a comma and the like stands between two texts.
  private static func isBetween(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = words(of: bytes)
    return !words.isEmpty
      && words.allSatisfy { ["and", "then", "followed", "by", ","].contains($0) }
  }

  private static func words(of bytes: ArraySlice<UInt8>) -> [String] {
    String(decoding: bytes, as: UTF8.self).replacing(",", with: " , ").replacing(";", with: " , ")
      .split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Reads what the author says behind the text.
  private mutating func readWords(_ bytes: ArraySlice<UInt8>, isList: Bool = false) {
    let words = Self.words(of: bytes)
      .map { $0.trimmingSuffix(while: { ".!:)".contains($0) }) }
    guard let first = words.first else { return }
    guard !isList else { return }
    if let times = ["twice": 2, "thrice": 3][String(first)] { count = times }
    if words.count > 1, words[1] == "times", let times = Self.number(first) { count = times }
  }

  private static func number(_ word: Substring) -> Int? {
    if let number = Int(word), (1...1000).contains(number) { return number }
    return [
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ].firstIndex(of: String(word)).map { $0 + 2 }
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, predicate(last) { rest = rest.dropLast() }
    return Substring(rest)
  }
}
