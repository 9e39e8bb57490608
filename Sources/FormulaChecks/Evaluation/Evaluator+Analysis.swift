import Foundation

/// Integrals and limits by numbers, each with what it may be wrong by.
extension Evaluator {
  // MARK: - Integrals

  /// The integral by H. Takahasi's and M. Mori's double exponential rule, 1974, whose points gather at the
  /// ends, so that an integrand may be infinite there.
  mutating func integral(
    _ body: Expression,
    _ name: Name,
    _ from: Expression,
    _ to: Expression,
    _ place: Range<Int>?
  ) throws -> Value {
    let (lower, upper) = (try end(from), try end(to))
    let rule = DoubleExponential(
      isLowerFinite: lower.scalar != nil,
      isUpperFinite: upper.scalar != nil
    )
    // From infinity, or backwards, it is the same with another sign.
    if lower.isHigh || upper.isLow {
      let turned = Expression(.integral(body, name, from: to, to: from), place)
      return try value(turned).map { -$0 }
    }
    var sum = Scalar.zero
    var size = 0.0
    var last: Scalar?
    for refinement in 0...6 {
      for point in rule.points(refinement) {
        let (place, factor) = Self.placed(point, lower.scalar, upper.scalar)
        let result = try with([(name, .scalar(place))]) { try $0.scalar(body) }
        // At the very ends an integrand may have no value.
        guard result.value.isFinite else { continue }
        let part = result * factor
        sum = sum + part
        size += part.size
      }
      let step = Scalar(Number(1 / Double(1 << refinement)))
      let estimate = sum * step
      if let last, refinement > 2 {
        let change = (estimate - last).size
        if change <= 1e-13 * max(size * step.value.size, 1e-30) || refinement == 6 {
          guard change <= 1e-7 * max(size * step.value.size, 1e-30) else { break }
          return .scalar(estimate.blurred(by: 10 * change + 1e-13 * size * step.value.size))
        }
      }
      last = estimate
    }
    throw wrong(
      "this integral does not come to a value that numbers could show",
      help: "say for what it exists, such as 'holds for a > 0'",
      place
    )
  }

  /// An end of an integral or the target of a limit.
  private struct End {
    /// `nil` for infinity.
    var scalar: Scalar?
    var isHigh = false
    var isLow = false
  }

  private mutating func end(_ expression: Expression) throws -> End {
    switch expression.form {
    case .infinity: return End(isHigh: true)
    case .negative(let inner):
      if case .infinity = inner.form { return End(isLow: true) }
    default: break
    }
    let end = try scalar(expression)
    guard end.value.isReal, end.value.isFinite else { throw EvaluationFault.undefined }
    return End(scalar: end)
  }

  /// A point between the ends, which may move, and what a value there counts.
  private static func placed(
    _ point: DoubleExponential.Point,
    _ lower: Scalar?,
    _ upper: Scalar?
  ) -> (Scalar, Scalar) {
    let (place, weight) = (Scalar(Number(point.place)), Scalar(Number(point.weight)))
    switch (lower, upper) {
    case (let lower?, let upper?):
      let length = upper - lower
      return (point.isNearUpper ? upper - length * place : lower + length * place, length * weight)
    case (let lower?, nil): return (lower + place, weight)
    case (nil, let upper?): return (upper - place, weight)
    case (nil, nil): return (place, weight)
    }
  }

  // MARK: - Limits

  /// The limit of values that come nearer and nearer, extrapolated after L. F. Richardson, 1911.
  mutating func limit(
    _ body: Expression,
    _ name: Name,
    _ target: Expression,
    _ side: Int,
    _ place: Range<Int>?
  ) throws -> Value {
    let end = try end(target)
    let sides = end.scalar == nil ? [end.isLow ? -1 : 1] : side == 0 ? [1, -1] : [side]
    var limits: [Scalar] = []
    for side in sides {
      let values = try (3...14).map { step in
        let power = DoubleDouble.one.scaled(byPowerOfTwo: end.scalar == nil ? step : -step)
        let signed = Scalar(Number(side < 0 ? -power : power))
        let point = end.scalar.map { $0 + signed } ?? signed
        return try with([(name, .scalar(point))]) { try $0.scalar(body) }
      }
      guard let limit = Self.extrapolated(values) else { throw limitless(place) }
      limits.append(limit)
    }
    if limits.count == 2,
      Relation.equal.verdict(limits[0].value, limits[1].value, within: 1e-9) != .holds
    {
      throw limitless(place)
    }
    return .scalar(limits[0])
  }

  private func limitless(_ place: Range<Int>?) -> EvaluationFault {
    wrong(
      "this limit does not come to a value that numbers could show",
      help: "say from which side it is, such as x \\to 0^+",
      place
    )
  }

