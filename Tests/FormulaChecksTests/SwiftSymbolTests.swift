import FormulaChecks
import Foundation
import Testing

/// Letters that mean code, whose values somebody else finds: here this test.
@Suite("Letters that mean Swift")
struct SwiftSymbolTests {
  private static let symbols = #"""
    z: vector of 4
    i, j: index of z
    x: real number
    n: integer 1…6
    A: 2×3 matrix
    \sigma(z)_i: {swift} softmax(z)[i]
    s(z): {swift} softmax(z)
    f(x): {swift} exp(x)
    g(n): {swift} n * n
    T(A): {swift} A.transposed
    c: {swift} 42
    """#

  /// What the code of each line would give.
  private static func answer(_ call: SwiftCall) -> SwiftAnswer? {
    func softmax(_ z: [Double]) -> [Double] {
      let sum = z.map { exp($0 - (z.max() ?? 0)) }.reduce(0, +)
      return z.map { exp($0 - (z.max() ?? 0)) / sum }
    }
    switch (call.line, call.arguments.first, call.arguments.last) {
    case (5, .vector(let z)?, .whole(let i)?): return .number(softmax(z)[i])
    case (6, .vector(let z)?, _): return .vector(softmax(z))
    case (7, .number(let x)?, _): return .number(exp(x))
    case (8, .whole(let n)?, _): return .number(Double(n * n))
    case (9, .matrix(let A)?, _):
      return .matrix(A[0].indices.map { column in A.map { $0[column] } })
    case (10, nil, nil): return .number(42)
    default: return nil
    }
  }

  private func verdict(_ tex: String) throws -> FormulaVerdict {
    var document = FormulaDocument(
      symbols: Self.symbols.split(separator: "\n").map { SymbolLine(String($0)) },
      claims: [FormulaClaim(tex: tex)]
    )
    let trees = try Formulas.trees(of: document.pieces)
    for _ in 0..<3 {
      let question = document.swiftQuestion(about: trees)
      let answered = question.calls.compactMap { call in
        Self.answer(call).map { FormulaDocument.Answered(call: call, answer: $0) }
      }
      #expect(answered.count == question.calls.count)
      document.answers += answered
    }
    let verdicts = document.verdicts(of: trees)
    #expect(verdicts.symbolProblems == [])
    return verdicts.claims[0]
  }

  @Test(
    "are held against formulas",
    arguments: [
      #"\sigma(z)_i = \frac{e^{z_i}}{\sum_k e^{z_k}}"#, #"\sum_i \sigma(z)_i = 1"#,
      #"\sigma(z + x)_i = \sigma(z)_i"#, #"s(z)_i = \sigma(z)_i"#, #"\sigma(z) = s(z)"#,
      #"f(x + 1) = e \, f(x)"#, #"g(n) = n^2"#,
      #"T(A)_{ij} = A_{ji}"#.replacing("_{ij}", with: "_{12}").replacing("_{ji}", with: "_{21}"),
      #"T(A) = A^{\mathsf T}"#, #"c = 6 \cdot 7"#, #"g(g(2)) = 16"#,
    ]
  )
  func held(tex: String) throws {
    let verdict = try verdict(tex)
    #expect(verdict.isTrue, "\(verdict.text)")
  }

  @Test(
    "are found where they say something else",
    arguments: [
      (#"\sigma(z)_i = \frac{e^{z_i}}{\sum_k e^{z_k} + 1}"#, "the left side is"),
      (#"\sigma(z)_i = e^{z_i}"#, "at z = ("), (#"g(n) = n^3"#, "n = "), (#"c = 41"#, "42"),
    ]
  )
  func refused(tex: String, words: String) throws {
    let verdict = try verdict(tex)
    #expect(verdict.isFalse && verdict.text.contains(words), "\(verdict.text)")
  }

  @Test("say that they cannot be derived")
  func derivative() throws {
    let verdict = try verdict(#"\frac{d}{dx} f(x) = f(x)"#)
    #expect(verdict.text.contains("what Swift gives cannot be derived"), "\(verdict.text)")
  }

  @Test("are asked for by their code and the letters in it")
  func question() throws {
    let document = FormulaDocument(
      symbols: Self.symbols.split(separator: "\n").map { SymbolLine(String($0)) },
      claims: [FormulaClaim(tex: #"\sigma(z)_i > 0"#)]
    )
    let question = document.swiftQuestion(about: try Formulas.trees(of: document.pieces))
    let symbol = try #require(question.symbols.first { $0.line == 5 })
    #expect(symbol.code == "softmax(z)[i]")
    #expect(symbol.parameters.map(\.name) == ["z", "i"])
    #expect(symbol.parameters.map(\.kind) == [.vector, .index])
    #expect(question.calls.count >= 6 && question.calls.allSatisfy { $0.line == 5 })
  }

  @Test(
    "must have letters that Swift can have, and code",
    arguments: [
      ("h(u): {swift} u", "Swift cannot have 'u'"), ("h: {swift}", "no Swift stands here"),
    ]
  )
  func wrong(line: String, message: String) throws {
    let verdict = try Formulas.verdict("1 = 1", symbols: line)
    #expect(verdict.text.contains(message), "\(verdict.text)")
  }
}
