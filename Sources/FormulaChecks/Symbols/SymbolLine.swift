import Documents

/// One line of a document's symbols: `z: vector of 5`, `i, j: index of z`, `x > 0`.
public struct SymbolLine: Sendable, Hashable, Codable {
  /// The line.
  public var text: String

  /// - Parameter text: the line.
  public init(_ text: String) { self.text = text }

  /// The label of the equation by which it declares its letters; `nil` where it does otherwise.
  public var equation: String? { meaning.flatMap(MeaningWords.label) }

  /// Whether it says by Swift what a letter means.
  public var isSwift: Bool { meaning?.hasPrefix("{swift}") == true }

  /// What stands before the colon: the letters, as TeX, or a relation.
  var names: String { String(parts.names) }

  /// What stands behind the colon; `nil` where there is none.
  var meaning: String? { parts.meaning.map(String.init) }

  /// Where the meaning begins, in bytes of the line.
  var meaningOffset: Int {
    guard let meaning = parts.meaning else { return 0 }
    return text.utf8.distance(from: text.startIndex, to: meaning.startIndex)
  }

  /// Where the names begin.
  var namesOffset: Int { text.utf8.distance(from: text.startIndex, to: parts.names.startIndex) }

  private var parts: (names: Substring, meaning: Substring?) {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "{", "(": depth += 1
      case "}", ")": depth -= 1
      case ":" where depth == 0:
        let next = text.index(after: index)
        guard next == text.endIndex || text[next].isWhitespace else { continue }
        return (text[..<index].trimmedPart, text[next...].trimmedPart)
      default: break
      }
    }
    return (text[...].trimmedPart, nil)
  }

  /// The TeX that must be read to know what the line says: the names, and the meaning where it is a formula.
  var tex: (names: String, meaning: String?) {
    guard let meaning, MeaningWords.label(in: meaning) == nil, !meaning.hasPrefix("{swift}"),
      case let read = Result(catching: { () throws(ReadingFault) in
        try MeaningWords.meaning(of: meaning)
      }), case .success(nil) = read
    else { return (names, nil) }
    return (names, meaning)
  }
}

extension Substring {
  fileprivate var trimmedPart: Substring {
    var part = self
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return part
  }
}
