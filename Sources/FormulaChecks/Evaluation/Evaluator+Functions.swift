/// Functions that every text knows.
extension Evaluator {
  mutating func apply(_ function: Function, _ items: [Expression], _ place: Range<Int>?) throws
    -> Value
  {
    switch function {
    case .max, .min, .argmax, .argmin: return try extreme(function, items, place)
    case .abs: return try absolute(items, place)
    case .norm: return try norm(items, place)
    case .dot, .cross: return try vectorProduct(function, items, place)
    case .diag, .trace, .det, .inverse, .rank, .conjugateTranspose:
      return try matrixFunction(function, items, place)
    case .factorial, .binomial, .gcd, .mod, .kronecker:
      return try wholeFunction(function, items, place)
    case .root:
      let degree = try integer(items[1])
      guard degree > 1 else { throw EvaluationFault.undefined }
      return .scalar(try scalar(items[0]).root(degree, isComplex: symbols.isComplex))
    case .logBase:
      let isComplex = symbols.isComplex
      let base = try scalar(items[1]).logarithm(isComplex: isComplex)
      return try value(items[0]).map { $0.logarithm(isComplex: isComplex) / base }
    case .mean:
      let all = try items.flatMap { try value($0).scalars }
      return .scalar(all.reduce(.zero) { $0 + $1 } / Scalar(all.count))
    default:
      guard items.count == 1 else {
        throw wrong(
          "'\(function.rawValue)' is a function of one number",
          help: "give it one",
          place
        )
      }
      let isComplex = symbols.isComplex
      // Of a vector it is taken of each element.
      return try value(items[0]).map { try Self.elementary(function, $0, isComplex: isComplex) }
    }
  }

  private static func elementary(_ function: Function, _ x: Scalar, isComplex: Bool) throws
    -> Scalar
  {
    switch function {
    case .exp: return x.exponential
    case .ln, .log: return x.logarithm(isComplex: isComplex)
    case .log2: return x.logarithm(isComplex: isComplex) / Scalar(2).logarithm(isComplex: false)
    case .log10: return x.logarithm(isComplex: isComplex) / Scalar(10).logarithm(isComplex: false)
    case .sin: return x.sine
    case .cos: return x.cosine
    case .tan: return x.sine / x.cosine
    case .cot: return x.cosine / x.sine
    case .sec: return x.cosine.power(-1)
    case .csc: return x.sine.power(-1)
    case .sinh: return x.hyperbolicSine
    case .cosh: return x.hyperbolicCosine
    case .tanh: return x.hyperbolicSine / x.hyperbolicCosine
    case .coth: return x.hyperbolicCosine / x.hyperbolicSine
    case .arcsin: return x.arcsine
    case .arccos: return Scalar(Number(DoubleDouble.pi * DoubleDouble(0.5))) - x.arcsine
    case .arctan: return x.arctangent
    case .arsinh:
      return (x + (x * x + .one).squareRoot(isComplex: false)).logarithm(isComplex: false)
    case .arcosh:
      return (x + (x * x - .one).squareRoot(isComplex: false)).logarithm(isComplex: false)
    case .artanh: return ((.one + x) / (.one - x)).logarithm(isComplex: false) / Scalar(2)
    case .sqrt: return x.squareRoot(isComplex: isComplex)
    case .gamma: return x.gamma
    case .re: return x.realPart
    case .im: return x.imaginaryPart
    case .conj: return x.conjugate
    case .arg: return Scalar(Number(DoubleDouble.angle(y: x.value.imaginary, x: x.value.real)))
    case .sign, .floor, .ceil: return try step(function, x)
    default: throw EvaluationFault.undefined
    }
  }

  /// Functions that jump: their derivatives are zero but for the jumps.
  private static func step(_ function: Function, _ x: Scalar) throws -> Scalar {
    guard x.value.isReal, x.value.isFinite else { throw EvaluationFault.undefined }
    let whole = x.value.integer
    if function == .sign {
      if x.value.size <= x.value.error || x.value.isZero { return .zero }
      return Scalar(x.value.real.high < 0 ? -1 : 1)
    }
    if let whole { return Scalar(whole) }
    let floor = x.value.real.floor
    return Scalar(Number(function == .floor ? floor : floor + .one))
  }

  // MARK: - Of many numbers

  private mutating func extreme(_ function: Function, _ items: [Expression], _ place: Range<Int>?)
    throws
    -> Value
  {
    let all = try items.flatMap { try value($0).scalars }
    return .scalar(try Self.extreme(function, all))
  }

  /// The largest or smallest of some numbers, or where it stands.
  static func extreme(_ function: Function, _ all: [Scalar]) throws -> Scalar {
    guard all.allSatisfy({ $0.value.isReal && $0.value.isFinite }), !all.isEmpty else {
      throw EvaluationFault.undefined
    }
    let isLargest = function == .max || function == .argmax
    let best = all.indices.dropFirst().reduce(0) { best, index in
      let isMore = all[index].value.real > all[best].value.real
      let isLess = all[index].value.real < all[best].value.real
      return (isLargest ? isMore : isLess) ? index : best
    }
    return function == .argmax || function == .argmin ? Scalar(best + 1) : all[best]
  }

  private mutating func absolute(_ items: [Expression], _ place: Range<Int>?) throws -> Value {
    switch try value(items[0]) {
    case .scalar(let scalar): return .scalar(scalar.magnitude)
    case .matrix(let matrix) where matrix.isSquare && matrix.rows > 1:
      return .scalar(matrix.elimination.determinant)
    case .matrix(let matrix): return .scalar(Self.length(matrix))
    }
  }

