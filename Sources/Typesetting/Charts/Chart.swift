/// A chart as it is put on a page.
public struct Chart: Hashable, Sendable {
  /// An `svg` element with the role of an image and a title. Its colours are the page's CSS variables
  /// `--muted`, `--rule`, `--paper` and `--series-1` to `--series-6`, and the text's own colour.
  public let svg: String
  /// What Vega-Lite and Vega remark about the specification.
  public let warnings: [String]
}

/// Why a chart cannot be drawn.
public struct ChartError: Error, Hashable, CustomStringConvertible {
  /// What is wrong with the specification, in the words of Vega-Lite, Vega or the JSON parser.
  public let messages: [String]

  /// The messages, one on a line.
  public var description: String { messages.joined(separator: "\n") }
}
