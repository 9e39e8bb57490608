import Files

/// About how much the store holds: what was counted, and what was written since.
///
/// It is kept in a small file of lines, `counted BYTES at SECONDS` and then `added BYTES` for each
/// run. Runs that end at once may lose a line, so the store is counted anew each day.
struct Usage {
  var total: Int
  var countedAt: Moment

  private static let largestFile = 1 << 14
  private static let largestNumber = 1 << 48

  /// - Returns: `nil` for a file that is missing, damaged, or has grown long.
  init?(of layout: Layout) {
    guard let file = try? OpenFile(reading: layout.usage), let status = try? file.status(),
      status.isRegular, status.size <= Self.largestFile,
      let bytes = try? file.read(Self.largestFile)
    else { return nil }
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }

  init?(text: String) {
    guard text.hasSuffix("\n") else { return nil }
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    guard let first = lines.first, first.count == 4, first[0] == "counted", first[2] == "at",
      let counted = Self.number(first[1]), let seconds = Self.number(first[3])
    else { return nil }
    total = counted
    countedAt = Moment(seconds: seconds)
    for line in lines.dropFirst() {
      guard line.count == 2, line[0] == "added", let added = Self.number(line[1]) else {
        return nil
      }
      total += added
    }
  }

  private static func number(_ text: String) -> Int? {
    Int(text).flatMap { (0...largestNumber).contains($0) ? $0 : nil }
  }

  /// Whether the count is to be trusted.
  func isFresh(at now: Moment) -> Bool {
    countedAt.age(at: now).map { $0 < .seconds(86_400) } ?? false
  }

  static func add(_ room: Int, to layout: Layout) throws(SystemFault) {
    let file = try OpenFile(appending: layout.usage)
    try file.write(Array("added \(room)\n".utf8))
    try file.finish()
  }

  static func write(_ total: Int, at now: Moment, to layout: Layout) throws(SystemFault) {
    let file = try PartialFile(at: layout.newPart())
    try file.write(Array("counted \(total) at \(now.seconds)\n".utf8))
    try file.place(at: layout.usage)
  }
}
