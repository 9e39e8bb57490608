/// What was measured, as a table for people, 80 columns wide at most.
///
/// The time of a stage is without that of the stages in it, so that all of them add up to the total.
/// What goes on side by side is added up too; a clock on the wall shows less.
public struct TimingTable: Sendable {
  /// One line of the table.
  public struct Row: Sendable, Hashable {
    /// What the line is about.
    public var name: String
    /// The sum of the spans.
    public var time: Duration
    /// The number of spans.
    public var count: Int
    /// The stage that took most of it; `nil` where the line is about a stage.
    public var longest: String?
  }

  /// The stages, the longest first.
  public let stages: [Row]
  /// The notebooks, the longest first. What belongs to none is left out.
  public let notebooks: [Row]
  /// The sum of the stages.
  public let total: Row
  private let elapsed: Duration

  /// How many notebooks are listed.
  private static let mostNotebooks = 10

  /// - Parameters:
  ///   - spans: what was measured.
  ///   - elapsed: how long it took by the clock.
  public init(_ spans: [Span], elapsed: Duration) {
    let times = OwnTimes(spans)
    func row(_ name: String, _ spans: [Span]) -> Row {
      Row(name: name, time: spans.reduce(.zero) { $0 + times[$1] }, count: spans.count)
    }
    func stages(of spans: [Span]) -> [Row] {
      Dictionary(grouping: spans, by: \.stage).map { stage, spans in
        row(stage.isWhole ? "rest of \(stage.name)" : stage.name, spans)
      }
      .sorted(by: Self.isLonger)
    }
    self.stages = stages(of: spans)
    notebooks = Dictionary(grouping: spans.filter { $0.notebook != nil }) { $0.notebook ?? "" }
      .map { name, spans in
        var row = row(name, spans)
        row.longest = stages(of: spans).first?.name
        return row
      }
      .sorted(by: Self.isLonger)
    total = row("total", spans)
    self.elapsed = elapsed
  }

  private static func isLonger(_ left: Row, _ right: Row) -> Bool {
    left.time == right.time ? left.name < right.name : left.time > right.time
  }

  /// The table: the stages, and where there are several notebooks the slowest of them.
  public var text: String {
    var lines = [heading("stage", nil)] + stages.map(line) + [line(total)]
    if notebooks.count > 1 {
      let listed = notebooks.prefix(Self.mostNotebooks)
      lines += ["", heading("notebook", "mostly")] + listed.map(line)
      if notebooks.count > listed.count {
        lines.append("and \(notebooks.count - listed.count) more")
      }
    }
    let noun = notebooks.count == 1 ? "1 notebook" : "\(notebooks.count) notebooks"
    lines += ["", "\(noun) in \(Self.tenths(elapsed / .milliseconds(1))) ms by the clock"]
    return lines.joined(separator: "\n")
  }

  private func heading(_ name: String, _ longest: String?) -> String {
    Self.line(name, "ms", "share", "spans", longest)
  }

  private func line(_ row: Row) -> String {
    let share = total.time > .zero ? row.time / total.time * 100 : 0
    return Self.line(
      row.name,
      Self.tenths(row.time / .milliseconds(1)),
      Self.tenths(share) + " %",
      "\(row.count)",
      row.longest
    )
  }

  private static func line(
    _ name: String,
    _ time: String,
    _ share: String,
    _ count: String,
    _ longest: String?
  ) -> String {
    var name = String(name.map { $0.unicodeScalars.allSatisfy(\.isShown) ? $0 : "?" })
    // The end of a path tells more than its beginning.
    if name.count > 29 { name = "…" + name.suffix(28) }
    name += String(repeating: " ", count: 29 - name.count)
    let numbers = [(time, 11), (share, 9), (count, 8)].map { text, width in
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    return name + numbers.joined() + (longest.map { "  " + $0 } ?? "")
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Unicode.Scalar {
  /// Whether a terminal shows it, and does not obey it.
  fileprivate var isShown: Bool {
    ![.control, .format, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
  }
}
