import Documents

/// Holds one statement against numbers, sample by sample.
struct StatementCheck {
  let statement: Statement
  let premises: [Condition]
  let symbols: SymbolTable
  let tolerance: Double?
  let claim: FormulaClaim
  private let answers: SwiftAnswers
  private let sampler: Sampler
  /// The letters of which a counterexample tells.
  private let letters: [Name]

  init(
    _ statement: Statement,
    _ premises: [Condition],
    _ symbols: SymbolTable,
    _ ranges: [Name: ClosedRange<Int>],
    _ tolerance: Double?,
    _ claim: FormulaClaim,
    _ answers: SwiftAnswers
  ) {
    self.answers = answers
    self.statement = statement
    self.premises = premises + statement.premises
    self.symbols = symbols
    self.tolerance = tolerance
    self.claim = claim
    var names: Set<Name> = []
    for step in statement.steps {
      step.left.forEachName { names.insert($0) }
      step.right.forEachName { names.insert($0) }
    }
    for side in self.premises.flatMap(\.sides) { side.forEachName { names.insert($0) } }
    letters = symbols.closure(of: names)
    var sampler = Sampler(symbols, letters)
    sampler.ranges = ranges
    self.sampler = sampler
  }

  var verdict: FormulaVerdict {
    let wanted = sampler.count(atLeast: isCostly ? 8 : ClaimCheck.samples)
    var judged = 0
    var tried = 0
    var worst = FormulaProblem?.none
    // Conditions may leave out most of what is drawn.
    for sample in 0..<(wanted * 20) where judged < wanted {
      if tried >= wanted * 2, judged == 0, worst == nil, sample >= wanted * 10 { break }
      do {
        switch try judge(sample) {
        case .excluded: continue
        case .undefined: tried += 1
        case .holds:
          tried += 1
          judged += 1
        case .fails(let problem): return .fails(problem)
        }
        if tried >= wanted * 3 { break }
      } catch EvaluationFault.wrong(let fault) {
        worst = FormulaProblem(fault, in: .formula)
        break
      } catch {
        tried += 1
        if tried >= wanted * 3 { break }
      }
    }
    if let worst { return .unknown([worst]) }
    let least = min(ClaimCheck.leastSamples, wanted)
    guard judged >= least || judged > 0 && letters.isEmpty else {
      return .unknown([unjudged(judged, of: tried)])
    }
    return .holds(samples: judged)
  }

  /// Integrals, limits and endless sums take hundreds of values each.
  private var isCostly: Bool {
    statement.steps.contains { $0.left.isCostly || $0.right.isCostly }
  }

  private func unjudged(_ judged: Int, of tried: Int) -> FormulaProblem {
    FormulaProblem(
      tried == 0
        ? "its conditions leave nothing to be tried"
        : "both sides have a value for only \(judged) of the \(tried) samples that were tried",
      help: "say for what it holds, such as 'holds for x > 0', or limit the letters under symbols",
      in: .formula,
      at: statement.steps.reduce(nil) { union($0, $1.place) }
    )
  }

  private enum Judgement { case holds, undefined, excluded, fails(FormulaProblem) }

  private func judge(_ sample: Int) throws -> Judgement {
    var evaluator = Evaluator(symbols, try sampler.setting(sample), answers)
    for premise in premises where try !assume(premise, &evaluator) { return .excluded }
    var judgement = Judgement.holds
    var last: Value?
    for step in statement.steps {
      let left = try last ?? evaluator.value(step.left)
      let right = try evaluator.value(step.right)
      last = statement.steps.count > 1 ? right : nil
      guard left.isDefined, right.isDefined else {
        judgement = .undefined
        last = nil
        continue
      }
      switch try verdict(of: step, left, right) {
      case .holds: break
      case .unclear: judgement = .undefined
      case .fails: return .fails(problem(step, left, right, evaluator.setting))
      }
    }
    return judgement
  }

  /// Sees to it that a premise holds: where it says what a letter is, that is what it is.
  /// - Returns: whether it holds.
  private func assume(_ premise: Condition, _ evaluator: inout Evaluator) throws -> Bool {
    switch premise {
    case .all(let all):
      for premise in all where try !assume(premise, &evaluator) { return false }
      return true
    case .chain(let chain):
      if chain.relations == [.equal], case .symbol(let name) = chain.sides[0].form,
        evaluator.setting.values[name] != nil, !chain.sides[1].mentions(name)
      {
        evaluator.assign(name, try evaluator.value(chain.sides[1]))
        return true
      }
      return try evaluator.holds(premise)
    }
  }

  // MARK: - Comparing

  private func verdict(of step: Statement.Step, _ left: Value, _ right: Value) throws
    -> Relation.Verdict
  {
    let within = try tolerance ?? (step.relation == .near ? nearness(step) : 0)
    let verdicts = try pairs(left, right, step).map {
      step.relation.verdict($0.value, $1.value, within: within, isRounded: !claim.rounded.isEmpty)
    }
    // A vector differs where one of its elements does.
    if step.relation == .unequal {
      return verdicts.contains(.holds) ? .holds : verdicts.contains(.unclear) ? .unclear : .fails
    }
    return verdicts.contains(.fails) ? .fails : verdicts.contains(.unclear) ? .unclear : .holds
  }

