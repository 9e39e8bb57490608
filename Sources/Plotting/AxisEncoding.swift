/// One axis of a chart as Vega-Lite's encoding, the same for all layers.
struct AxisEncoding {
  /// What the marks ask of the axis.
  struct Needs {
    /// Whether numbers count as categories too.
    var isDiscrete = false
    /// Whether the scale begins at zero, as lengths of bars require.
    var includesZero = false
    /// Whether the scale ends with the data, not with the next round number.
    var endsWithData = false
    /// Whether the axis is the horizontal one.
    var isHorizontal: Bool
    /// The numbers that there are bars at, where there is nothing else.
    var places: [Double] = []
  }

  let axis: Axis
  /// The categories in the order in which they first occur; `nil` on a continuous scale.
  let categories: [String]?
  let needs: Needs
  let isTime: Bool
  /// The least and the greatest number that is drawn; `nil` where there is none.
  let extent: ClosedRange<Double>?

  /// - Parameters:
  ///   - positions: where the data lie on this axis.
  ///   - needs: what the marks ask of it.
  init(_ axis: Axis, positions: [AxisPosition], needs: Needs) {
    let drawn = positions.filter(axis.contains)
    let values = drawn.compactMap(\.value)
    let isDiscrete = needs.isDiscrete || values.count < drawn.count
    self.axis = axis
    self.needs = needs
    categories = isDiscrete ? drawn.map(\.category).uniqued : nil
    isTime = !isDiscrete && drawn.contains(where: \.isTime)
    extent = values.min().flatMap { least in values.max().map { least...$0 } }
  }

  /// The datum's member for this axis; `null` is not drawn.
  func value(of position: AxisPosition) -> JSON {
    guard axis.contains(position) else { return .null }
    guard categories == nil, let value = position.value else { return .string(position.category) }
    return .number(isTime ? (value * 1000).rounded() : value)
  }

  /// How much room the labels of categories need beside an upright axis, in pixels.
  var labelRoom: Double {
    categories.map { CategoryLabels($0, place: nil).width } ?? 40
  }

  /// How wide a category's bar is, in pixels.
  func barWidth(within length: Int) -> Double {
    Double(length) / Double(max(categories?.count ?? 1, 1)) * (1 - Self.padding)
  }

  /// Vega-Lite's encoding of the axis.
  ///
  /// - Parameters:
  ///   - field: the datum's member for this axis.
  ///   - length: the axis's length in pixels.
  func encoding(field: String, length: Int) -> JSON {
    let base: JSON = [
      "field": .string(field), "type": .string(type), "title": title(within: length),
    ]
    return base.adding("scale", scale(length)).adding("axis", marks(length))
  }

  /// The part of all bars' places that is left free.
  private static let padding = 0.25

  private var type: String {
    categories != nil ? "ordinal" : isTime ? "temporal" : "quantitative"
  }

  private func title(within length: Int) -> JSON {
    axis.title.map { TextSize.axisTitle.lines(of: $0, within: Double(max(length, 120))) } ?? .null
  }

  private func scale(_ length: Int) -> JSON {
    if let categories {
      let scale: JSON = ["domain": .array(categories.map(JSON.string))]
      guard needs.isDiscrete else { return scale }
      return scale.adding("paddingInner", .number(Self.padding))
        .adding("paddingOuter", .number(Self.padding / 2))
    }
    if isTime {
      let ends = axis.domain.map { [$0.lowerBound * 1000, $0.upperBound * 1000] }
      let scale: JSON = ["type": "utc", "nice": .bool(!needs.endsWithData && ends == nil)]
      return scale.adding("domain", ends.map { .array($0.map(JSON.number)) })
    }
    if axis.scale == .log {
      return ["type": "log", "domain": Self.ends(logTicks(length).domain), "nice": false]
    }
    let scale: JSON = ["type": "linear", "zero": .bool(needs.includesZero)]
    guard let domain = axis.domain ?? (extent == nil ? 0...1 : nil) else {
      return scale.adding("nice", .bool(!needs.endsWithData))
    }
    return scale.adding("domain", Self.ends(domain)).adding("nice", false)
  }

  /// What stands along the axis.
  private func marks(_ length: Int) -> JSON {
    let room = max(2, length / (needs.isHorizontal ? 60 : 45))
    if let categories { return categoryMarks(categories, length) }
    if axis.scale == .log, !isTime {
      let ticks = logTicks(length)
      let values = JSON.array(ticks.values.map(JSON.number))
      let labels = JSON.array(ticks.labels.map(JSON.string))
      // A tick is found by its number, as Vega leaves out ticks that lie outside of the scale.
      let label = "\(labels.text)[indexof(\(values.text), datum.value)]"
      return ["values": values, "labelExpr": .string(label)]
    }
    let marks: JSON = ["tickCount": .number(Double(room))]
    if isTime { return marks }
    // Each of a few bars has its number below it.
    let hasPlaces = (1...max(room, 1)).contains(needs.places.count)
    return marks.adding("values", hasPlaces ? .array(needs.places.map(JSON.number)) : nil)
      .adding("format", format)
  }

  private func categoryMarks(_ categories: [String], _ length: Int) -> JSON {
    let place = Double(length) / Double(max(categories.count, 1))
    let labels = CategoryLabels(categories, place: needs.isHorizontal ? place : nil)
    let marks: JSON = [
      "labelLimit": .number(CategoryLabels.limit), "labelOverlap": .bool(labels.areThinned),
    ]
    let isBroken = labels.lines.contains { $0.count > 1 }
    let names = JSON.array(categories.map(JSON.string)).text
    let text = labels.expression(index: "indexof(\(names), datum.value)")
    return marks.adding("labelAngle", needs.isHorizontal ? labels.slant ? -45 : 0 : nil)
      .adding("labelExpr", isBroken ? text : nil)
  }

  /// Very small and very great numbers are written with an exponent.
  private var format: JSON? {
    let ends = axis.domain ?? extent ?? 0...1
    let most = max(ends.lowerBound.magnitude, ends.upperBound.magnitude)
    return most >= 1e6 || (most > 0 && most < 1e-3) ? "~e" : nil
  }

  private func logTicks(_ length: Int) -> LogTicks {
    var extent = self.extent ?? 1...10
    // Bars begin below the least number, or its own would have no length.
    if needs.includesZero { extent = extent.lowerBound * 0.999...extent.upperBound }
    return LogTicks(
      axis.domain ?? extent,
      isFixed: axis.domain != nil,
      most: max(3, length / (needs.isHorizontal ? 45 : 28))
    )
  }

  private static func ends(_ range: ClosedRange<Double>) -> JSON {
    [.number(range.lowerBound), .number(range.upperBound)]
  }
}
