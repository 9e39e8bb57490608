/// Gives expressions their values. What a formula stands for is put in where it is used, so that a derivative
/// by a letter goes through all that depends on it.
struct Evaluator {
  let symbols: SymbolTable
  private(set) var setting: Setting
  /// How many letters are moved by an ε of their own just now.
  var level = 0
  /// How many steps may still be taken.
  private var stepsLeft: Int
  private var depth = 0
  private var known: KnownValues
  /// What letters mean by code.
  let answers: SwiftAnswers
  /// The letters whose sizes are looked for, as an index of them may say how large they are.
  private var sizing: Set<Name> = []

  init(
    _ symbols: SymbolTable,
    _ setting: Setting,
    _ answers: SwiftAnswers = SwiftAnswers(),
    steps: Int = 200_000
  ) {
    self.answers = answers
    self.symbols = symbols
    self.setting = setting
    stepsLeft = steps
    known = KnownValues(symbols)
  }

  func wrong(_ message: String, help: String, _ place: Range<Int>?) -> EvaluationFault {
    .wrong(ReadingFault(message, help: help, place))
  }

  /// Gives a letter its value from now on.
  mutating func assign(_ name: Name, _ value: Value) {
    setting.values[name] = value
    known = KnownValues(symbols)
  }

  /// With another value of some letters.
  ///
  /// - Parameter keepsSizes: whether the values are as large as those before.
  mutating func with<Result>(
    _ bindings: [(Name, Value)],
    keepsSizes: Bool = false,
    _ body: (inout Evaluator) throws -> Result
  ) throws -> Result {
    let before = bindings.map { ($0.0, setting.values[$0.0]) }
    for (name, value) in bindings { setting.values[name] = value }
    known.bind(bindings.map(\.0), keepsSizes: keepsSizes)
    defer {
      for (name, value) in before.reversed() { setting.values[name] = value }
      known.release()
    }
    return try body(&self)
  }

  /// The value of an expression.
  /// - Throws: ``EvaluationFault``.
  mutating func value(_ expression: Expression) throws -> Value {
    stepsLeft -= 1
    depth += 1
    defer { depth -= 1 }
    guard stepsLeft > 0, depth < 200 else {
      throw wrong(
        "this takes too long to evaluate",
        help: "let its letters have fewer elements, or state a part of it",
        expression.place
      )
    }
    switch expression.form {
    case .number(let number): return .scalar(Scalar(number))
    case .infinity:
      throw wrong(
        "infinity is no number to calculate with",
        help: "use it as a limit",
        expression.place
      )
    case .unreadable: throw EvaluationFault.undefined
    case .symbol(let name): return try symbol(name, expression.place)
    case .element(let base, let indices): return try element(base, indices, expression.place)
    case .call(let name, let arguments, let indices):
      return try call(name, arguments, indices, expression.place)
    case .function(let function, let items): return try apply(function, items, expression.place)
    case .negative(let inner): return try value(inner).map { -$0 }
    case .sum(let a, let b): return try joined(a, b, expression.place) { $0 + $1 }
    case .difference(let a, let b): return try joined(a, b, expression.place) { $0 - $1 }
    case .elementwiseProduct(let a, let b): return try joined(a, b, expression.place) { $0 * $1 }
    case .product(let a, let b): return try product(value(a), value(b), expression.place)
    case .quotient(let a, let b): return try quotient(a, b, expression.place)
    case .power(let a, let b): return try power(a, b, expression.place)
    case .transpose(let inner):
      guard case .matrix(let matrix) = try value(inner) else { return try value(inner) }
      return .matrix(matrix.transposed)
    case .matrix(let rows): return try matrix(rows, expression.place)
    case .column(let body, let letter):
      return try column(body, letter, expression.place)
    case .big(let big, let letters, let condition, let body):
      return try self.big(big, letters, condition, body, expression.place)
    case .run(let isProduct, let body, let name, let from, let step, let to, let check):
      return try run(isProduct, body, name, from, step, to, check, expression.place)
    case .derivative(let body, let by): return try derivative(body, by[...], expression.place)
    case .gradient(let body, let by, let order):
      return try derivative(body, Array(repeating: by, count: order)[...], expression.place)
    case .substitution(let body, let name, let replacement):
      let replacement = try value(replacement)
      return try with([(name, replacement)]) { try $0.value(body) }
    case .cases(let cases):
      for item in cases {
        if let condition = item.condition, try !holds(condition) { continue }
        return try value(item.value)
      }
      throw EvaluationFault.undefined
    case .truth(let condition): return .number(try holds(condition) ? 1 : 0)
    case .integral(let body, let name, let from, let to):
      return try integral(body, name, from, to, expression.place)
    case .limit(let body, let name, let target, let side):
      return try limit(body, name, target, side, expression.place)
    case .expectation(let body): return try expectation(expression.place) { try $0.value(body) }
    case .conditionalExpectation(let body, let given):
      return try expectation(body, given: given, expression.place)
    case .variance(let body): return try covariance(body, body, expression.place)
    case .covariance(let a, let b): return try covariance(a, b, expression.place)
    case .probability(let condition):
      return try expectation(expression.place) { .number(try $0.holds(condition) ? 1 : 0) }
    }
  }