  private static func length(_ matrix: Matrix) -> Scalar {
    let sum = matrix.elements.reduce(Scalar.zero) { sum, element in
      sum + (element.value.isReal ? element * element : element * element.conjugate)
    }
    return sum.realPart.squareRoot(isComplex: false)
  }

  private mutating func norm(_ items: [Expression], _ place: Range<Int>?) throws -> Value {
    let value = try value(items[0])
    let matrix = Matrix(column: value.scalars)
    guard items.count > 1 else { return .scalar(Self.length(matrix)) }
    if case .infinity = items[1].form {
      return .scalar(try Self.extreme(.max, matrix.elements.map(\.magnitude)))
    }
    let order = try scalar(items[1])
    if order.value.integer == 2 { return .scalar(Self.length(matrix)) }
    let sum = matrix.elements.reduce(Scalar.zero) {
      $0 + $1.magnitude.power(order, isComplex: false)
    }
    return .scalar(sum.power(.one / order, isComplex: false))
  }

  private mutating func vectorProduct(
    _ function: Function,
    _ items: [Expression],
    _ place: Range<Int>?
  )
    throws -> Value
  {
    guard items.count == 2 else {
      throw wrong("a product has two factors", help: "write both", place)
    }
    let (a, b) = (try value(items[0]), try value(items[1]))
    guard case .matrix(let left) = a, case .matrix(let right) = b, left.columns == 1,
      right.columns == 1,
      left.rows == right.rows
    else { return try product(a, b, place) }
    if function == .dot {
      return .scalar(
        zip(left.elements, right.elements).reduce(.zero) { $0 + $1.0.conjugate * $1.1 }
      )
    }
    guard left.rows == 3 else {
      throw wrong("only vectors of 3 have a cross product", help: "write \\cdot or an index", place)
    }
    return .matrix(
      Matrix(
        column: (0..<3).map { index in
          let (next, last) = ((index + 1) % 3, (index + 2) % 3)
          return left.elements[next] * right.elements[last] - left.elements[last]
            * right.elements[next]
        }
      )
    )
  }

  private mutating func matrixFunction(
    _ function: Function,
    _ items: [Expression],
    _ place: Range<Int>?
  )
    throws -> Value
  {
    let value = try value(items[0])
    let matrix =
      switch value {
      case .scalar(let scalar): Matrix(rows: 1, columns: 1, elements: [scalar])
      case .matrix(let matrix): matrix
      }
    if function == .conjugateTranspose { return Value(matrix.transposed.map(\.conjugate)) }
    if function == .diag {
      if matrix.isVector || items.count > 1 {
        let all = try items.count > 1 ? items.map { try scalar($0) } : matrix.elements
        return .matrix(Matrix(rows: all.count, columns: all.count) { $0 == $1 ? all[$0] : .zero })
      }
      return .matrix(Matrix(column: (0..<min(matrix.rows, matrix.columns)).map { matrix[$0, $0] }))
    }
    if function == .rank { return .number(matrix.rank) }
    guard matrix.isSquare else {
      throw wrong(
        "\(value.shape) has no \(function.rawValue)",
        help: "only square matrices have",
        place
      )
    }
    switch function {
    case .trace: return .scalar(matrix.trace)
    case .det: return .scalar(matrix.elimination.determinant)
    case .inverse: return Value(try inverse(matrix))
    default: throw EvaluationFault.undefined
    }
  }

  // MARK: - Of whole numbers

  private mutating func wholeFunction(
    _ function: Function,
    _ items: [Expression],
    _ place: Range<Int>?
  )
    throws -> Value
  {
    switch function {
    case .kronecker:
      return .number(try integer(items[0]) == integer(items[1]) ? 1 : 0)
    case .factorial:
      let argument = try scalar(items[0])
      guard let number = argument.value.integer else { return .scalar((argument + .one).gamma) }
      return .scalar(Scalar(try Self.factorial(number)))
    case .binomial: return .scalar(try binomial(scalar(items[0]), integer(items[1])))
    case .gcd:
      var (a, b) = (abs(try integer(items[0])), abs(try integer(items[1])))
      while b != 0 { (a, b) = (b, a % b) }
      return .number(a)
    case .mod: return .scalar(try remainder(items))
    default: throw EvaluationFault.undefined
    }
  }

  /// What is left of a number once a modulus is taken from it as often as it goes, from 0 up to the modulus.
  private mutating func remainder(_ items: [Expression]) throws -> Scalar {
    let (number, modulus) = (try scalar(items[0]), try scalar(items[1]))
    guard !modulus.value.isZero else { throw EvaluationFault.undefined }
    if let number = number.value.integer, let modulus = modulus.value.integer {
      let rest = number % modulus
      return Scalar(rest != 0 && (rest < 0) != (modulus < 0) ? rest + modulus : rest)
    }
    return number - modulus * (try Self.step(.floor, number / modulus))
  }

  static func factorial(_ number: Int) throws -> Number {
    guard (0...170).contains(number) else { throw EvaluationFault.undefined }
    return number < 2 ? .one : (2...number).reduce(.one) { $0 * Number($1) }
  }

  /// Also of a number that is not whole, as in the series of a power.
  private func binomial(_ upper: Scalar, _ lower: Int) throws -> Scalar {
    guard lower >= 0, lower < 1000 else { return .zero }
    if lower == 0 { return .one }
    return (0..<lower).reduce(.one) { product, index in
      product * (upper - Scalar(index)) / Scalar(index + 1)
    }
  }
}
