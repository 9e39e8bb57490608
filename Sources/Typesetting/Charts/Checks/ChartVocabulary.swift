/// The words of Vega-Lite 4.
enum ChartVocabulary {
  static let marks = words(
    """
    arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text
    tick trail
    """
  )

  static let channels = words(
    """
    x y x2 y2 xError xError2 yError yError2 longitude latitude longitude2 latitude2 theta theta2
    radius radius2 color fill stroke opacity fillOpacity strokeOpacity strokeWidth strokeDash size
    angle shape detail key text tooltip href url description order facet row column
    """
  )

  static let types = words("quantitative temporal ordinal nominal geojson")

  static let aggregates = words(
    """
    count valid values missing distinct sum product mean average variance variancep stdev stdevp
    stderr median q1 q3 ci0 ci1 min max argmin argmax
    """
  )

  /// The aggregates that any value has, not only numbers.
  static let countingAggregates = words("count valid values missing distinct argmin argmax min max")

  static let members = words(
    """
    $schema align autosize background bounds center columns concat config data datasets description
    encoding facet hconcat height layer mark name padding params projection repeat resolve selection
    spacing spec title transform usermeta vconcat view width
    """
  )

  /// The members that hold further views.
  static let compositions = ["layer", "concat", "hconcat", "vconcat"]

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

extension [String] {
  /// `; did you mean "color"?`, or nothing where no word is like the one that was written.
  func suggestion(for word: String) -> String {
    let lowercase = word.lowercased()
    let limit = word.count < 3 ? 1 : 1 + word.count / 4
    // Words of very different length are not alike, and not worth the time.
    let near = filter { abs($0.count - word.count) <= limit }
      .map { (word: $0, distance: $0.lowercased().distance(to: lowercase)) }
      .min { $0.distance < $1.distance }
    guard word.count <= 64, let near, near.distance <= limit else { return "" }
    return "; did you mean \"\(near.word)\"?"
  }
}

extension String {
  /// How many letters have to be put in, left out or changed to make the one text of the other.
  fileprivate func distance(to other: String) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (line, letter) in enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (index, found) in other.enumerated() {
        let change = diagonal + (letter == found ? 0 : 1)
        diagonal = row[index + 1]
        row[index + 1] = Swift.min(change, row[index] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