  /// How near `≈` is where a side is a number: to its last digit, as a part of the number where that is above 1.
  private func nearness(_ step: Statement.Step) throws -> Double {
    let tex = Array(claim.tex.utf8)
    for side in [step.right, step.left] {
      guard let number = side.writtenNumber, let place = side.place, place.upperBound <= tex.count
      else { continue }
      let text = String(decoding: tex[place], as: UTF8.self)
      guard let match = text.firstMatch(of: /\d+(?:\.(\d+))?/) else { continue }
      let digit = (0..<(match.1?.count ?? 0)).reduce(1.0) { value, _ in value / 10 }
      return 0.5000001 * digit / max(1, abs(number))
    }
    throw EvaluationFault.wrong(
      ReadingFault(
        "nothing says how near both sides are",
        help: "write 'holds to 1e-3', or a number with as many digits as are right",
        step.place
      )
    )
  }

  private func pairs(_ left: Value, _ right: Value, _ step: Statement.Step) throws -> [(
    Scalar, Scalar
  )] {
    switch (left, right) {
    case (.scalar(let a), .scalar(let b)): return [(a, b)]
    case (.matrix(let a), .matrix(let b)) where a.rows == b.rows && a.columns == b.columns:
      return Array(zip(a.elements, b.elements))
    // Zero is the zero of any shape.
    case (.matrix(let a), .scalar(let b)) where b.value.isZero: return a.elements.map { ($0, b) }
    case (.scalar(let a), .matrix(let b)) where a.value.isZero: return b.elements.map { (a, $0) }
    default:
      throw EvaluationFault.wrong(
        ReadingFault(
          "the left side is \(left.shape), the right side \(right.shape)",
          help: "look for a transpose or an index that is missing",
          step.place
        )
      )
    }
  }

  // MARK: - Telling

  private func problem(_ step: Statement.Step, _ left: Value, _ right: Value, _ setting: Setting)
    -> FormulaProblem
  {
    let known = letters.compactMap { text(of: $0, setting) }
    let at = known.isEmpty ? "" : "at " + known.joined(separator: ", ") + " "
    return FormulaProblem(
      "\(subject(step)) does not hold: \(at)\(sides(step, left, right))",
      help: "mend the formula, or say for what it holds, such as 'holds for x > 0'",
      in: .formula,
      at: step.place
    )
  }

  private func subject(_ step: Statement.Step) -> String {
    if let row = step.row { return "row \(row)" }
    guard statement.steps.count > 1,
      let number = statement.steps.firstIndex(where: { $0.place == step.place })
    else { return "this" }
    return "step \(number + 1) of \(statement.steps.count)"
  }

  private func text(of name: Name, _ setting: Setting) -> String? {
    if let function = setting.functions[name],
      case .function(let nature)? = symbols.meaning(of: name)
    {
      return nature.count == 1 && !nature.isOfVector
        ? "\(name.shown)(x) = \(function.text(of: 1))" : nil
    }
    if let value = setting.values[name] { return "\(name.shown) = \(NumberText.short(value))" }
    guard case .randomVariable? = symbols.meaning(of: name) else { return nil }
    let values = setting.outcomes.compactMap { outcome in
      outcome.values[name].map {
        "\(NumberText.short($0)) with \(NumberText.short(outcome.probability.value))"
      }
    }
    return "\(name.shown) = \(values.prefix(4).joined(separator: ", "))"
  }

  private func sides(_ step: Statement.Step, _ left: Value, _ right: Value) -> String {
    guard let pairs = try? pairs(left, right, step), pairs.count > 1,
      let index = pairs.firstIndex(where: {
        step.relation.verdict($0.value, $1.value, within: tolerance ?? 0) == .fails
      })
    else {
      let (a, b) = (left.scalars[0].value, right.scalars[0].value)
      let texts = NumberText.apart(a, b)
      return "the left side is \(texts.0), the right side \(texts.1)"
    }
    let texts = NumberText.apart(pairs[index].0.value, pairs[index].1.value)
    var columns = 1
    for case .matrix(let matrix) in [left, right] { columns = matrix.columns }
    let place = columns == 1 ? "\(index + 1)" : "(\(index / columns + 1), \(index % columns + 1))"
    return "element \(place) of the left side is \(texts.0), of the right side \(texts.1)"
  }
}

extension Expression {
  /// Whether it holds what takes hundreds of values.
  fileprivate var isCostly: Bool {
    switch form {
    case .integral, .limit: true
    case .big(_, let letters, _, _) where letters.contains(where: \.isEndless): true
    default: parts.contains(where: \.isCostly)
    }
  }
}

extension Expression {
  /// The number that it is as it is written, but for a sign; `nil` for anything else.
  fileprivate var writtenNumber: Double? {
    switch form {
    case .number(let number): number.real.high
    case .negative(let inner): inner.writtenNumber.map { -$0 }
    default: nil
    }
  }
}
