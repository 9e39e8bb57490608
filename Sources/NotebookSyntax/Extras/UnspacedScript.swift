import Documents

/// The scripts that put no spaces between words, or write particles right behind a foreign word.
package enum UnspacedScript {
  private static let ranges: [ClosedRange<UInt32>] = [
    0x0E00...0x0FFF,  // Thai, Lao, Tibetan
    0x1000...0x109F,  // Burmese
    0x1100...0x11FF,  // Korean
    0x1780...0x17FF,  // Khmer
    0x2E80...0x9FFF,  // Chinese and Japanese
    0xA960...0xA97F, 0xAC00...0xD7FF,  // Korean
    0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,  // compatibility and full width
    0x1B000...0x1B16F, 0x20000...0x3FFFF,  // Chinese and Japanese
  ]

  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x0E00 && ranges.contains { $0.contains(scalar.value) }
  }
}

/// Where the name of a label ends among characters that know no spaces.
struct LabelNames {
  private let known: Set<String>

  /// The labels that a document seems to define: what stands behind `{#`, `label=` and `\label{`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let marks = ["#", "label=", "label{"].map { Array($0.utf8) }
    var known: Set<String> = []
    for mark in marks {
      var at = 0
      while at < bytes.count, let found = bytes[at...].firstIndex(of: mark[0]) {
        at = found + 1
        guard bytes[found...].starts(with: mark) else { continue }
        let name = bytes[(found + mark.count)...]
          .prefix { !$0.isASCIIWhitespace && !"{}\"'`,".utf8.contains($0) }
        let text = String(decoding: name, as: UTF8.self)
        if Label.kind(ofName: text) != nil { known.insert(text) }
      }
    }
    self.known = known
  }

  /// The longest beginning of a name that is a label; where none is, the part before the first
  /// character of such a script, if that can be one.
  func beginning(of name: String) -> Substring {
    let scalars = name.unicodeScalars
    var shortest: Substring?
    var longest: Substring?
    var isUnspaced = false
    for index in scalars.indices {
      let next = UnspacedScript.contains(scalars[index])
      if index > scalars.startIndex, next || isUnspaced {
        let part = trimmed(name[..<index])
        if shortest == nil, Label.kind(ofName: String(part)) != nil { shortest = part }
        if known.contains(Label.name(ofMention: String(part)) ?? "") { longest = part }
      }
      isUnspaced = next
    }
    if known.contains(Label.name(ofMention: name) ?? "") { return name[...] }
    return longest ?? shortest ?? name[...]
  }

  private func trimmed(_ part: Substring) -> Substring {
    var part = part
    while let last = part.utf8.last, "-:._".utf8.contains(last) { part = part.dropLast() }
    return part
  }
}
