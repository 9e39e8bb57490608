import Foundation
import NotebookSyntax
import TestSupport
import Testing

@testable import NotebookChecks

@Suite("What is promised against what is shown")
struct ComparisonTests {
  private func holds(
    _ promised: String,
    _ actual: String,
    _ rule: ComparisonRule = ComparisonRule()
  ) -> Bool {
    TextComparison(rule: rule).difference(promised: promised, actual: actual) == nil
  }

  @Test(
    "a number holds to the digits that are written, rounded or cut off",
    arguments: [
      ("0.1909", "0.19091352"), ("0.19091", "0.19091352"), ("0.2035", "0.20353145"),
      ("-0.03885", "-0.038856"), ("1.5e-7", "1.5432e-07"),
      ("1_000.5", "1000.52"), ("0.", "0.0"), ("5", "4.9999"), ("nan", "nan"), ("-inf", "-inf"),
      ("100%", "100%"), ("a1 = 2.50", "a1 = 2.5"), ("0.00", "1e-9"), ("−0.5", "-0.5"),
      ("+0.5", "0.5"), ("NaN", "nan"), ("-nan", "nan"), ("Inf", "+inf"), ("1.e-05", "1e-05"),
      ("1.50E+3", "1500.0"), (".5", "0.5"), ("-.5", "-0.5"), ("3.", "3"), ("1e−7", "1.0e-07"),
      ("1234567.123456789", "1234567.12345678999"), ("0.3", "0.30000000000000004"),
      ("0.12345678901234567890", "0.123456789012345678909"), ("1e300", "1.0000e+300"),
      ("12.5%", "12.49%"), ("$5.00", "$5.0049"), ("25.3°C", "25.31°C"), ("(1.0,2.0)", "(1.04, 2)"),
      ("0.50.", "0.501."), ("x=-0.50", "x=-0.504"), ("≈0.52", "≈0.5217"), ("5-3.0", "5-3.01"),
      ("0.5...1.5", "0.51...1.49"), ("+5", "5"), ("1_000", "1000"), ("-0", "0"),
      ("123456789012345678901234567890123456789012", "+123456789012345678901234567890123456789012"),
    ]
  )
  func numbersHold(_ promised: String, _ actual: String) {
    #expect(holds(promised, actual))
  }

