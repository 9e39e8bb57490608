import Foundation

/// Two texts that differ and look the same.
enum LookAlikes {
  /// - Returns: where they part, told by code points; `nil` where a reader sees the difference.
  static func difference(_ promised: String, _ actual: String) -> String? {
    guard promised != actual || !promised.unicodeScalars.elementsEqual(actual.unicodeScalars),
      skeleton(promised) == skeleton(actual)
    else { return nil }
    let left = Array(promised.unicodeScalars)
    let right = Array(actual.unicodeScalars)
    var start = 0
    while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
    var end = 0
    while end < min(left.count, right.count) - start,
      left[left.count - 1 - end] == right[right.count - 1 - end]
    {
      end += 1
    }
    return "\(told(left[start..<left.count - end])) is promised, "
      + "and \(told(right[start..<right.count - end])) came"
  }

  /// A text as it looks: without what has no width, each space an ordinary one, each letter that of the
  /// Latin alphabet.
  private static func skeleton(_ text: String) -> String {
    var skeleton = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{FEFF}" { continue }
      if scalar.properties.isWhitespace {
        if skeleton.last != " " { skeleton.append(" ") }
      } else {
        skeleton.append(twins[scalar] ?? scalar)
      }
    }
    let whole = String(skeleton)
    return whole.hasSuffix(" ") ? String(whole.dropLast()) : whole
  }

  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let foreign = "−–‐‑‒—‘’‛“”„ʼ′″аеорсхуіјѕАВЕКМНОРСТХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ∕⁄∙⋅µ×"
    let latin = "------'''\"\"\"''\"aeopcxyijsABEKMHOPCTXIJSoABEZHIKMNOPTYX//··μx"
    return Dictionary(
      zip(foreign.unicodeScalars, latin.unicodeScalars).map { ($0, $1) },
      uniquingKeysWith: { $1 }
    )
  }()

  private static func told(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    guard !scalars.isEmpty else { return "nothing" }
    let names = scalars.prefix(3).map { scalar in
      let number = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
      return (scalar.properties.name ?? scalar.properties.nameAlias).map { "\(code) \($0)" } ?? code
    }
    return names.joined(separator: ", ") + (scalars.count > 3 ? ", …" : "")
  }
}
