/// A chart as it is put on a page.
public struct Chart: Hashable, Sendable, Codable {
  /// An `svg` element with the role of an image, a title and a description. Its font and colours are
  /// the page's CSS variables `--sans`, `--muted`, `--rule`, `--paper` and `--series-1` to
  /// `--series-6`, and the text's own colour.
  public let svg: String
  /// What the chart leaves out, and what Vega-Lite and Vega remark about the specification.
  public let warnings: [String]
}

/// Why a chart cannot be drawn.
public struct ChartFault: Error, Hashable, CustomStringConvertible {
  /// All that is wrong with the specification. Each message begins with the place within it, such as
  /// `layer[1].encoding.x`, unless it is about the whole.
  public let messages: [String]

  /// The messages, one on a line.
  public var description: String { messages.joined(separator: "\n") }
}
