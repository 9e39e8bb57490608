import Documents
import Foundation

/// What a letter means, said in words near to those of a textbook: `vector of 5`, `index of z`,
/// `symmetric 3×3 matrix`, `integer 1…20`, `differentiable function`.
struct MeaningWords {
  private var words: [Substring]
  private var qualities: Set<String> = []

  /// What words mean.
  /// - Returns: `nil` where they are no such words, so that they may be a formula.
  static func meaning(of text: String) throws(ReadingFault) -> Meaning? {
    var words = MeaningWords(text)
    return try words.read(text)
  }

  /// The label of the equation whose right side is meant; `nil` for other words.
  static func label(in text: String) -> String? {
    let words = text.split(separator: " ")
    guard words.count == 2, words[0] == "by" else { return nil }
    return words[1].hasPrefix("@") ? String(words[1].dropFirst()) : String(words[1])
  }

  private init(_ text: String) {
    let plain = text.replacing("\\times", with: "×")
      .replacing(/\s*×\s*/) { _ in "×" }
      .replacing(/(\d|\b[a-zA-Z])\s*x\s*(\d|[a-zA-Z]\b)/) { "\($0.1)×\($0.2)" }
      .replacing("positive definite", with: "positive-definite")
      .replacing("\\dots", with: "…").replacing("...", with: "…").replacing("..", with: "…")
    words = plain.split(whereSeparator: { $0 == " " || $0 == "\n" })
  }

  private static let articles: Set = ["a", "an", "the", "any", "some", "all", "over", "with"]
  private static let adjectives: Set = [
    "positive", "negative", "nonnegative", "non-negative", "nonzero", "non-zero", "real", "complex",
    "symmetric", "invertible", "orthogonal", "diagonal", "positive-definite", "differentiable",
    "smooth", "convex", "increasing", "unit", "one-hot", "random", "independent", "square",
    "skew-symmetric", "natural", "row", "column", "imaginary", "identity", "probability", "zero",
    "stochastic", "whole", "small",
  ]
  private static let nouns: Set = [
    "vector", "vectors", "matrix", "matrices", "number", "numbers", "integer", "integers", "index",
    "indices", "function", "functions", "distribution", "distributions", "probabilities",
    "variable", "variables", "scalar", "scalars", "angle", "constant", "real", "complex",
    "probability", "positive", "unit", "ones", "zeros", "reals", "nonnegative",
  ]

  private mutating func read(_ text: String) throws(ReadingFault) -> Meaning? {
    var size: (rows: Size, columns: Size)?
    var noun: String?
    while let word = words.first {
      let lowered = word.lowercased()
      if Self.articles.contains(lowered) && noun == nil {
        words.removeFirst()
      } else if let shape = Self.shape(word) {
        size = shape
        words.removeFirst()
      } else if Self.adjectives.contains(lowered), noun == nil {
        qualities.insert(lowered)
        words.removeFirst()
      } else if Self.nouns.contains(lowered), noun == nil {
        noun = lowered
        words.removeFirst()
      } else {
        break
      }
    }
    if noun == nil, qualities == ["probability"] { noun = "probability" }
    let isRange =
      words.first.map { [">", "<", "≥", "≤", ">=", "<=", "in", "between"].contains($0) } ?? false
    let isKnown = noun != nil || !qualities.isEmpty || size != nil || isRange
    guard isKnown else { return try unknown(text) }
    return try meaning(
      noun ?? (size != nil ? "matrix" : qualities.isSubset(of: ["identity"]) ? "matrix" : "number"),
      size,
      text
    )
  }

  /// What is no known word: perhaps a formula, unless it is words.
  private func unknown(_ text: String) throws(ReadingFault) -> Meaning? {
    let isWords =
      words.count > 1 && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
    guard isWords, words.contains(where: { $0.count > 3 && $0.allSatisfy(\.isLetter) }) else {
      return nil
    }
    throw Self.fault(text, words.first.map(String.init) ?? "")
  }

  private static func fault(_ text: String, _ word: String) -> ReadingFault {
    let near = nearestName(to: word.lowercased(), in: nouns.union(adjectives))
    return ReadingFault(
      "'\(text)' is no meaning of a letter",
      help: near.map { "did you mean '\($0)'?" } ?? Self.help
    )
  }

  static let help =
    "write 'real number', 'vector of 5', '3×5 matrix', 'index of z', 'integer 1…20', "
    + "'differentiable function', or a formula"

  private static func size(_ word: some StringProtocol) -> Size? {
    if let number = Int(word) { return (1...64).contains(number) ? .number(number) : nil }
    let text = String(word)
    let name = text.hasPrefix("\\") ? String(text.dropFirst()) : text
    return !name.isEmpty && name.count < 8 && name.allSatisfy(\.isLetter) ? .name(Name(name)) : nil
  }

  private static func shape(_ word: Substring) -> (rows: Size, columns: Size)? {
    let sides = word.split(separator: "×")
    guard sides.count == 2, let rows = size(sides[0]), let columns = size(sides[1]) else {
      return nil
    }
    return (rows, columns)
  }

