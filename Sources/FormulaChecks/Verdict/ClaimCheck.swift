import Documents

/// Holds one claim against numbers.
struct ClaimCheck {
  private let claim: FormulaClaim
  private let answers: SwiftAnswers
  private var table: SymbolTable
  private var statements: [Statement] = []
  private var premises: [Condition] = []
  private var tolerance: Double?
  private var ranges: [Name: ClosedRange<Int>] = [:]
  private var problems: [FormulaProblem] = []

  /// How many samples a claim is tried with, and how many of them must have a value.
  static let samples = 24
  static let leastSamples = 6

  init(
    _ claim: FormulaClaim,
    _ number: Int,
    _ read: FormulaDocument.ReadPieces,
    _ table: SymbolTable,
    _ answers: SwiftAnswers
  ) {
    self.answers = answers
    self.claim = claim
    self.table = table
    readWords(number, read)
    guard let tree = read.trees[.claim(number)] else { return }
    var reader = ExpressionReader(self.table)
    reader.rounded = claim.rounded
    statements = reader.statements(tree)
    problems += reader.faults.map { FormulaProblem($0, in: .formula) }
    if statements.isEmpty, problems.isEmpty {
      problems.append(
        FormulaProblem(
          "this states nothing: there is no relation in it",
          help: "write an equation, or leave 'holds' out",
          in: .formula
        )
      )
    }
  }

  private mutating func readWords(_ number: Int, _ read: FormulaDocument.ReadPieces) {
    let words = ClaimWords(claim.words)
    problems += words.faults.map { FormulaProblem($0, in: .words) }
    tolerance = words.tolerance
    for (index, range) in words.ranges.enumerated() {
      guard let tree = read.trees[.range(claim: number, index)],
        let token = TokenRow(tree).tokens.first, TokenRow(tree).tokens.count == 1,
        let name = Name(token)
      else {
        let fault = ReadingFault("'\(range.tex)' is no letter", help: "write 'holds as n = 1…20'")
        problems.append(FormulaProblem(fault, in: .words))
        continue
      }
      let own = table.declared(name) ?? name
      table.set(
        own,
        .integer(from: .number(range.numbers.lowerBound), to: .number(range.numbers.upperBound))
      )
      ranges[own] = range.numbers
    }
    for (index, condition) in words.conditions.enumerated() {
      guard let tree = read.trees[.condition(claim: number, index)] else { continue }
      var reader = ExpressionReader(table)
      let read = reader.condition(TokenRow(tree).tokens)
      problems += reader.faults.map { FormulaProblem($0, in: .words, offset: condition.offset) }
      // Where it limits a letter by a number, no other number is drawn.
      _ = table.limit(by: read)
      premises.append(read)
    }
  }

  /// What comes of it.
  var verdict: FormulaVerdict {
    guard problems.isEmpty else { return .unknown(problems) }
    var samples = 0
    for statement in statements {
      switch StatementCheck(statement, premises, table, ranges, tolerance, claim, answers).verdict {
      case .holds(let count): samples = samples == 0 ? count : min(samples, count)
      case let other: return other
      }
    }
    return .holds(samples: samples)
  }
}
