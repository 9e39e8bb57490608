extension ChartLayer {
  /// A layer of pairs.
  ///
  /// - Precondition: `x`, `y` and `series`, where it is given one by one, are equally many.
  init<X: Sequence, Y: Sequence>(
    _ kind: Kind,
    _ mark: JSON,
    name: String,
    x: X,
    y: Y,
    series: SeriesNames
  ) where X.Element: Plottable, Y.Element: Plottable {
    let x = x.map(\.position)
    let y = y.map(\.position)
    Self.requireEqual(name, "x", x.count, "y", y.count)
    if case .each(let names) = series {
      Self.requireEqual(name, "x", x.count, "series", names.count)
    }
    self.kind = kind
    self.mark = mark
    data = x.indices.map { Datum(x: x[$0], y: y[$0], series: series[$0]) }
  }

  static func requireEqual(
    _ name: String,
    _ first: String,
    _ firstCount: Int,
    _ second: String,
    _ secondCount: Int
  ) {
    require(
      firstCount == secondCount,
      "\(name): \(first) has \(firstCount) values but \(second) has \(secondCount)"
    )
  }
}

/// The series to which a mark's elements belong.
enum SeriesNames {
  case all(String?)
  case each([String])

  subscript(index: Int) -> String? {
    switch self {
    case .all(let name): name
    case .each(let names): names[index]
    }
  }
}