  private func has(_ qualities: String...) -> Bool {
    qualities.contains(where: self.qualities.contains)
  }

  private mutating func meaning(
    _ noun: String,
    _ shape: (rows: Size, columns: Size)?,
    _ text: String
  ) throws(ReadingFault) -> Meaning {
    switch noun {
    case "vector", "vectors": return try vector(text)
    case "distribution", "distributions", "probabilities":
      return .vector(try count(text), .distribution, isRow: has("row"))
    case "ones": return .vector(try count(text), .constant(1), isRow: has("row"))
    case "zeros": return .vector(try count(text), .constant(0), isRow: has("row"))
    case "matrix", "matrices": return try matrix(shape, text)
    case "index", "indices": return try index(text)
    case "integer", "integers": return try integer(text)
    case "function", "functions": return try function(text)
    case "variable", "variables":
      try end(text)
      return .randomVariable(group: has("independent") ? 1 : 0)
    case "unit" where has("imaginary"): return .imaginaryUnit
    case "complex": return .complex
    case "probability":
      return .real(Interval(lower: 0, upper: 1, holdsLower: false, holdsUpper: false))
    default:
      if has("natural", "whole") { return try integer(text) }
      if has("complex") { return .complex }
      if has("imaginary") { return .imaginaryUnit }
      return .real(
        try interval(text, positive: noun == "positive", nonnegative: noun == "nonnegative")
      )
    }
  }

  private func end(_ text: String) throws(ReadingFault) {
    guard let rest = words.first else { return }
    throw Self.fault(text, String(rest))
  }

  /// The size behind `of`.
  private mutating func count(_ text: String) throws(ReadingFault) -> Size {
    if ["of", "over", "in"].contains(words.first?.lowercased()) { words.removeFirst() }
    guard let word = words.popFirst(),
      let size = Self.size(word.replacing("\\mathbb{R}^", with: ""))
    else {
      throw ReadingFault(
        "'\(text)' does not say of how many",
        help: "write '\(text) of 5' or '\(text) of n'"
      )
    }
    if ["numbers", "entries", "elements", "outcomes", "points"].contains(words.first?.lowercased())
    {
      words.removeFirst()
    }
    return size
  }

  private mutating func vector(_ text: String) throws(ReadingFault) -> Meaning {
    let size = try count(text)
    let isRow = has("row")
    if has("probability") { return .vector(size, .distribution, isRow: isRow) }
    if has("one-hot") { return .vector(size, .oneHot, isRow: isRow) }
    if has("zero") { return .vector(size, .constant(0), isRow: isRow) }
    if has("unit") { return .vector(size, .unit, isRow: isRow) }
    return .vector(size, .any(try interval(text)), isRow: isRow)
  }

  private mutating func matrix(_ shape: (rows: Size, columns: Size)?, _ text: String)
    throws(ReadingFault)
    -> Meaning
  {
    var shape = shape
    if shape == nil, words.first == "of" {
      words.removeFirst()
      if let word = words.first, let read = Self.shape(word) {
        shape = read
        words.removeFirst()
      } else {
        let size = try count(text)
        shape = (size, size)
      }
    }
    guard let shape else {
      throw ReadingFault("'\(text)' does not say how large it is", help: "write '3×5 \(text)'")
    }
    try end(text)
    let natures: [(String, Meaning.Nature)] = [
      ("identity", .identity), ("positive-definite", .positiveDefinite),
      ("orthogonal", .orthogonal),
      ("diagonal", .diagonal), ("skew-symmetric", .skewSymmetric), ("symmetric", .symmetric),
      ("invertible", .invertible), ("stochastic", .stochastic), ("zero", .constant(0)),
    ]
    let nature = natures.first { has($0.0) }?.1 ?? .any(has("positive") ? .positive : .all)
    switch nature {
    case .any, .constant, .stochastic: break
    default:
      guard shape.rows == shape.columns else {
        throw ReadingFault("'\(text)' is not square", help: "write as many rows as columns")
      }
    }
    return .matrix(rows: shape.rows, columns: shape.columns, nature)
  }

  private mutating func index(_ text: String) throws(ReadingFault) -> Meaning {
    if words.first?.first?.isNumber == true { return try integer(text) }
    if words.first == "of" { words.removeFirst() }
    if words.first == "the" { words.removeFirst() }
    var axis = 0
    if let word = words.first,
      ["rows", "row", "columns", "column", "elements", "entries"].contains(word)
    {
      axis = word.hasPrefix("column") ? 1 : 0
      words.removeFirst()
      if words.first == "of" { words.removeFirst() }
    }
    guard let word = words.popFirst(), words.isEmpty else {
      throw ReadingFault("'\(text)' does not say of what", help: "write 'index of z'")
    }
    let accents = ["\\hat": "hat", "\\bar": "bar", "\\tilde": "tilde", "\\vec": "vec"]
    var letters = String(word)
    var name = Name("")
    for (command, accent) in accents where letters.hasPrefix(command) {
      name.accent = accent
      letters = String(letters.dropFirst(command.count))
    }
    for command in ["\\mathbf", "\\boldsymbol", "\\bm"] where letters.hasPrefix(command) {
      name.alphabet = "bold"
      letters = String(letters.dropFirst(command.count))
    }
    letters = letters.filter { $0 != "{" && $0 != "}" && $0 != " " }
    name.letters = TeXLetters.unicode[letters] ?? letters
    return .index(of: name, axis: axis)
  }