  /// The number that an expression is.
  mutating func scalar(_ expression: Expression) throws -> Scalar {
    try scalar(try value(expression), expression.place)
  }

  private func scalar(_ value: Value, _ place: Range<Int>?) throws -> Scalar {
    guard case .scalar(let scalar) = value else {
      throw wrong(
        "this is \(value.shape) where a number is due",
        help: "write an index, or what makes a number of it",
        place
      )
    }
    return scalar
  }

  /// The whole number that an expression is.
  mutating func integer(_ expression: Expression) throws -> Int {
    guard let integer = try scalar(expression).value.integer else {
      throw EvaluationFault.undefined
    }
    return integer
  }

  // MARK: - Letters

  private mutating func symbol(_ name: Name, _ place: Range<Int>?) throws -> Value {
    if let value = setting.values[name] { return value }
    switch symbols.meaning(of: name) {
    case .imaginaryUnit: return .scalar(.imaginaryUnit)
    case .formula(let definition) where definition.parameters.isEmpty:
      return try once(name, []) { try $0.whole(definition, of: name, place) }
    case .function, .formula:
      throw wrong("'\(name.shown)' is a function", help: "write \(name.shown)(…)", place)
    case .randomVariable:
      throw wrong(
        "'\(name.shown)' is a random variable",
        help: "write it in an expectation or a probability",
        place
      )
    default:
      if name == .argument {
        throw wrong("a function stands here without its argument", help: "write f(x)", place)
      }
      throw EvaluationFault.undefined
    }
  }

  /// All of what a formula gives for its indices.
  /// - Parameter name: the letter that stands for the formula; `nil` where it has arguments.
  private mutating func whole(_ definition: Definition, of name: Name?, _ place: Range<Int>?) throws
    -> Value
  {
    let ranges = try definition.indices.map {
      try range(of: BoundLetter(name: $0), in: definition.body)
    }
    switch ranges.count {
    case 0: return try value(definition.body)
    case 1:
      return .matrix(
        Matrix(column: try ranges[0].map { try scalar(at: [$0], definition, of: name) })
      )
    default:
      return .matrix(
        try Matrix(rows: ranges[0].count, columns: ranges[1].count) { row, column in
          try scalar(at: [row + 1, column + 1], definition, of: name)
        }
      )
    }
  }

  private mutating func scalar(at indices: [Int], _ definition: Definition, of name: Name?) throws
    -> Scalar
  {
    try scalar(try value(at: indices, definition, of: name), definition.body.place)
  }

  /// What a formula gives for some indices.
  private mutating func value(at indices: [Int], _ definition: Definition, of name: Name?) throws
    -> Value
  {
    let bindings = zip(definition.indices, indices).map { ($0, Value.number($1)) }
    guard let name else { return try with(bindings) { try $0.value(definition.body) } }
    return try once(name, indices) { try $0.with(bindings) { try $0.value(definition.body) } }
  }

  /// What a letter stands for by a formula, which is found out once where it comes to the same.
  private mutating func once(
    _ name: Name,
    _ indices: [Int],
    _ find: (inout Evaluator) throws -> Value
  ) throws -> Value {
    let name = symbols.declared(name) ?? name
    if let value = known.value(of: name, indices) { return value }
    let value = try find(&self)
    known.keep(value, of: name, indices)
    return value
  }

  /// How many elements, rows or columns a letter has.
  mutating func size(of subject: Name, axis: Int) throws -> Int {
    let name = symbols.declared(subject) ?? subject
    if let size = known.size(of: name, axis: axis) { return size }
    guard sizing.insert(name).inserted else { throw EvaluationFault.undefined }
    defer { sizing.remove(name) }
    let value = try value(Expression(.symbol(name)))
    known.keepSizes(of: value, name)
    return value.size(axis: axis)
  }

