/// Reads the names of labels in a text: letters of any script, digits and `_`.
struct NameReader {
  let bytes: ArraySlice<UInt8>

  /// The end of a label's name: letters, digits, `_`, and `-`, `:` and `.` inside it.
  func endOfName(from start: Int) -> Int {
    var at = start
    var end = start
    while at < bytes.endIndex {
      let length = length(at: at)
      if length > 0 {
        end = at + length
      } else if !"-:.".utf8.contains(bytes[at]) {
        break
      }
      at += max(length, 1)
    }
    return end
  }

  /// The end of the name that `\ref` and its like have in their braces, which may begin and end with any
  /// of its characters.
  func endOfArgument(from start: Int) -> Int {
    var end = start
    while end < bytes.endIndex {
      let length = "-:.".utf8.contains(bytes[end]) ? 1 : length(at: end)
      if length == 0 { break }
      end += length
    }
    return end
  }

  /// How many bytes the letter, digit or `_` at an index has; 0 where there is another character.
  func length(at index: Int) -> Int {
    guard bytes.indices.contains(index) else { return 0 }
    let first = bytes[index]
    if first < 0x80 { return first.isASCIIWordByte ? 1 : 0 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + length <= bytes.endIndex else { return 0 }
    return Self.isName(bytes[index..<index + length]) ? length : 0
  }

  /// Whether a letter, digit or `_` stands before an index that is not the first.
  func endsName(before index: Int) -> Bool {
    let last = bytes[index - 1]
    if last < 0x80 { return last.isASCIIWordByte }
    return Self.isName(character(before: index))
  }

  /// Whether a character of a script without spaces stands before an index that is not the first.
  func endsUnspaced(before index: Int) -> Bool { isUnspaced(character(before: index)) }

  /// Whether a character of a script without spaces begins at an index.
  func isUnspaced(at index: Int, length: Int) -> Bool { isUnspaced(bytes[index..<index + length]) }

  private func character(before index: Int) -> ArraySlice<UInt8> {
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return bytes[start..<index]
  }

  private func isUnspaced(_ character: ArraySlice<UInt8>) -> Bool {
    guard let first = character.first, first >= 0xE0 else { return false }
    let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first
    return scalar.map(UnspacedScript.contains) ?? false
  }

  private static func isName(_ character: ArraySlice<UInt8>) -> Bool {
    guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return scalar.properties.isAlphabetic
    }
  }
}
