import Documents

/// What a document's letters mean and what its formulas state, to be held against numbers:
///
/// 1. ``pieces`` is the TeX that must be read, by whoever can.
/// 2. ``verdicts(of:)`` takes the trees: it reads what the letters mean, then each claim, draws samples, and
///    evaluates both sides of each relation for each of them.
///
/// Nothing in it is left to chance: the same document always gets the same verdict.
public struct FormulaDocument: Sendable, Hashable, Codable {
  /// What the letters mean.
  public var symbols: [SymbolLine]
  /// What is said to be true.
  public var claims: [FormulaClaim]
  /// Further labelled equations, by which letters may be declared, by their labels.
  public var equations: [String: String]

  /// What letters that mean Swift came to.
  public var answers: [Answered] = []

  /// A value that code gave.
  public struct Answered: Sendable, Hashable, Codable {
    /// What was asked.
    public var call: SwiftCall
    /// What came.
    public var answer: SwiftAnswer

    /// - Parameters:
    ///   - call: what was asked.
    ///   - answer: what came.
    public init(call: SwiftCall, answer: SwiftAnswer) {
      self.call = call
      self.answer = answer
    }
  }

  /// - Parameters:
  ///   - symbols: what the letters mean.
  ///   - claims: what is said to be true.
  ///   - equations: further labelled equations.
  public init(symbols: [SymbolLine], claims: [FormulaClaim], equations: [String: String] = [:]) {
    self.symbols = symbols
    self.claims = claims
    self.equations = equations
  }

  /// A part of a document that is TeX.
  public struct Piece: Sendable, Hashable {
    /// The TeX.
    public var tex: String
    let role: Role
    /// Where it stands in what it is a part of.
    let offset: Int
  }

  enum Role: Sendable, Hashable {
    case names(line: Int)
    case meaning(line: Int)
    case claim(Int)
    case condition(claim: Int, Int)
    case range(claim: Int, Int)
    case equation(String)
  }

  /// What came of a document.
  public struct Verdicts: Sendable, Hashable, Codable {
    /// What is wrong with the symbols; then nothing is checked.
    public var symbolProblems: [FormulaProblem]
    /// What came of each claim.
    public var claims: [FormulaVerdict]
  }

  /// All TeX that must be read, in an order that does not matter.
  public var pieces: [Piece] {
    var pieces: [Piece] = []
    for (number, line) in symbols.enumerated() {
      let tex = line.tex
      pieces.append(Piece(tex: tex.names, role: .names(line: number), offset: line.namesOffset))
      if let meaning = tex.meaning {
        pieces.append(Piece(tex: meaning, role: .meaning(line: number), offset: line.meaningOffset))
      }
    }
    for (label, tex) in equations.sorted(by: { $0.key < $1.key }) {
      pieces.append(Piece(tex: tex, role: .equation(label), offset: 0))
    }
    for (number, claim) in claims.enumerated() {
      pieces.append(Piece(tex: claim.tex, role: .claim(number), offset: 0))
      let words = ClaimWords(claim.words)
      for (index, condition) in words.conditions.enumerated() {
        let role = Role.condition(claim: number, index)
        pieces.append(Piece(tex: condition.tex, role: role, offset: condition.offset))
      }
      for (index, range) in words.ranges.enumerated() {
        pieces.append(
          Piece(tex: range.tex, role: .range(claim: number, index), offset: range.offset)
        )
      }
    }
    return pieces
  }

  /// What is to be said of TeX that cannot be read.
  public struct Unread: Error, Sendable, Hashable {
    /// Why, in the words of who reads it.
    public var message: String
    /// Where, in bytes of the piece.
    public var offset: Int

    /// - Parameters:
    ///   - message: why.
    ///   - offset: where, in bytes of the piece.
    public init(message: String, offset: Int) {
      self.message = message
      self.offset = offset
    }
  }

  /// Holds all claims against numbers.
  /// - Parameter trees: what each of the ``pieces`` means.
  public func verdicts(of trees: [Result<MathTree, Unread>]) -> Verdicts {
    let answers = SwiftAnswers(Dictionary(answers.map { ($0.call, $0.answer) }) { $1 })
    return held(against: trees, answers).verdicts
  }

  /// Holds all claims against numbers.
  func held(
    against trees: [Result<MathTree, Unread>],
    _ answers: SwiftAnswers
  ) -> (verdicts: Verdicts, swiftSymbols: [SwiftSymbol]) {
    let read = ReadPieces(pieces, trees)
    var problems = read.symbolProblems
    let lines = symbols.enumerated().map { number, line in
      (
        line: line, names: read.trees[.names(line: number)],
        meaning: read.trees[.meaning(line: number)]
      )
    }
    var labelled: [String: MathTree] = [:]
    for (label, _) in equations { labelled[label] = read.trees[.equation(label)] }
    for (number, claim) in claims.enumerated() where !claim.label.isEmpty {
      labelled[claim.label] = read.trees[.claim(number)]
    }
    let reader = SymbolReader(lines, equations: labelled)
    problems += reader.faults.map { FormulaProblem($0.fault, in: .symbols(line: $0.line)) }
    guard problems.isEmpty else {
      return (Verdicts(symbolProblems: problems, claims: claims.map { _ in .unknown([]) }), [])
    }
    let verdicts = claims.indices.map { number -> FormulaVerdict in
      if let unread = read.problems[number] { return .unknown(unread) }
      return ClaimCheck(claims[number], number, read, reader.table, answers).verdict
    }
    return (Verdicts(symbolProblems: [], claims: verdicts), reader.table.swiftSymbols)
  }

  /// The trees of the pieces by what they are, and what could not be read.
  struct ReadPieces {
    private(set) var trees: [Role: MathTree] = [:]
    private(set) var symbolProblems: [FormulaProblem] = []
    private(set) var problems: [Int: [FormulaProblem]] = [:]

    init(_ pieces: [Piece], _ trees: [Result<MathTree, Unread>]) {
      for (piece, tree) in zip(pieces, trees) {
        switch tree {
        case .success(let tree): self.trees[piece.role] = tree
        case .failure(let unread): note(unread, piece)
        }
      }
    }

    private mutating func note(_ unread: Unread, _ piece: Piece) {
      let start = piece.offset + unread.offset
      func problem(_ subject: FormulaProblem.Subject) -> FormulaProblem {
        var problem = FormulaProblem(
          "this formula is wrong: \(unread.message)",
          help: "mend its TeX",
          in: subject,
          at: start..<start + 1
        )
        problem.isOfTeX = true
        return problem
      }
      switch piece.role {
      case .names(let line), .meaning(let line):
        symbolProblems.append(problem(.symbols(line: line)))
      case .claim(let number): problems[number, default: []].append(problem(.formula))
      case .condition(let number, _), .range(let number, _):
        problems[number, default: []].append(problem(.words))
      case .equation: break
      }
    }
  }
}
