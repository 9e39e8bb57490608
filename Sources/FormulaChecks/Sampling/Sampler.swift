/// Draws what letters stand for, so that each sample can be followed by hand: numbers of few digits, and
/// among them the edges, such as large, small, negative and equal ones. The same letters always get the same
/// numbers.
struct Sampler {
  let symbols: SymbolTable
  /// The letters that are needed.
  let names: [Name]
  /// Ranges that a statement gives to whole numbers, each of which is tried.
  var ranges: [Name: ClosedRange<Int>] = [:]

  init(_ symbols: SymbolTable, _ names: [Name]) {
    self.symbols = symbols
    self.names = names
  }

  /// What the numbers of a sample are like.
  private enum Style: CaseIterable {
    case moderate, other, mixed, small, large, negative, equal, fine, near, positive
  }

  /// What the letters stand for in a sample.
  /// - Throws: ``EvaluationFault``.
  func setting(_ sample: Int) throws -> Setting {
    var draft = Draft(sampler: self, sample: sample)
    for name in names { try draft.draw(name) }
    try draft.drawOutcomes()
    return draft.setting
  }

  /// How many samples there must be so that each index has been each number, within reason.
  func count(atLeast least: Int) -> Int {
    let longest = ranges.values.map(\.count).max() ?? 0
    let indices = names.count {
      if case .index? = symbols.meaning(of: $0) { true } else { false }
    }
    let pairs = indices > 2 ? 64 : indices == 2 ? 36 : 0
    return max(least, min(longest, 200), pairs)
  }

  private struct Draft {
    let sampler: Sampler
    let sample: Int
    var setting = Setting()
    private var open: Set<Name> = []
    /// How many combinations the indices drawn so far have, and the last of them.
    private var combinations = 1
    private var lastIndex: Int?
    /// How large is what has indices, so far as that was asked: what a size depends on is drawn once.
    private var sizes: [Name: [Int]] = [:]

    init(sampler: Sampler, sample: Int) {
      self.sampler = sampler
      self.sample = sample
    }

    private var symbols: SymbolTable { sampler.symbols }

    /// Each style once, and then as it comes, so that it does not go along with what counts.
    private var style: Style {
      let styles = Style.allCases
      guard sample >= styles.count else { return styles[sample] }
      var random = RandomNumbers(for: "style", sample)
      return styles[Int.random(in: 0..<styles.count, using: &random)]
    }

    mutating func draw(_ name: Name) throws {
      guard setting.values[name] == nil, setting.functions[name] == nil, open.insert(name).inserted
      else {
        return
      }
      defer { open.remove(name) }
      var random = RandomNumbers(for: "\(name)", sample)
      if let range = sampler.ranges[name] {
        setting.values[name] = .number(range.lowerBound + sample % range.count)
        return
      }
      switch symbols.meaning(of: name) {
      case .real(let interval): setting.values[name] = .scalar(number(in: interval, &random, 0))
      case .complex:
        let (real, imaginary) = (number(in: .all, &random, 0), number(in: .all, &random, 1))
        setting.values[name] = .scalar(real + .imaginaryUnit * imaginary)
      case .integer(let from, let to):
        let (low, high) = (try size(from), try size(to))
        let count = max(high - low + 1, 1)
        setting.values[name] = .number(
          low + Int.random(in: 0..<count, using: &random)
        )
      case .index(let subject, let axis): try drawIndex(name, subject, axis)
      case .vector(let count, let entries, let isRow):
        let vector = Matrix(column: vector(try size(count), entries, &random))
        setting.values[name] = .matrix(isRow ? vector.transposed : vector)
      case .matrix(let rows, let columns, let nature):
        setting.values[name] = .matrix(
          try matrix(try size(rows), try size(columns), nature, &random)
        )
      case .function(let nature):
        for argument in nature.arguments { try draw(argument) }
        setting.functions[name] = SampledFunction(nature, &random, sample)
      case .formula, .swift, .imaginaryUnit, .randomVariable, nil:
        if name == .argument { setting.values[name] = .scalar(number(in: .all, &random, 0)) }
      }
    }

    private mutating func size(_ size: Size) throws -> Int {
      switch size {
      case .number(let number): return number
      case .name(let name):
        let name = symbols.declared(name) ?? name
        try draw(name)
        var evaluator = Evaluator(symbols, setting)
        let size = try evaluator.integer(Expression(.symbol(name)))
        guard (-1000...1000).contains(size) else { throw EvaluationFault.undefined }
        return size
      }
    }

    private mutating func drawIndex(_ name: Name, _ subject: Name, _ axis: Int) throws {
      let subject = symbols.declared(subject) ?? subject
      let count = try sizes[subject]?[axis] ?? sizes(of: subject, besides: name)[axis]
      guard count > 0 else { throw EvaluationFault.undefined }
      setting.values[name] = .number(index(among: count, name) + 1)
    }