  private mutating func integer(_ text: String) throws(ReadingFault) -> Meaning {
    let isPositive = has("positive", "natural")
    let least = isPositive ? 1 : has("nonnegative", "non-negative", "whole") ? 0 : -4
    guard let first = words.first else { return .integer(from: .number(least), to: .number(6)) }
    func bound(_ text: some StringProtocol) -> Size? {
      Int(text).map { .number($0) } ?? Self.size(text)
    }
    let parts = first.split(separator: "…")
    if parts.count == 2, let from = bound(parts[0]), let to = bound(parts[1]), words.count == 1 {
      return .integer(from: from, to: to)
    }
    let rest = words.map(String.init)
    if rest.count == 4, rest[0] == "from", rest[2] == "to", let from = bound(rest[1]),
      let to = bound(rest[3])
    {
      return .integer(from: from, to: to)
    }
    if rest.count == 2, let limit = Int(rest[1]) {
      switch rest[0] {
      case ">": return .integer(from: .number(limit + 1), to: .number(limit + 7))
      case "≥", ">=": return .integer(from: .number(limit), to: .number(limit + 6))
      default: break
      }
    }
    throw ReadingFault("'\(text)' is no range of numbers", help: "write 'integer 1…20'")
  }

  private mutating func function(_ text: String) throws(ReadingFault) -> Meaning {
    var nature = Meaning.FunctionNature()
    nature.shape =
      has("positive") ? .positive : has("increasing") ? .increasing : has("convex") ? .convex : .any
    guard words.first == "of" else {
      try end(text)
      return .function(nature)
    }
    words.removeFirst()
    if words.first == "a" { words.removeFirst() }
    if words.first == "vector" {
      nature.isOfVector = true
      return .function(nature)
    }
    let rest = words.joined(separator: " ")
    if let number = Int(words.first ?? ""), (1...4).contains(number) {
      nature.count = number
      return .function(nature)
    }
    let letters = rest.split { $0 == "," || $0 == " " }.filter { $0 != "and" }
    guard letters.allSatisfy({ $0.count <= 2 || $0.hasPrefix("\\") }), !letters.isEmpty else {
      throw ReadingFault("'\(text)' does not say of what", help: "write 'function of x, y'")
    }
    nature.arguments = letters.map { letter in
      let plain = letter.hasPrefix("\\") ? String(letter.dropFirst()) : String(letter)
      return Name(TeXLetters.unicode[plain] ?? plain)
    }
    nature.count = nature.arguments.count
    return .function(nature)
  }

  private mutating func interval(_ text: String, positive: Bool = false, nonnegative: Bool = false)
    throws(ReadingFault) -> Interval
  {
    var interval = Interval.all
    if has("positive") || positive { interval = .positive }
    if has("nonnegative", "non-negative") || nonnegative { interval = Interval(lower: 0) }
    if has("negative") { interval = Interval(upper: 0, holdsUpper: false) }
    if has("nonzero", "non-zero") { interval.excluded = [0] }
    if has("small") { interval = Interval(lower: -0.1, upper: 0.1) }
    guard let first = words.first else { return interval }
    let rest = words.map(String.init)
    let numbers = rest.flatMap { $0.split(whereSeparator: { "()[], ".contains($0) }) }.compactMap {
      Double($0)
    }
    let joined = rest.joined(separator: " ")
    if rest.count == 4, first == "between", rest[2] == "and", numbers.count == 2 {
      return interval.intersection(
        Interval(lower: numbers[0], upper: numbers[1], holdsLower: false, holdsUpper: false)
      )
    }
    if first == "in", numbers.count == 2, numbers[0] < numbers[1] {
      return interval.intersection(
        Interval(
          lower: numbers[0],
          upper: numbers[1],
          holdsLower: joined.contains("["),
          holdsUpper: joined.contains("]")
        )
      )
    }
    if rest.count == 2, let limit = Double(rest[1]) {
      switch first {
      case ">": return interval.intersection(Interval(lower: limit, holdsLower: false))
      case "≥", ">=": return interval.intersection(Interval(lower: limit))
      case "<": return interval.intersection(Interval(upper: limit, holdsUpper: false))
      case "≤", "<=": return interval.intersection(Interval(upper: limit))
      case "≠", "!=":
        var other = interval
        other.excluded.append(limit)
        return other
      default: break
      }
    }
    throw Self.fault(text, String(first))
  }
}

extension [Substring] {
  fileprivate mutating func popFirst() -> Substring? { isEmpty ? nil : removeFirst() }
}

/// Greek letters by their names in TeX.
enum TeXLetters {
  static let unicode: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "ϕ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "Delta": "Δ", "Gamma": "Γ", "Pi": "Π",
    "Xi": "Ξ",
  ].reduce(into: [:]) { table, letter in
    table[letter.key] = letter.value
    table["\\" + letter.key] = letter.value
  }
}
