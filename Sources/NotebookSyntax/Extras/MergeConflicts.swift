import Documents

/// The marks that a merge leaves in a document: `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`, each
/// at the beginning of its line.
struct MergeConflicts {
  private static let length = 7

  /// Where the marks stand, one list for each conflict.
  private var conflicts: [[SourceRange]] = []
  /// A line `=======` outside a conflict, which underlines a heading unless `>>>>>>>` follows.
  private var divider: SourceRange?
  /// Whether the last conflict has not come to its end.
  private var isOpen = false

  /// Looks at a line of a document, which is not one that quotes such marks.
  mutating func note(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let mark = line.first, "<|=>".utf8.contains(mark),
      line.prefix(while: { $0 == mark }).count == Self.length
    else { return }
    let rest = line.dropFirst(Self.length)
    guard rest.first.map({ $0 == UInt8(ascii: " ") }) ?? true else { return }
    let range = line.startIndex..<line.startIndex + Self.length
    switch mark {
    case UInt8(ascii: "<"):
      conflicts.append([range])
      isOpen = true
    case UInt8(ascii: ">"):
      if isOpen {
        add(range)
      } else if let divider {
        conflicts.append([divider, range])
      }
      divider = nil
      isOpen = false
    case UInt8(ascii: "="):
      guard rest.allSatisfy(\.isASCIIWhitespace) else { return }
      if isOpen { add(range) } else { divider = range }
    default:
      if isOpen { add(range) }
    }
  }

  private mutating func add(_ range: SourceRange) {
    guard let last = conflicts.indices.last else { return }
    conflicts[last].append(range)
  }

  /// An error for each conflict.
  func diagnostics(in source: SourceText) -> [Diagnostic] {
    conflicts.compactMap { marks in
      guard let first = marks.first else { return nil }
      let lines = marks.map { String(source.position(at: $0.lowerBound).line) }
      let list =
        lines.count > 1
        ? "lines " + lines.dropLast().joined(separator: ", ") + " and " + (lines.last ?? "")
        : "line " + lines[0]
      return Diagnostic(
        .error,
        .mergeConflict,
        "a merge left a conflict here",
        help: "keep what is right, and take \(list) out",
        in: source,
        at: first
      )
    }
  }
}
