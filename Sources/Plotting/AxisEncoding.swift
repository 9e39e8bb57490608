/// One axis of a chart as Vega-Lite's encoding, the same for all layers.
struct AxisEncoding {
  let axis: Axis
  /// The categories in the order in which they first occur; `nil` on a scale of numbers.
  let categories: [String]?
  private let includesZero: Bool
  private let endsWithData: Bool
  private let isEmpty: Bool

  /// - Parameters:
  ///   - positions: where the data lie on this axis.
  ///   - isDiscrete: whether numbers count as categories too.
  ///   - includesZero: whether the scale begins at zero, as lengths of bars require.
  ///   - endsWithData: whether the scale ends with the data, not with the next round number.
  init(
    _ axis: Axis,
    positions: [AxisPosition],
    isDiscrete: Bool,
    includesZero: Bool,
    endsWithData: Bool
  ) {
    self.axis = axis
    let hasCategories = positions.contains { if case .category = $0 { true } else { false } }
    categories =
      isDiscrete || hasCategories ? positions.filter(axis.contains).map(\.category).uniqued : nil
    isEmpty = !positions.contains(where: axis.contains)
    self.includesZero = includesZero
    self.endsWithData = endsWithData
  }

  /// The datum's member for this axis; `null` is not drawn.
  func value(of position: AxisPosition) -> JSON {
    guard axis.contains(position) else { return .null }
    guard categories == nil, case .number(let value) = position else {
      return .string(position.category)
    }
    return .number(value)
  }

  /// Vega-Lite's encoding of the axis.
  ///
  /// - Parameters:
  ///   - field: the datum's member for this axis.
  ///   - length: the axis's length in pixels.
  ///   - isHorizontal: whether texts along it need room beside each other.
  func encoding(field: String, length: Int, isHorizontal: Bool) -> JSON {
    let title = axis.title.map(JSON.string) ?? .null
    if let categories {
      let base: JSON = [
        "field": .string(field), "type": "ordinal", "title": title,
        "scale": ["domain": .array(categories.map(JSON.string))],
      ]
      let angle: JSON = ["labelAngle": labelAngle(categories, length: length)]
      return base.adding("axis", isHorizontal ? angle : nil)
    }
    return [
      "field": .string(field), "type": "quantitative", "title": title, "scale": scale,
      "axis": ["tickCount": .number(Double(max(2, length / (isHorizontal ? 60 : 50))))],
    ]
  }

  private var scale: JSON {
    var scale: JSON = ["type": .string(axis.scale.rawValue)]
    if axis.scale == .linear { scale = scale.adding("zero", .bool(includesZero)) }
    if let domain = axis.domain ?? (isEmpty ? emptyDomain : nil) {
      let ends: JSON = [.number(domain.lowerBound), .number(domain.upperBound)]
      return scale.adding("domain", ends).adding("nice", false)
    }
    return scale.adding("nice", .bool(!endsWithData))
  }

  private var emptyDomain: ClosedRange<Double> { axis.scale == .log ? 1...10 : 0...1 }

  /// Level where the labels fit beside each other, otherwise slanting; a character is some 7 pixels
  /// wide.
  private func labelAngle(_ categories: [String], length: Int) -> JSON {
    let longest = categories.map(\.count).max() ?? 0
    return (longest * 7 + 6) * categories.count <= length ? 0 : -45
  }
}
