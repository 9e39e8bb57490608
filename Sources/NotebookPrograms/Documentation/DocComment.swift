import Documents
import SwiftSyntax

/// A comment that documents a declaration.
package struct DocComment: Sendable {
  /// Its Markdown, at its place in the file.
  package let text: SourceText
  /// Who can use what it documents.
  package let access: Access

  /// Who can use a declaration.
  package enum Access: Int, Sendable, Comparable {
    /// Its own file, or a part of it.
    case file
    /// Its module or package.
    case module
    /// Whoever imports the module.
    case all

    package static func < (left: Access, right: Access) -> Bool { left.rawValue < right.rawValue }
  }
}

/// The lines of one comment without its marks: `///`, or `/**` and `*/` with a column of stars or without.
struct DocCommentLines {
  /// The number of the first line.
  let firstLine: Int
  /// What each line says.
  private(set) var lines: [Range<Int>] = []

  /// - Parameters:
  ///   - ranges: the comments that follow each other line by line, or the one of several lines.
  init?(_ ranges: [Range<Int>], in source: SourceText) {
    guard let first = ranges.first else { return nil }
    firstLine = source.position(at: first.lowerBound).line
    if source.bytes[first].starts(with: "/**".utf8) {
      addBlock(first, source)
    } else {
      lines = ranges.map { $0.lowerBound + 3..<$0.upperBound }
    }
    takeMargin(source)
  }

  private mutating func addBlock(_ range: Range<Int>, _ source: SourceText) {
    let isClosed = range.count >= 5 && source.bytes[range].suffix(2).elementsEqual("*/".utf8)
    let end = range.upperBound - (isClosed ? 2 : 0)
    let last = source.position(at: max(end - 1, range.lowerBound)).line
    lines = (firstLine...max(firstLine, last)).map { number in
      let line = source.lineRange(number)
      let start = number == firstLine ? range.lowerBound + 3 : line.lowerBound
      return start..<max(start, min(line.upperBound, end))
    }
    let star = UInt8(ascii: "*")
    func stars(_ line: Range<Int>) -> Int? {
      source.bytes[line].firstIndex { !Self.isBlank($0) }.flatMap {
        source.bytes[$0] == star ? $0 : nil
      }
    }
    // What stands before the end of the comment may be nothing but its last star.
    let inner = lines.dropFirst().filter { line in
      source.bytes[line].contains { !Self.isBlank($0) }
    }
    guard !inner.isEmpty, inner.allSatisfy({ stars($0) != nil }) else { return }
    for index in lines.indices.dropFirst() {
      if let mark = stars(lines[index]) { lines[index] = mark + 1..<lines[index].upperBound }
    }
  }

  /// Takes away the white space that all lines begin with. That behind the mark that opens a comment of
  /// several lines says nothing.
  private mutating func takeMargin(_ source: SourceText) {
    let isBlock =
      lines.first.map {
        source.bytes[$0.lowerBound - 1] == UInt8(ascii: "*")
      } ?? false
    if isBlock, let first = lines.first {
      let text = source.bytes[first].firstIndex { !Self.isBlank($0) } ?? first.upperBound
      lines[0] = text..<first.upperBound
    }
    let own = lines.indices.dropFirst(isBlock ? 1 : 0)
    var margin: ArraySlice<UInt8>?
    for index in own {
      let line = source.bytes[lines[index]]
      let blank = line.prefix(while: Self.isBlank)
      guard blank.count < line.count else { continue }
      let common = margin.map { old in zip(old, blank).prefix { $0 == $1 }.count }
      margin = blank.prefix(common ?? blank.count)
    }
    guard let width = margin?.count, width > 0 else { return }
    for index in own {
      let line = lines[index]
      let blank = source.bytes[line].prefix(while: Self.isBlank).count
      lines[index] = line.lowerBound + min(width, blank)..<line.upperBound
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