    private mutating func sizes(of subject: Name, besides index: Name) throws -> [Int] {
      for needed in symbols.closure(of: [subject]) where needed != index { try draw(needed) }
      var evaluator = Evaluator(symbols, setting)
      let sizes = try (0..<2).map { try evaluator.size(of: subject, axis: $0) }
      self.sizes[subject] = sizes
      return sizes
    }

    /// All indices together count through their combinations, from different ones to equal ones. Where there
    /// are many, they are drawn, and equal ones often.
    private mutating func index(among count: Int, _ name: Name) -> Int {
      var number = sample / combinations % count
      if let lastIndex {
        number = (number + lastIndex + 1) % count
        if count > 5 {
          var random = RandomNumbers(for: "index \(name)", sample)
          number = sample % 4 == 3 ? lastIndex % count : Int.random(in: 0..<count, using: &random)
        }
      }
      combinations *= count
      lastIndex = number
      return number
    }

    // MARK: - Numbers

    /// A number of few digits.
    /// - Parameter place: which of the numbers of a letter it is.
    private func number(in interval: Interval, _ random: inout RandomNumbers, _ place: Int)
      -> Scalar
    {
      for _ in 0..<40 {
        let (digits, decimals) = digits(for: interval, &random)
        let value = Double(digits) / [1, 10, 100, 1000][decimals]
        if interval.contains(value) {
          return Scalar(Number(DoubleDouble(digits) / DoubleDouble(10).power(decimals)))
        }
      }
      let middle =
        interval.lower.isFinite && interval.upper.isFinite
        ? (interval.lower + interval.upper) / 2
        : interval.lower.isFinite
          ? interval.lower + 1 : interval.upper.isFinite ? interval.upper - 1 : 0.5
      return Scalar(Number(middle))
    }

    /// A number without its point, and how many of its digits stand behind that.
    private func digits(for interval: Interval, _ random: inout RandomNumbers) -> (Int, Int) {
      if interval.lower.isFinite, interval.upper.isFinite {
        let width = interval.upper - interval.lower
        let decimals = width > 20 ? 0 : width > 2 ? 1 : width > 0.2 ? 2 : 3
        let factor = [1.0, 10, 100, 1000][decimals]
        let (low, high) = (
          Int((interval.lower * factor).rounded(.up)), Int((interval.upper * factor).rounded(.down))
        )
        guard low < high else { return (low, decimals) }
        return (Int.random(in: low...high, using: &random), decimals)
      }
      let (digits, decimals) = freeDigits(&random)
      let factor = [1.0, 10, 100, 1000][decimals]
      if interval.lower.isFinite {
        return (Int((interval.lower * factor).rounded(.up)) + abs(digits), decimals)
      }
      if interval.upper.isFinite {
        return (Int((interval.upper * factor).rounded(.down)) - abs(digits), decimals)
      }
      return (digits, decimals)
    }

    private func freeDigits(_ random: inout RandomNumbers) -> (Int, Int) {
      func signed(_ range: ClosedRange<Int>) -> Int {
        let number = Int.random(in: range, using: &random)
        return Bool.random(using: &random) ? number : -number
      }
      switch style {
      case .moderate, .mixed: return (signed(1...19), 1)
      case .other: return (signed(3...29), 1)
      case .small: return (signed(1...9), 2)
      case .large: return (signed(4...12), 0)
      case .negative: return (-Int.random(in: 1...25, using: &random), 1)
      case .equal, .positive: return (Int.random(in: 2...20, using: &random), 1)
      case .fine: return (signed(11...199), 2)
      case .near: return (10 + signed(0...1), 1)
      }
    }

    // MARK: - Vectors and matrices

    private func vector(_ count: Int, _ entries: Meaning.Entries, _ random: inout RandomNumbers)
      -> [Scalar]
    {
      switch entries {
      case .any(let interval):
        if style == .equal {
          return Array(repeating: number(in: interval, &random, 0), count: count)
        }
        return (0..<count).map { number(in: interval, &random, $0) }
      case .constant(let number): return Array(repeating: Scalar(number), count: count)
      case .oneHot:
        let one = Int.random(in: 0..<max(count, 1), using: &random)
        return (0..<count).map { $0 == one ? .one : .zero }
      case .unit:
        let column = Matrix(
          column: (0..<count).map { _ in Scalar(Int.random(in: 1...5, using: &random)) }
        )
        let length = column.elements.reduce(.zero) { $0 + $1 * $1 }.squareRoot(isComplex: false)
        return column.elements.map { $0 / length }
      case .distribution: return distribution(count, &random)
      }
    }

    /// Tenths that sum to 1, or finer parts where there are many.
    private func distribution(_ count: Int, _ random: inout RandomNumbers) -> [Scalar] {
      guard count > 0 else { return [] }
      let total = count <= 6 ? 10 : count <= 60 ? 100 : 1000
      var parts = Array(repeating: 1, count: count)
      if style == .equal, total % count == 0 {
        parts = Array(repeating: total / count, count: count)
      } else {
        for _ in 0..<max(total - count, 0) { parts[Int.random(in: 0..<count, using: &random)] += 1 }
      }
      let whole = parts.reduce(0, +)
      return parts.map { Scalar(Number(DoubleDouble($0) / DoubleDouble(whole), error: 0)) }
    }

