import Foundation

/// A text in Unicode's normal form C, so that an `é` of one character and one of two are the same.
struct NormalForm {
  let bytes: [UInt8]
  /// For each byte, and for the end, its place in the text as it was written; `nil` where that is the
  /// same text.
  let origins: [Int]?

  init(_ text: String) {
    let written = Array(text.utf8)
    guard written.contains(where: { $0 >= 0x80 }) else {
      (bytes, origins) = (written, nil)
      return
    }
    let composed = Array(text.precomposedStringWithCanonicalMapping.utf8)
    guard composed != written else {
      (bytes, origins) = (written, nil)
      return
    }
    var bytes: [UInt8] = []
    var origins: [Int] = []
    var start = 0
    for character in text {
      let part = String(character).precomposedStringWithCanonicalMapping.utf8
      bytes += part
      origins += Array(repeating: start, count: part.count)
      start += character.utf8.count
    }
    (self.bytes, self.origins) = (bytes, origins + [start])
  }
}
