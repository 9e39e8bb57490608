/// Mathematics as it is evaluated, each part with its place in the TeX.
struct Expression: Sendable {
  indirect enum Form: Sendable {
    case number(Number)
    case infinity
    case symbol(Name)
    /// An element of a vector or a matrix by its indices; `nil` for all of a row or a column.
    case element(Expression, [Expression?])
    /// A declared function, or one by a formula, with its arguments and what stands in its index.
    case call(Name, [Expression], indices: [Expression])
    case function(Function, [Expression])
    case negative(Expression)
    case sum(Expression, Expression)
    case difference(Expression, Expression)
    case product(Expression, Expression)
    /// Element by element, `\odot`.
    case elementwiseProduct(Expression, Expression)
    case quotient(Expression, Expression)
    case power(Expression, Expression)
    case transpose(Expression)
    case big(BigOperator, [BoundLetter], Condition?, Expression)
    /// By the letters, from the first that is derived by to the last; a letter may be an element.
    case derivative(Expression, by: [Expression])
    /// All derivatives by a vector or matrix; those of second order as a matrix.
    case gradient(Expression, by: Expression, order: Int)
    case integral(Expression, Name, from: Expression, to: Expression)
    case limit(Expression, Name, to: Expression, side: Int)
    /// With another meaning of a letter.
    case substitution(Expression, Name, Expression)
    case cases([Case])
    case matrix([[Expression]])
    /// A column of values, or of rows, for all that a letter runs through.
    case column(Expression, BoundLetter)
    /// One where it is true, and else zero.
    case truth(Condition)
    /// Terms or factors in a row, of which dots stand for some: all for the numbers from one to another.
    case run(
      isProduct: Bool,
      Expression,
      Name,
      from: Expression,
      step: Int?,
      to: Expression,
      check: [Expression]
    )
    case expectation(Expression)
    /// What is expected where some random variables are what they are just now.
    case conditionalExpectation(Expression, given: [Expression])
    case variance(Expression)
    case covariance(Expression, Expression)
    case probability(Condition)
    /// What could not be read; that is told.
    case unreadable
  }

  struct Case: Sendable {
    var value: Expression
    /// `nil` for otherwise.
    var condition: Condition?
  }

  var form: Form
  var place: Range<Int>?

  init(_ form: Form, _ place: Range<Int>? = nil) {
    self.form = form
    self.place = place
  }
}

/// A letter that a sum, a product or their like runs through.
struct BoundLetter: Sendable {
  var name: Name
  /// From where; `nil` for all that the letter is an index of.
  var lower: Expression?
  /// To where; `nil` as above, or for no end.
  var upper: Expression?
  var isEndless = false
}

/// What takes many values together.
enum BigOperator: Sendable {
  case sum, product, maximum, minimum, argumentOfMaximum, argumentOfMinimum
}

/// What is true or not.
indirect enum Condition: Sendable {
  case chain(Chain)
  case all([Condition])
}

/// Sides with the relations between them.
struct Chain: Sendable {
  var sides: [Expression]
  var relations: [Relation]
}

enum Relation: String, Sendable {
  case equal = "="
  case near = "≈"
  case less = "<"
  case lessOrEqual = "≤"
  case greater = ">"
  case greaterOrEqual = "≥"
  case unequal = "≠"
}

/// Functions that every text knows.
enum Function: String, Sendable, CaseIterable {
  case exp, ln, log, log2, log10, sin, cos, tan, cot, sec, csc, sinh, cosh, tanh, coth
  case arcsin, arccos, arctan, arsinh, arcosh, artanh
  case sqrt, root, abs, sign, floor, ceil, factorial, binomial, gamma
  case max, min, argmax, argmin
  case norm, diag, trace, det, inverse, rank, conjugateTranspose
  case re, im, conj, arg, mean, dot, cross
  case kronecker, mod, gcd, logBase

  /// What it is called in TeX where that is not its own name.
  static let names: [String: Function] = {
    var names: [String: Function] = [:]
    let hidden: Set<Function> = [
      .root, .factorial, .binomial, .gamma, .norm, .inverse, .mean, .dot, .cross, .kronecker,
      .conjugateTranspose, .log2, .log10, .arg, .logBase,
    ]
    for function in allCases where !hidden.contains(function) {
      names[function.rawValue] = function
    }
    let others: [String: Function] = [
      "tr": .trace, "Tr": .trace, "sgn": .sign, "arcsinh": .arsinh, "arccosh": .arcosh,
      "arctanh": .artanh, "asin": .arcsin, "acos": .arccos, "atan": .arctan, "arg max": .argmax,
      "arg min": .argmin, "Diag": .diag, "lb": .log2, "lg": .log10, "Re": .re, "Im": .im,
      "Arg": .arg,
      "trace": .trace, "argmax": .argmax, "argmin": .argmin, "ℜ": .re, "ℑ": .im,
    ]
    return names.merging(others) { $1 }
  }()
}