    private func matrix(
      _ rows: Int,
      _ columns: Int,
      _ nature: Meaning.Nature,
      _ random: inout RandomNumbers
    )
      throws -> Matrix
    {
      func draw(_ interval: Interval = .all) -> Matrix {
        Matrix(rows: rows, columns: columns) { number(in: interval, &random, $0 * columns + $1) }
      }
      guard rows > 0, columns > 0 else { throw EvaluationFault.undefined }
      switch nature {
      case .any(let interval): return draw(interval)
      case .constant(let number):
        return Matrix(rows: rows, columns: columns) { _, _ in Scalar(number) }
      case .identity: return .identity(rows)
      case .stochastic:
        let lines = (0..<rows).map { _ in distribution(columns, &random) }
        return Matrix(rows: rows, columns: columns) { lines[$0][$1] }
      case .symmetric:
        let any = draw()
        return Matrix(rows: rows, columns: columns) { $0 <= $1 ? any[$0, $1] : any[$1, $0] }
      case .skewSymmetric:
        let any = draw()
        return Matrix(rows: rows, columns: columns) {
          $0 == $1 ? .zero : $0 < $1 ? any[$0, $1] : -any[$1, $0]
        }
      case .diagonal:
        let any = draw()
        return Matrix(rows: rows, columns: columns) { $0 == $1 ? any[$0, $1] : .zero }
      case .invertible:
        let any = draw(Interval(lower: -1, upper: 1))
        return Matrix(rows: rows, columns: columns) {
          any[$0, $1] + Scalar($0 == $1 ? columns + 1 : 0)
        }
      case .positiveDefinite:
        let any = draw(Interval(lower: -2, upper: 2))
        return (any * any.transposed).joined(.identity(rows)) { $0 + $1 }
      case .orthogonal:
        // Cayley's transform of a skew-symmetric matrix.
        let any = draw(Interval(lower: -1, upper: 1))
        let skew = Matrix(rows: rows, columns: columns) {
          $0 == $1 ? Scalar.zero : $0 < $1 ? any[$0, $1] : -any[$1, $0]
        }
        let identity = Matrix.identity(rows)
        guard let inverse = identity.joined(skew, { $0 + $1 }).elimination.inverse else {
          throw EvaluationFault.undefined
        }
        return identity.joined(skew) { $0 - $1 } * inverse
      }
    }

    // MARK: - Random variables

    /// The outcomes of all random variables: those of a group have them in common.
    mutating func drawOutcomes() throws {
      var common: [Name] = []
      var independent: [Name] = []
      for name in sampler.names {
        guard case .randomVariable(let group)? = symbols.meaning(of: name) else { continue }
        if group == 0 { common.append(name) } else { independent.append(name) }
      }
      let groups = (common.isEmpty ? [] : [common]) + independent.map { [$0] }
      guard !groups.isEmpty else { return }
      guard groups.count < 5 else { throw EvaluationFault.undefined }
      var outcomes = [Setting.Outcome(probability: .one, values: [:])]
      for group in groups {
        var random = RandomNumbers(for: "outcomes of \(group)", sample)
        let count = groups.count == 1 ? 4 : 3
        let probabilities = distribution(count, &random)
        let values = group.enumerated().map { place, _ in
          let all = (0..<count).map { number(in: .all, &random, $0) }
          // Where each outcome has a value of its own, one variable says all of the others. So some have one value
          // for two outcomes.
          let isCoarse = sample % 3 == (place == 0 ? 2 : 1)
          return isCoarse ? all.indices.map { all[$0 / 2] } : all
        }
        outcomes = outcomes.flatMap { outcome in
          (0..<count).map { index in
            var next = outcome
            next.probability = next.probability * probabilities[index]
            for (name, values) in zip(group, values) { next.values[name] = .scalar(values[index]) }
            return next
          }
        }
      }
      setting.outcomes = outcomes
    }
  }
}

extension SymbolTable {
  /// Letters, and all that they stand for by their formulas and sizes.
  func closure(of names: Set<Name>) -> [Name] {
    var found: [Name] = []
    var seen: Set<Name> = []
    func visit(_ name: Name) {
      let name = declared(name) ?? name
      guard seen.insert(name).inserted else { return }
      switch meaning(of: name) {
      case .formula(let definition):
        let bound = definition.letters
        definition.body.forEachName { if !bound.contains($0) { visit($0) } }
      case .vector(.name(let size), _, _): visit(size)
      case .matrix(let rows, let columns, _):
        for case .name(let size) in [rows, columns] { visit(size) }
      case .index(let subject, _): visit(subject)
      case .integer(let from, let to): for case .name(let size) in [from, to] { visit(size) }
      case .function(let nature): nature.arguments.forEach(visit)
      default: break
      }
      found.append(name)
    }
    for name in names.sorted(by: { $0.shown < $1.shown }) { visit(name) }
    return found
  }
}