  @Test(
    "a number is rounded or cut off at its last written place, half a unit either way",
    arguments: [
      // What is promised, and whether that is of what came.
      ("2.9", ["2": true, "3": true, "2.9": true, "2.90": true, "4": false, "1": false]),
      ("2.1", ["2": true, "3": false, "2.": true, "3.": false]),
      ("0.30000000000000004", ["0.3": true, "0.30": true, "0.4": false, "0.2": false]),
      ("1e-05", ["1e-4": false, "0": true, "0.0000": true, "0.0001": false, "0.00001": true]),
      ("0.011", ["0.01": true, "0.02": false, "0.011": true, "0.0110": true, "0.0111": false]),
      ("-0.1", ["0": true, "-0": true, "-1": false, "1": false, "-0.1": true, "0.1": false]),
      ("-0.9", ["-1": true, "1": false, "-0.9": true, "-2": false]),
      ("-0.4", ["0.5": false, "-0.5": false, "-0.4": true, "0.4": false]),
      ("0.4", ["-0": false, "-0.0": false, "0": true, "-0.4": false]),
      ("299792458.0", ["3e8": true, "2e8": true, "4e8": false, "2.99e8": true, "2.998e8": true]),
      ("299792458", ["3e8": true, "299792459": false, "300000000": false, "29e7": true]),
      ("1.01e-16", ["2e-16": false, "1e-16": true, "0": true, "0.0": true, "1.0e-16": true]),
      ("0.125", ["0.12": true, "0.13": true, "0.1": true, "0.2": false, "0.11": false]),
      ("0.15", ["0.1": true, "0.2": true, "0": true, "1": false]),
      ("0.5", ["0": true, "1": true, "0.5": true, "0.50": true, "0.49": false]),
      ("-0.5", ["0": true, "-1": true, "1": false, "-0": true]),
      ("9.96", ["10": true, "10.0": true, "9.9": true, "11": false, "1e1": true, "9": true]),
      ("99.5", ["100": true, "99": true, "1e2": true, "101": false, "9e1": true]),
      ("0.95", ["1": true, "1.0": true, "0.9": true, "1.00": false, "1.1": false]),
      ("9.4", ["10": false, "9": true, "1e1": true, "2e1": false]),
      ("4", ["4.0": true, "4.": true, "3": false, "5": false, "4.1": false, "3.9": false]),
      ("4.0", ["4": true, "4.00": true, "3": false, "5": false, "0.4e1": true]),
      ("1999.96", ["2000.0": true, "1999.9": true, "2e3": true, "1e3": true, "2000": true]),
      ("0", ["0.0": true, "-0.0": true, "0e5": true, "1e-300": false, "1": false]),
      ("-0.0", ["0": true, "0.0": true, "-0": true]),
      (
        "3.141592653589793", ["3.1415926535897932": false, "3.14159265358979": true, "3.15": false]
      ),
      ("1e400", ["1e399": false, "1e400": true, "2e400": false, "inf": false, "9e399": false]),
      ("1e-400", ["0": true, "1": false, "1e-399": false]),
      ("1e99999999999999999999", ["1e99999999999999999998": false, "nan": false]),
      ("1_234.56", ["1_234.5": true, "1234.6": true, "1234.4": false]),
      ("−2.5", ["-2": true, "-3": true, "−2.5": true, "2": false]),
      ("inf", ["nan": false, "+infinity": true, "-inf": false]),
    ] as [(String, [String: Bool])]
  )
  func rounding(_ actual: String, _ promises: [String: Bool]) {
    for (promised, isRight) in promises {
      for (left, right) in [
        ("", ""), ("x = ", ""), ("[1, ", "]"), ("", "%"), ("$", " each"), ("≈", "°"),
      ] {
        let number = left.hasSuffix("$") && promised.first?.isNumber != true
        guard !number else { continue }
        #expect(
          holds(left + promised + right, left + actual + right) == isRight,
          "\(left)\(promised)\(right) of \(actual)"
        )
      }
    }
  }

  @Test(
    "digits are compared as digits, which agrees with whole numbers of a finer unit",
    arguments: 1...10
  )
  func decimalArithmetic(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<2000 {
      let (value, promise) = (
        Int.random(in: -1200...1200, using: &random), Int.random(in: -130...130, using: &random)
      )
      // The value in hundredths, the promise in tenths.
      let cut = value / 10
      let halfUp = (abs(value) + 5) / 10 * value.signum()
      let wanted = promise == cut || promise == halfUp
      let promised = Self.decimal(promise, places: 1)
      let actual = Self.decimal(value, places: 2)
      #expect(holds(promised, actual) == wanted, "\(promised) of \(actual)")
    }
  }

  private static func decimal(_ value: Int, places: Int) -> String {
    let digits = String(abs(value))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (value < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }

  @Test(
    "a number that is further off is broken",
    arguments: [
      ("0.1909", "0.1911"), ("0.19091352", "0.1909"), ("1.5e-7", "1.5e-6"), ("5", "6"),
      ("0.26", "0.25"), ("2", "3.0"), ("nan", "1"), ("inf", "-inf"), ("0.5", "-0.5"), ("1", "one"),
      ("0.", "1."), ("5", "6.1"), ("0.2036", "0.20353145"), ("Nan", "nan"), ("Nan", "NaN"),
      ("5", "-5"), ("1e5", "3e5"), ("0.12345678901234567890", "0.12345678901234567891"),
      ("123456789012345678901234567890123456789012", "123456789012345678901234567890123456789013"),
      ("9007199254740993", "9007199254740992"), ("1...5", "1...6"), ("0..<3", "0..<4"),
      ("12:30", "12:31"), ("0.5", "0.5%"), ("50", "$50"), ("1e400", "1e401"), ("inf", "1e400"),
    ]
  )
  func numbersBreak(_ promised: String, _ actual: String) {
    #expect(!holds(promised, actual))
  }

  @Test(
    "digits in a word are text",
    arguments: [
      ("x1", "x2"), ("v2.0", "v2.04"), ("3rd", "4th"), ("1.5ms", "1.51ms"), ("0x1F", "0x1E"),
      ("6.3.1", "6.3.2"), ("v2.05", "v2.5"), ("2026-11-21", "2026-11-22"), ("007", "7"),
      ("1,000", "1,0"), ("a.0", "a.1"), ("ab12e4-12e4", "ab12e4-13e4"), ("1__0", "10"),
      ("550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440001"),
      ("1e400-12e4", "1e400-13e4"), ("x.05", "x.051"), ("é1.0", "é1.01"), ("f().50", "f().51"),
    ]
  )
  func words(_ promised: String, _ other: String) {
    #expect(holds(promised, promised))
    #expect(!holds(promised, other))
  }

  @Test("a tolerance replaces the digits, also of whole numbers")
  func tolerance() {
    #expect(holds("1.0", "1.2", ComparisonRule(absoluteTolerance: 0.25)))
    #expect(holds("1.0", "1.1", ComparisonRule(absoluteTolerance: 0.1)))
    #expect(!holds("1.0", "1.0000001", ComparisonRule(absoluteTolerance: 1e-9)))
    #expect(holds("100", "102", ComparisonRule(relativeTolerance: 0.02)))
    #expect(!holds("100", "103", ComparisonRule(relativeTolerance: 0.02)))
    #expect(holds("100", "103", ComparisonRule(absoluteTolerance: 1, relativeTolerance: 0.02)))
    #expect(!holds("0.5", "0.6", ComparisonRule(absoluteTolerance: 0)))
    #expect(!holds("nan", "1", ComparisonRule(absoluteTolerance: 10)))
  }

  @Test(
    "layout is not part of a promise",
    arguments: [
      ("[[0.1 0. ]\n [0.5 0. ]]", "[[0.1  0.]\n[0.5 0.]]\n"),
      ("[[0.1 0. ]\n [0.5 0. ]]", "[ [0.1  0.] [0.5 0.] ]"), ("a  b", "a\nb"),
      ("[1, 2, 3]", "[1,2 ,3]"), ("f (x)", "f(x)"), ("a\n\n\nb\n", "  a\u{A0}b"), ("", " \n"),
    ]
  )
  func layout(_ promised: String, _ actual: String) {
    #expect(holds(promised, actual))
    #expect(holds(actual, promised))
  }

  @Test(
    "other text counts to the letter",
    arguments: [
      ("ab", "a b"), ("[1 2]", "1 2"), ("[1, 2]", "[1 2]"), ("a-b", "a - b"), ("a", "A"),
      ("a", "a b"), ("a b", "a"), ("x = 1", "x == 1"), ("->", "- >"), ("", "a"), ("é", "e"),
    ]
  )
  func letters(_ promised: String, _ actual: String) {
    #expect(!holds(promised, actual))
  }

  @Test(
    "one character is the same in each of Unicode's normal forms, whatever the rule",
    arguments: ["caf\u{E9} 5", "\u{212B} \u{2260} x", "\u{1E69}", "\u{AC01}", "a \u{FB4B} b"]
  )
  func normalForms(_ composed: String) {
    let decomposed = String(String.UnicodeScalarView(composed.decomposed))
    #expect(Array(decomposed.utf8) != Array(composed.utf8))
    for rule in [
      ComparisonRule(), ComparisonRule(isExact: true), ComparisonRule(isUnordered: true),
    ] {
      #expect(holds(composed, decomposed, rule))
      #expect(holds(decomposed, composed, rule))
      #expect(!holds(composed, "x" + decomposed, rule))
    }
  }

  @Test("the place of a difference is that in the text as it is written")
  func placesInOtherNormalForm() throws {
    let comparison = TextComparison()
    let found = try #require(
      comparison.difference(promised: "e\u{301}e\u{301} 5 x", actual: "\u{E9}\u{E9} 6 x")
    )
    #expect(found.promised == 7..<8)
    #expect(found.promisedText == "5")
  }

  @Test("exact means every letter, white space and all, but for one last line end")
  func exact() {
    let rule = ComparisonRule(isExact: true)
    #expect(holds("a  b\n", "a  b", rule))
    #expect(holds("a", "a\n", rule))
    #expect(!holds("a  b", "a b", rule))
    #expect(!holds("a", "a\n\n", rule))
    #expect(!holds("[...]", "a", rule))
    #expect(!holds("0.50", "0.501", rule))
    #expect(holds("a [...]", "a [...]", rule))
  }

  @Test("the first difference is told")
  func difference() throws {
    let comparison = TextComparison()
    let found = try #require(
      comparison.difference(promised: "1.0 2.0 3.0", actual: "1.0 2.5 3.0")
    )
    #expect(found.promised == 4..<7)
    #expect(found.promisedText == "2.0")
    #expect(found.actual == "2.5")
    #expect(found.actualOffset == 4)
    #expect(found.message == "'2.0' is promised here, but the cell shows '2.5'")
    let more = try #require(comparison.difference(promised: "a", actual: "a b"))
    #expect(more.promised == nil)
    #expect(more.message == "nothing more is promised here, but the cell goes on with 'b'")
    let less = try #require(comparison.difference(promised: "a b", actual: "a\n"))
    #expect(less.promised == 2..<3)
    #expect(less.message == "'b' is promised here, but the cell shows nothing more")
    let spacing = try #require(comparison.difference(promised: "x a-b", actual: "x a - b"))
    #expect(spacing.message == "'a-' is promised here, but the cell shows 'a -'")
  }

  @Test("an exact difference shows white space")
  func exactDifference() throws {
    let comparison = TextComparison(rule: ComparisonRule(isExact: true))
    let found = try #require(comparison.difference(promised: "a\nb", actual: "a\tb"))
    #expect(found.promised == 1..<2)
    #expect(found.message == #"'\n' is promised here, but the cell shows '\t'"#)
    let less = try #require(comparison.difference(promised: "ab", actual: "a"))
    #expect(less.promised == 0..<2)
    #expect(less.actual == nil)
  }
}

extension String {
  fileprivate var decomposed: [Unicode.Scalar] {
    Array(decomposedStringWithCanonicalMapping.unicodeScalars)
  }
}
