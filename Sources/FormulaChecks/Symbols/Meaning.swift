/// What a letter means.
enum Meaning: Sendable {
  /// A real number.
  case real(Interval)
  /// A whole number.
  case integer(from: Size, to: Size)
  case complex
  case imaginaryUnit
  /// The number of an element, row or column.
  case index(of: Name, axis: Int)
  case vector(Size, Entries, isRow: Bool)
  case matrix(rows: Size, columns: Size, Nature)
  case function(FunctionNature)
  /// A value for each of some outcomes. Variables of one group have them in common.
  case randomVariable(group: Int)
  case formula(Definition)
  case swift(SwiftMeaning)

  /// What the entries of a vector are like.
  enum Entries: Sendable, Hashable {
    case any(Interval)
    /// Positive, with the sum 1.
    case distribution
    /// One is 1 and the others are 0.
    case oneHot
    case constant(Int)
    /// The length is 1.
    case unit
  }

  /// What a matrix is like.
  enum Nature: Sendable, Hashable {
    case any(Interval)
    case symmetric, invertible, positiveDefinite, diagonal, orthogonal, identity, skewSymmetric
    case constant(Int)
    /// Rows that are distributions.
    case stochastic
  }

  /// What a function is like and what it is a function of.
  struct FunctionNature: Sendable, Hashable {
    enum Shape: Sendable, Hashable { case any, positive, increasing, convex }
    var shape = Shape.any
    /// How many arguments it has.
    var count = 1
    /// Whether its argument is a vector.
    var isOfVector = false
    /// The letters that it is a function of where they are not written.
    var arguments: [Name] = []
  }
}

/// How many elements, rows or columns there are.
enum Size: Sendable, Hashable {
  case number(Int)
  case name(Name)
}

/// Which real numbers a letter may stand for.
struct Interval: Sendable, Hashable {
  var lower = -Double.infinity
  var upper = Double.infinity
  var holdsLower = true
  var holdsUpper = true
  /// Numbers that are left out.
  var excluded: [Double] = []

  static let all = Interval()
  static let positive = Interval(lower: 0, holdsLower: false)

  func contains(_ value: Double) -> Bool {
    (value > lower || holdsLower && value == lower)
      && (value < upper || holdsUpper && value == upper)
      && !excluded.contains(value)
  }

  func intersection(_ other: Interval) -> Interval {
    var both = self
    if other.lower > lower || other.lower == lower && !other.holdsLower {
      both.lower = other.lower
      both.holdsLower = other.holdsLower
    }
    if other.upper < upper || other.upper == upper && !other.holdsUpper {
      both.upper = other.upper
      both.holdsUpper = other.holdsUpper
    }
    both.excluded += other.excluded
    return both
  }
}

/// What a letter stands for by a formula: `\sigma(z_i): e^{z_i} / \sum_k e^{z_k}`.
struct Definition: Sendable {
  /// What is written in an argument's place.
  enum Parameter: Sendable, Hashable {
    case whole(Name)
    /// An element of a vector, by which the formula knows the vector and the index.
    case element(of: Name, Name)

    var vector: Name {
      switch self {
      case .whole(let name), .element(let name, _): name
      }
    }
  }

  var parameters: [Parameter] = []
  /// The letters in its index.
  var indices: [Name] = []
  var body: Expression

  /// The letters that it gives a meaning of its own.
  var letters: Set<Name> {
    parameters.reduce(into: Set(indices)) { letters, parameter in
      switch parameter {
      case .whole(let name): letters.insert(name)
      case .element(let vector, let index): letters.formUnion([vector, index])
      }
    }
  }
}

/// What all letters of a document mean.
struct SymbolTable: Sendable {
  private(set) var meanings: [Name: Meaning] = [:]
  private var families: [Int: NameFamily] = [:]
  /// What letters depend on, as far as it was asked.
  private var closures = NameClosures()
  /// Whether roots and logarithms of negative numbers are complex.
  private(set) var isComplex = false

  init() {}

  mutating func set(_ name: Name, _ meaning: Meaning) {
    meanings[name] = meaning
    if case .formula(let definition) = meaning {
      var parts = SharedParts(of: name)
      meanings[name] = .formula(parts.definition(definition))
      for (name, part) in parts.found { meanings[name] = .formula(Definition(body: part)) }
    }
    families[name.family, default: NameFamily()].insert(name)
    closures = NameClosures()
    switch meaning {
    case .complex, .imaginaryUnit: isComplex = true
    default: break
    }
  }

  /// The name under which a letter is declared, in whatever alphabet.
  func declared(_ name: Name) -> Name? {
    if meanings[name] != nil { return name }
    return families[name.family]?.first
  }

  /// A letter, and all that it stands for by its formula and sizes.
  func closure(of name: Name) -> Set<Name> {
    closures.letters(of: name) { Set(closure(of: [name])) }
  }

  func meaning(of name: Name) -> Meaning? { declared(name).flatMap { meanings[$0] } }
}
