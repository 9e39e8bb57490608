/// A letter that means what code gives: `\sigma(z)_i: {swift} softmax(z)[i]`.
///
/// Whoever can run the code is asked for its values: ``FormulaDocument/swiftQuestion(about:)`` says which are
/// wanted, and the document with its ``FormulaDocument/answers`` is then held against numbers.
public struct SwiftSymbol: Sendable, Hashable, Codable {
  /// A letter that the code has as a constant.
  public struct Parameter: Sendable, Hashable, Codable {
    /// What it is called in the code.
    public var name: String
    /// What it is.
    public var kind: Kind

    /// What a letter is in code. An index counts from 0 there.
    public enum Kind: String, Sendable, Hashable, Codable {
      case number, whole, index, vector, matrix
    }
  }

  /// The number of its line among the symbols.
  public var line: Int
  /// The code.
  public var code: String
  /// Where the code begins in its line, in bytes.
  public var offset: Int
  /// The letters in it.
  public var parameters: [Parameter]
}

/// One value that a letter's code is asked for.
public struct SwiftCall: Sendable, Hashable, Codable {
  /// What a letter is for once.
  public enum Argument: Sendable, Hashable, Codable {
    case number(Double)
    case whole(Int)
    case vector([Double])
    case matrix([[Double]])
  }

  /// The number of the symbol's line.
  public var line: Int
  /// What its letters are, in the order of ``SwiftSymbol/parameters``.
  public var arguments: [Argument]
}

/// What code gave.
public enum SwiftAnswer: Sendable, Hashable, Codable {
  case number(Double)
  case vector([Double])
  case matrix([[Double]])

  /// How exact code is taken to be, as a part of a number: what follows by a few thousand roundings.
  static let precision = 1e-12

  var value: Value {
    func scalar(_ number: Double) -> Scalar {
      Scalar(Number(DoubleDouble(number), error: Self.precision * abs(number) + 1e-300))
    }
    switch self {
    case .number(let number): return .scalar(scalar(number))
    case .vector(let numbers): return .matrix(Matrix(column: numbers.map(scalar)))
    case .matrix(let rows):
      let width = rows.first?.count ?? 0
      return .matrix(
        Matrix(rows: rows.count, columns: width, elements: rows.flatMap { $0 }.map(scalar))
      )
    }
  }
}

/// What is asked of code.
public struct SwiftQuestion: Sendable, Hashable, Codable {
  /// The letters that mean code.
  public var symbols: [SwiftSymbol] = []
  /// The values that are wanted, each once.
  public var calls: [SwiftCall] = []
}
