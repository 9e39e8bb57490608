extension Chart {
  /// What the chart leaves out, and whether it draws anything at all, for its author.
  var remarks: [String] {
    let drawn = layers.filter { $0.kind != .annotation }
    let data = layers.flatMap(\.data)
    if layers.isEmpty { return ["the chart has no marks, so nothing is drawn"] }
    if data.isEmpty {
      return layers.flatMap(\.remarks) + ["the chart has no data, so nothing is drawn"]
    }
    var remarks = layers.flatMap(\.remarks)
    remarks += remark("x", data.flatMap { [$0.x, $0.x2] }, on: x)
    remarks += remark("y", data.flatMap { [$0.y, $0.y2.map(AxisPosition.number)] }, on: y)
    let isEmpty =
      !drawn.isEmpty && drawn.flatMap(\.data).allSatisfy { !x.contains($0.x) || !y.contains($0.y) }
    return isEmpty ? remarks + ["no datum has a place on both axes, so nothing is drawn"] : remarks
  }

  /// The positions that have no place on an axis.
  private func remark(_ name: String, _ positions: [AxisPosition?], on axis: Axis) -> [String] {
    let values = positions.compactMap { $0?.value }
    let infinite = values.count { !$0.isFinite }
    let low = axis.scale == .log ? values.count { $0.isFinite && $0 <= 0 } : 0
    var remarks: [String] = []
    if infinite > 0 {
      remarks.append(
        "\(infinite) of \(values.count) values along \(name) are NaN or infinite and are left out"
      )
    }
    if low > 0 {
      remarks.append(
        "\(low) of \(values.count) values along \(name) are not above zero and have no place on a log axis"
      )
    }
    return remarks
  }
}