  private static func extrapolated(_ values: [Scalar]) -> Scalar? {
    guard values.allSatisfy(\.value.isFinite) else { return nil }
    var row = values
    var best: (Scalar, Double)?
    for order in 1..<values.count {
      let factor = Scalar(Number(Double(1 << order)))
      row = (1..<row.count).map { (row[$0] * factor - row[$0 - 1]) / (factor - .one) }
      guard row.count > 1 else { break }
      let last = row[row.count - 1]
      let change = (last - row[row.count - 2]).size
      if change < best?.1 ?? .infinity { best = (last, change) }
    }
    guard let best, best.1 <= 1e-8 * max(1, best.0.size) else { return nil }
    return best.0.blurred(by: 10 * best.1)
  }
}

/// Points and weights of the double exponential rule: between 0 and 1, from 0 on, or on the whole line.
struct DoubleExponential {
  private enum Range { case unit, ray, line }

  private let range: Range

  init(isLowerFinite: Bool, isUpperFinite: Bool) {
    range = isLowerFinite && isUpperFinite ? .unit : isLowerFinite || isUpperFinite ? .ray : .line
  }

  struct Point {
    /// Where it is; between two ends, how far from the nearer one as a part of the whole.
    var place: Double
    var weight: Double
    var isNearUpper = false
  }

  /// The points that a refinement adds: at first whole numbers, then what lies between.
  func points(_ refinement: Int) -> [Point] {
    let step = 1 / Double(1 << refinement)
    let reach = 4.0
    let count = Int(reach / step)
    return (-count...count).compactMap { number in
      if refinement > 0, number & 1 == 0 { return nil }
      let point = point(at: Double(number) * step)
      return point.weight.isFinite && point.weight > 1e-300 && point.place.isFinite ? point : nil
    }
  }

  private func point(at t: Double) -> Point {
    let half = Double.pi / 2
    let slope = half * cosh(t)
    let inner = half * sinh(t)
    switch range {
    case .unit:
      let distance = 1 / (exp(2 * abs(inner)) + 1)
      return Point(
        place: distance,
        weight: slope / (2 * cosh(inner) * cosh(inner)),
        isNearUpper: inner > 0
      )
    case .ray: return Point(place: exp(inner), weight: slope * exp(inner))
    case .line: return Point(place: sinh(inner), weight: slope * cosh(inner))
    }
  }
}

/// Expectations over all outcomes.
extension Evaluator {
  mutating func expectation(_ place: Range<Int>?, _ body: (inout Evaluator) throws -> Value) throws
    -> Value
  {
    guard !setting.outcomes.isEmpty else {
      throw wrong(
        "there is no random variable",
        help: "declare 'X: random variable' under symbols",
        place
      )
    }
    var sum: Value?
    for outcome in setting.outcomes {
      let bindings = outcome.values.map { ($0.key, $0.value) }
      let part = try product(.scalar(outcome.probability), try with(bindings, body), place)
      sum = try sum.map { try add($0, part, place) } ?? part
    }
    return sum ?? .number(0)
  }

  /// The mean over those outcomes alone in which some variables are what they are just now.
  mutating func expectation(
    _ body: Expression,
    given: [Expression],
    _ place: Range<Int>?
  ) throws -> Value {
    let now = try given.map { try value($0) }
    let conditions = zip(given, now).map { expression, value in
      { (evaluator: inout Evaluator) in
        let other = try evaluator.value(expression)
        return zip(other.scalars, value.scalars).allSatisfy {
          Relation.equal.verdict($0.value, $1.value, within: 0) == .holds
        }
      }
    }
    func isSo(_ evaluator: inout Evaluator) throws -> Bool {
      for condition in conditions where try !condition(&evaluator) { return false }
      return true
    }
    let part = try expectation(place) {
      let value = try $0.value(body)
      return try isSo(&$0) ? value : value.map { $0 * .zero }
    }
    let probability = try expectation(place) { .number(try isSo(&$0) ? 1 : 0) }
    guard case .scalar(let divisor) = probability else { throw EvaluationFault.undefined }
    return part.map { $0 / divisor }
  }

  mutating func covariance(_ a: Expression, _ b: Expression, _ place: Range<Int>?) throws -> Value {
    let first = try expectation(place) { try $0.value(a) }
    let second = try expectation(place) { try $0.value(b) }
    return try expectation(place) { evaluator in
      guard case .scalar(let x) = try evaluator.value(a),
        case .scalar(let y) = try evaluator.value(b),
        case .scalar(let mean) = first, case .scalar(let other) = second
      else { throw EvaluationFault.undefined }
      return .scalar((x - mean) * (y - other))
    }
  }
}
