/// Gives cells their ids: made of what a cell says, so that it keeps its id when others come or go.
struct CellNames {
  private var taken: Set<String> = []

  /// - Parameters:
  ///   - label: the label by which the text refers to the cell.
  ///   - text: what the cell says.
  mutating func id(label: String?, text: String) -> String {
    // At most 64 of the letters, digits, hyphens and low lines that the format lets pass.
    let own = label.map {
      $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    }
    var stem = own ?? ""
    if stem.isEmpty || stem.count > 48 { stem = "cell-" + Self.hash(text) }
    var id = stem
    var number = 1
    while !taken.insert(id).inserted {
      number += 1
      id = "\(stem)-\(number)"
    }
    return id
  }

  /// The hash of Fowler, Noll and Vo.
  private static func hash(_ text: String) -> String {
    let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }
}
