import Testing

@testable import NotebookProject

@Suite("Words of a search")
struct SearchWordsTests {
  /// Texts, and their words. `ShownSearchTests` asks the browser for the same.
  static let cases: [(text: String, words: [String])] = [
    ("The Jacobian, don't!", ["the", "jacobian", "don", "t"]),
    ("Übergröße CAFÉ naïve Ångström Łódź", ["ubergrosse", "cafe", "naive", "angstrom", "lodz"]),
    ("ﬁnal ½ ① 𝛼 Ｗｉｄｅ", ["final", "1⁄2", "1", "α", "wide"]),
    ("ΣΊΣΥΦΟΣ Ёлка", ["σισυφοσ", "елка"]),
    ("偏微分、微", ["偏微", "微分", "分", "微"]),
    ("データを読む", ["デー", "ータ", "タを", "を読", "読む", "む"]),
    ("함수는 נִקּוּד مُحَمَّد", ["함수는", "נקוד", "محمد"]),
    ("संख्या", ["संख्या"]),
    (
      #"\frac{\partial L}{\partial z_i} \\ \Gamma\,"#,
      [#"\frac"#, #"\partial"#, "l", #"\partial"#, "z", "i", #"\Gamma"#]
    ),
    ("∂f ≤ ∑", ["∂", "f", "≤", "∑"]),
    (
      "softmaxJacobian(of: x2Y, HTMLText)",
      ["softmaxjacobian", "jacobian", "of", "x2y", "y", "htmltext"]
    ),
    ("a\\", ["a"]),
    (String(repeating: "x", count: 70), [String(repeating: "x", count: 64)]),
    ("", []),
  ]

  @Test("are found whatever their case and accents, in every script", arguments: cases)
  func words(_ text: String, _ words: [String]) {
    var found: [String] = []
    SearchWords.forEach(in: text) { found.append($0) }
    #expect(found == words)
  }
}