  private mutating func element(
    _ base: Expression,
    _ indices: [Expression?],
    _ place: Range<Int>?
  ) throws -> Value {
    if case .symbol(let name) = base.form, setting.values[name] == nil,
      case .formula(let definition)? = symbols.meaning(of: name), definition.parameters.isEmpty,
      definition.indices.count == indices.count, !definition.indices.isEmpty
    {
      var numbers: [Int] = []
      for expression in indices {
        guard let expression else { return try part(of: value(base), indices, place) }
        numbers.append(try integer(expression))
      }
      return try value(at: numbers, definition, of: name)
    }
    return try part(of: value(base), indices, place)
  }

  private mutating func part(of value: Value, _ indices: [Expression?], _ place: Range<Int>?) throws
    -> Value
  {
    guard case .matrix(let matrix) = value else {
      throw wrong("this is a number and has no elements", help: "leave its index out", place)
    }
    var numbers = try indices.map { try $0.map { try integer($0) - 1 } }
    // `D_{12}` of what is a matrix only by its formula has one number for two indices.
    if numbers.count == 1, let both = numbers[0].map({ $0 + 1 }), (11...99).contains(both),
      both % 10 > 0, !matrix.isVector
    {
      numbers = [both / 10 - 1, both % 10 - 1]
    }
    if numbers.count == 1, let number = numbers[0], matrix.isVector {
      guard matrix.elements.indices.contains(number) else { throw EvaluationFault.undefined }
      return .scalar(matrix.elements[number])
    }
    guard numbers.count == 2 else {
      throw wrong(
        "this is \(value.shape) with \(numbers.count == 1 ? "one index" : "\(numbers.count) indices")",
        help: matrix.isVector ? "write one index" : "write two, such as W_{ij} or W_{i,j}",
        place
      )
    }
    let rows = numbers[0].map { $0..<($0 + 1) } ?? 0..<matrix.rows
    let columns = numbers[1].map { $0..<($0 + 1) } ?? 0..<matrix.columns
    guard rows.lowerBound >= 0, rows.upperBound <= matrix.rows, columns.lowerBound >= 0,
      columns.upperBound <= matrix.columns
    else { throw EvaluationFault.undefined }
    return Value(
      Matrix(rows: rows.count, columns: columns.count) {
        matrix[rows.lowerBound + $0, columns.lowerBound + $1]
      }
    )
  }

  // MARK: - Calls

  private mutating func call(
    _ name: Name,
    _ arguments: [Expression],
    _ indices: [Expression],
    _ place: Range<Int>?
  ) throws -> Value {
    if let function = setting.functions[name] {
      return .scalar(function.value(try arguments.flatMap { try value($0).scalars }))
    }
    if case .swift(let meaning)? = symbols.meaning(of: name) {
      return try swift(name, meaning, arguments, indices, place)
    }
    guard case .formula(let definition)? = symbols.meaning(of: name) else {
      throw wrong("'\(name.shown)' is no function", help: "declare it under symbols", place)
    }
    var bindings: [(Name, Value)] = []
    var open: (vector: Matrix, index: Name)?
    for (parameter, argument) in zip(definition.parameters, arguments) {
      switch parameter {
      case .whole(let letter): bindings.append((letter, try value(argument)))
      case .element(let letter, let index):
        if case .element(let base, let indices) = argument.form, indices.count == 1,
          let number = indices[0]
        {
          bindings += [(letter, try value(base)), (index, .number(try integer(number)))]
        } else if case .matrix(let vector) = try value(argument) {
          bindings.append((letter, .matrix(vector)))
          open = (vector, index)
        } else {
          throw wrong(
            "'\(name.shown)' is declared for an element of a vector, and this is none",
            help: "write \(name.shown)(\(letter.shown)_\(index.shown))",
            argument.place
          )
        }
      }
    }
    for (index, expression) in zip(definition.indices, indices) {
      bindings.append((index, .number(try integer(expression))))
    }
    let isWhole = indices.isEmpty
    return try with(bindings) { evaluator in
      if let open {
        return .matrix(
          Matrix(
            column: try (1...open.vector.elements.count).map { number in
              try evaluator.with([(open.index, .number(number))]) { try $0.scalar(definition.body) }
            }
          )
        )
      }
      return isWhole
        ? try evaluator.whole(definition, of: nil, place) : try evaluator.value(definition.body)
    }
  }
}
