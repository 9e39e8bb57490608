import Documents

/// Where the TeX environments of a document end, so that the end of each, or that it has none, is
/// known without reading what lies between.
struct EnvironmentIndex {
  /// For the `\begin{…}` at an offset, the offset of its `\end{…}`.
  private var ends: [Int: Int] = [:]

  private static let begin = Array(#"\begin{"#.utf8)
  private static let end = Array(#"\end{"#.utf8)

  /// - Parameters:
  ///   - bytes: the document.
  ///   - range: the part in which environments are looked for.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: SourceRange) {
    var open: [String: [Int]] = [:]
    let text = bytes[range]
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == UInt8(ascii: "\\") else {
        at += 1
        continue
      }
      let rest = text[at...]
      if rest.starts(with: Self.begin) {
        if let name = Self.name(in: text, at: at + Self.begin.count) {
          open[name, default: []].append(at)
        }
      } else if rest.starts(with: Self.end),
        let name = Self.name(in: text, at: at + Self.end.count),
        let start = open[name]?.popLast()
      {
        ends[start] = at
      }
      at += 2
    }
  }

  /// Where the environment ends that begins at an offset.
  func end(ofEnvironmentAt offset: Int) -> Int? { ends[offset] }

  /// The name that begins at an index and ends with a brace.
  static func name<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, at start: Int) -> String?
  where Bytes.Index == Int {
    guard start < bytes.endIndex else { return nil }
    let name = bytes[start...].prefix { $0.isASCIILetter || $0 == UInt8(ascii: "*") }
    guard !name.isEmpty, name.endIndex < bytes.endIndex,
      bytes[name.endIndex] == UInt8(ascii: "}")
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }
}
