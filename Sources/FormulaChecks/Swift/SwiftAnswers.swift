import Documents

/// What code gave, and what is still wanted of it, while formulas are held against numbers.
final class SwiftAnswers {
  private let known: [SwiftCall: SwiftAnswer]
  private var seen: Set<SwiftCall> = []
  /// What was asked for and is not known, in the order of the questions.
  private(set) var wanted: [SwiftCall] = []

  init(_ known: [SwiftCall: SwiftAnswer] = [:]) { self.known = known }

  func value(of call: SwiftCall) -> Value? {
    if let answer = known[call] { return answer.value }
    if seen.insert(call).inserted { wanted.append(call) }
    return nil
  }
}

/// What a letter means by code.
struct SwiftMeaning: Sendable {
  var line: Int
  var code: String
  var offset: Int
  var parameters: [Definition.Parameter] = []
  /// The letters in its index.
  var indices: [Name] = []

  /// All letters that the code has.
  var letters: [Name] {
    var letters: [Name] = []
    for parameter in parameters {
      switch parameter {
      case .whole(let name): letters.append(name)
      case .element(let vector, let index): letters += [vector, index]
      }
    }
    return letters + indices
  }
}

extension Evaluator {
  /// What a letter's code gives.
  mutating func swift(
    _ name: Name,
    _ meaning: SwiftMeaning,
    _ arguments: [Expression],
    _ indices: [Expression],
    _ place: Range<Int>?
  ) throws -> Value {
    var values: [(Name, Value)] = []
    for (parameter, argument) in zip(meaning.parameters, arguments) {
      switch parameter {
      case .whole(let letter): values.append((letter, try value(argument)))
      case .element(let letter, let index):
        guard case .element(let base, let numbers) = argument.form, numbers.count == 1,
          let number = numbers[0]
        else {
          throw wrong(
            "'\(name.shown)' is declared for an element of a vector, and this is none",
            help: "write \(name.shown)(\(letter.shown)_\(index.shown))",
            argument.place
          )
        }
        values += [(letter, try value(base)), (index, .number(try integer(number)))]
      }
    }
    for (index, expression) in zip(meaning.indices, indices) {
      values.append((index, .number(try integer(expression))))
    }
    guard indices.count < meaning.indices.count else { return try answer(meaning, values, place) }
    return try whole(name, meaning, values, place)
  }

  /// All that code gives for an index.
  private mutating func whole(
    _ name: Name,
    _ meaning: SwiftMeaning,
    _ values: [(Name, Value)],
    _ place: Range<Int>?
  ) throws -> Value {
    guard meaning.indices.count == 1 else {
      throw wrong(
        "'\(name.shown)' has \(meaning.indices.count) indices",
        help: "write them",
        place
      )
    }
    let index = meaning.indices[0]
    let numbers = try with(values) {
      try $0.range(of: BoundLetter(name: index), in: Expression(.unreadable, place))
    }
    return .matrix(
      Matrix(
        column: try numbers.map { number in
          let answer = try answer(meaning, values + [(index, .number(number))], place)
          guard case .scalar(let scalar) = answer else { throw EvaluationFault.undefined }
          return scalar
        }
      )
    )
  }

  private func answer(
    _ meaning: SwiftMeaning,
    _ values: [(Name, Value)],
    _ place: Range<Int>?
  ) throws -> Value {
    guard values.allSatisfy({ $0.1.scalars.allSatisfy { !$0.isMoving } }) else {
      throw wrong(
        "what Swift gives cannot be derived",
        help: "state that it is a formula, and derive that",
        place
      )
    }
    let arguments = try values.map { try argument($0, $1) }
    let call = SwiftCall(line: meaning.line, arguments: arguments)
    if let value = answers.value(of: call) { return value }
    // What has an index is a number, and one that nobody knows lets the other calls of a sum be asked for too.
    guard !meaning.indices.isEmpty else { throw EvaluationFault.undefined }
    return .scalar(.undefined)
  }

  private func argument(_ name: Name, _ value: Value) throws -> SwiftCall.Argument {
    let numbers = try value.scalars.map { scalar in
      guard scalar.value.isReal, scalar.value.isFinite else { throw EvaluationFault.undefined }
      return scalar.value.real.high
    }
    switch symbols.swiftKind(of: name) {
    case .number: return .number(numbers[0])
    case .whole: return .whole(Int(numbers[0].rounded()))
    case .index: return .whole(Int(numbers[0].rounded()) - 1)
    case .vector: return .vector(numbers)
    case .matrix:
      guard case .matrix(let matrix) = value else { return .matrix([numbers]) }
      return .matrix(
        (0..<matrix.rows).map { row in
          Array(numbers[row * matrix.columns..<(row + 1) * matrix.columns])
        }
      )
    }
  }
}

extension SymbolTable {
  /// What a letter is in code.
  func swiftKind(of name: Name) -> SwiftSymbol.Parameter.Kind {
    switch meaning(of: name) {
    case .vector: .vector
    case .matrix: .matrix
    case .integer: .whole
    case .index: .index
    default: .number
    }
  }

  /// The letters that mean code.
  var swiftSymbols: [SwiftSymbol] {
    meanings.values.compactMap { meaning in
      guard case .swift(let swift) = meaning else { return nil }
      return SwiftSymbol(
        line: swift.line,
        code: swift.code,
        offset: swift.offset,
        parameters: swift.letters.map { letter in
          SwiftSymbol.Parameter(name: letter.shown, kind: swiftKind(of: letter))
        }
      )
    }
    .sorted { $0.line < $1.line }
  }
}

extension FormulaDocument {
  /// What must be known of code before the claims can be held against numbers.
  /// - Parameter trees: what each of the ``pieces`` means.
  public func swiftQuestion(about trees: [Result<MathTree, Unread>]) -> SwiftQuestion {
    let answers = SwiftAnswers(Dictionary(answers.map { ($0.call, $0.answer) }) { $1 })
    let read = held(against: trees, answers)
    return SwiftQuestion(symbols: read.swiftSymbols, calls: answers.wanted)
  }
}
