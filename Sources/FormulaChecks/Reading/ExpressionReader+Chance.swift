import Documents

/// Expectations, variances and probabilities, also under conditions.
extension ExpressionReader {
  mutating func expectation(
    _ scripted: MathTree.Scripted,
    _ place: Range<Int>?,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression {
    let read = given(place, &row)
    let mean = read.given.mean(of: read.body, read.place)
    return scripts(scripted.upper.map { raised(mean, $0) } ?? mean, read.close)
  }

  mutating func variance(
    _ scripted: MathTree.Scripted,
    _ place: Range<Int>?,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression {
    let read = given(place, &row)
    let variance: Expression
    if read.given.isEmpty {
      variance = Expression(.variance(read.body), read.place)
    } else {
      // The mean of the square less the square of the mean.
      let two = Expression(.number(Number(2)), read.place)
      let square = Expression(.power(read.body, two), read.place)
      let mean = read.given.mean(of: read.body, read.place)
      variance = Expression(
        .difference(
          read.given.mean(of: square, read.place),
          Expression(.power(mean, two), read.place)
        ),
        read.place
      )
    }
    return scripts(scripted.upper.map { raised(variance, $0) } ?? variance, read.close)
  }

  mutating func probability(_ place: Range<Int>?, _ row: inout ArraySlice<MathTree>) -> Expression {
    guard let (bar, end) = conditionalBar(row) else {
      let group = bracket(&row, isCondition: true)
      let read = Expression(.probability(group.condition ?? .all([])), union(place, group.place))
      return scripts(read, group.close)
    }
    // A probability under a condition is a quotient of two.
    let event = condition(Array(row[..<bar].dropFirst()))
    let given = condition(Array(row[(bar + 1)..<end]))
    let whole = union(place, row[end].wholePlace)
    let close = row[end].scripted
    row = row[(end + 1)...]
    let read = Expression(
      .quotient(
        Expression(.probability(.all([event, given])), whole),
        Expression(.probability(given), whole)
      ),
      whole
    )
    return scripts(read, close)
  }

  /// What stands behind a bar.
  private struct Given {
    /// Variables that are what they are just now, as in `E[X | Y]`.
    var variables: [Expression] = []
    /// What is true, as in `E[X | Y > 0]`.
    var condition: Condition?

    var isEmpty: Bool { variables.isEmpty && condition == nil }

    /// The mean of something under it.
    func mean(of body: Expression, _ place: Range<Int>?) -> Expression {
      guard !isEmpty else { return Expression(.expectation(body), place) }
      guard let condition else {
        return Expression(.conditionalExpectation(body, given: variables), place)
      }
      let part = Expression(.product(body, Expression(.truth(condition), place)), place)
      return Expression(
        .quotient(
          Expression(.expectation(part), place),
          Expression(.probability(condition), place)
        ),
        place
      )
    }
  }

  /// What stands in brackets, before a bar and behind it.
  private mutating func given(_ place: Range<Int>?, _ row: inout ArraySlice<MathTree>) -> (
    body: Expression, given: Given, place: Range<Int>?, close: MathTree.Scripted?
  ) {
    guard let (bar, end) = conditionalBar(row) else {
      let group = bracket(&row)
      let body = group.condition.map { Expression(.truth($0), group.place) } ?? group.items[0]
      return (body, Given(), union(place, group.place), group.close)
    }
    let whole = union(place, row[end].wholePlace)
    let before = Array(row[..<bar].dropFirst())
    let behind = Array(row[(bar + 1)..<end])
    let close = row[end].scripted
    row = row[(end + 1)...]
    func isStated(_ tokens: [MathTree]) -> Bool {
      tokens.outer.contains { Self.relations[tokens[$0].relationSign] != nil }
    }
    let body =
      isStated(before)
      ? Expression(.truth(condition(before)), whole) : self.whole(before, whole)
    var given = Given()
    if isStated(behind) {
      given.condition = condition(behind)
    } else {
      given.variables = behind.split(separator: ",").map { self.whole(Array($0), whole) }
    }
    return (body, given, whole, close)
  }

  /// Where the bar of a condition stands in the brackets with which a row begins, and where these end; `nil`
  /// where there is none. Two bars are those of an absolute value.
  private func conditionalBar(_ row: ArraySlice<MathTree>) -> (bar: Int, end: Int)? {
    let opening = row.first?.text ?? ""
    guard
      let end = end(of: row.dropFirst(), opening: opening, closing: Self.openings[opening] ?? ")")
    else { return nil }
    let inner = Array(row[..<end].dropFirst())
    let bars = inner.outer.filter { ["|", "∣"].contains(inner[$0].text) }
    guard let bar = bars.last, bars.count == 1 || bars.contains(where: { inner[$0].text == "∣" })
    else { return nil }
    return (row.startIndex + 1 + bar, end)
  }
}
