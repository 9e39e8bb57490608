import Documents

/// One entry of a BibTeX file as it is written, before anything in it is understood.
struct RawEntry: Sendable {
  /// The entry's type in small letters, such as `article`.
  var type: String
  var typeRange: SourceRange
  /// The key; `nil` where it is missing, so that nothing can cite the entry.
  var key: String?
  var keyRange: SourceRange
  var fields: [RawField] = []
}

/// One field of an entry: `name = value`.
struct RawField: Sendable {
  /// The name in small letters, such as `title`.
  var name: String
  var nameRange: SourceRange
  var value: RawValue
}

/// The text of a field, with its pieces joined, and where each piece stands.
struct RawValue: Sendable {
  /// A piece of the value that stands in a file as one run of bytes.
  struct Piece: Sendable {
    /// Where the piece begins in the value's bytes.
    var start: Int
    /// The number of the file; `nil` for the names of months that BibTeX brings along.
    var file: Int?
    /// Where the piece begins in the file.
    var origin: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Piece] = []

  /// What the value costs to copy, for the limit on abbreviations.
  var size: Int { bytes.count + 16 * pieces.count }

  mutating func append(_ text: some Sequence<UInt8>, file: Int?, origin: Int) {
    pieces.append(Piece(start: bytes.count, file: file, origin: origin))
    bytes.append(contentsOf: text)
  }

  mutating func append(_ other: RawValue) {
    pieces += other.pieces.map {
      Piece(start: bytes.count + $0.start, file: $0.file, origin: $0.origin)
    }
    bytes += other.bytes
  }

  /// Where a range of the value stands: the file's number and the bytes of it.
  func place(of range: Range<Int>) -> (file: Int, range: SourceRange)? {
    let after = pieces.partitioningIndex { $0.start > range.lowerBound }
    guard after > 0, let file = pieces[after - 1].file else { return nil }
    let piece = pieces[after - 1]
    let start = piece.origin + range.lowerBound - piece.start
    let end = after < pieces.count ? min(range.upperBound, pieces[after].start) : range.upperBound
    return (file, start..<max(start, piece.origin + end - piece.start))
  }
}
