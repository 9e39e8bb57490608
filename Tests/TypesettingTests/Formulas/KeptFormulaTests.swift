import Foundation
import ResultStore
import Testing

@testable import Typesetting

@Suite("Formulas that are kept")
struct KeptFormulaTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "kept-\(UUID().uuidString)"
  )
  private let store: ResultStore

  init() {
    store = ResultStore(folder: folder.path, limit: 1 << 28) { Issue.record("\($0)") }
  }

  private func typesetter(reads: Bool = true, isFrozen: Bool = false) -> Typesetter {
    Typesetter(store: StoreUse(store, reads: reads, isFrozen: isFrozen))
  }

  private func page(_ tex: [String], prefix: String = "p-", macros: [FormulaMacro] = [])
    -> FormulaPage
  {
    FormulaPage(
      idPrefix: prefix,
      references: ["eq-far": FormulaReference(text: "7", address: "far.html#eq-far")],
      macros: macros,
      requests: tex.map { FormulaRequest($0, isDisplay: $0.contains("\\begin")) }
    )
  }

  private static let formulas = [
    #"a_i = \sigma(z_i)"#, #"\R^n"#, #"\newcommand{\x}{\mathbf{x}} \x"#, #"\x + \y"#,
    #"\begin{align} a &= b \label{eq-a} \\ c &= d \end{align}"#, #"\eqref{eq-a} \ref{eq-far}"#,
    #"\frac{\partial a_i}{\partial z_j}"#, #"\unknown"#, "a_i", "a_i",
  ]
  private static let macros = [
    FormulaMacro("R", #"\mathbb{R}"#), FormulaMacro("y", #"\mathbf{y}"#),
  ]

  @Test("are the same as those that are set anew, whatever is kept of the page")
  func sameResults() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let all = page(Self.formulas, macros: Self.macros)
    let anew = try Typesetter().set(all)
    #expect(try typesetter().set(all) == anew)
    #expect(try typesetter().set(all) == anew)
    #expect(try typesetter(isFrozen: true).set(all) == anew)

    // A page that shares some formulas with what it was last, in another order.
    for (number, order) in [
      Self.formulas.reversed(), Array(Self.formulas.dropFirst(3)),
      Self.formulas + ["z"], ["q"] + Self.formulas, [#"\R^n"#, #"\def\R{r}"#, #"\R^n"#],
    ].enumerated() {
      let other = page(order, macros: Self.macros)
      #expect(try typesetter().set(other) == (try Typesetter().set(other)), "order \(number)")
    }
  }

  @Test(
    "are the same after others that were set before the whole page was known",
    arguments: [
      // One that stands for itself, one that counts, one that defines, and one that is wrong.
      #"\frac{a}{?}"#, #"\begin{align} a &= ? \label{eq-new} \end{align}"#,
      #"\renewcommand{\x}{?} \x"#, #"\wrong{?} \label{eq-wrong}"#,
    ]
  )
  func early(_ open: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    func page(_ value: String) -> FormulaPage {
      let open = open.replacing("?", with: value)
      return self.page([#"\R"#, open] + Self.formulas + [open, #"\x"#], macros: Self.macros)
    }
    let whole = page("0.5")
    let anew = try Typesetter().set(whole)
    let early = try #require(typesetter().setEarly(page(#"\text{half}"#)))
    #expect(try typesetter(reads: false).set(whole, after: early) == anew)
    // What the page was last is known besides.
    let next = page("0.25")
    let nextAnew = try Typesetter().set(next)
    let again = try #require(typesetter().setEarly(page(#"\text{other}"#)))
    #expect(try typesetter().set(next, after: again) == nextAnew)
    #expect(typesetter().setEarly(next) == nil)
  }

  @Test("depend on what was defined before them")
  func definitions() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try typesetter().set(page([#"\v"#], macros: [FormulaMacro("v", "x")]))
    let second = try typesetter().set(page([#"\v"#], macros: [FormulaMacro("v", "y")]))
    let third = try typesetter().set(
      page([#"\renewcommand{\v}{y}"#, #"\v"#], macros: [FormulaMacro("v", "x")])
    )
    #expect(first.results != second.results)
    #expect(third.results[1].formula?.svg != first.results[0].formula?.svg)
  }

  @Test("stand for themselves unless they count, refer or define")
  func standing() {
    let formulas = [
      "a", #"\frac{a}{b}"#, #"\label{x}"#, #"\begin{align}a\end{align}"#, #"\ref{x}"#,
      #"\begin{pmatrix}a\end{pmatrix}"#, #"\def\a{b}"#, #"a \newcommand{\b}{c}"#, #"\b"#,
      #"\renewenvironment{cases}{a}{b}"#, #"\begin{cases}a\end{cases}"#,
    ]
    let state = FormulaState(page(formulas))
    #expect(
      state.contexts.map { $0 != nil } == [
        true, true, false, false, false, true, false, false, true, false, true,
      ]
    )
    #expect(state.contexts[8] != state.contexts[5])
    #expect(state.contexts[1] == state.contexts[0])
  }

  @Test("are missed where only what is kept may be used")
  func frozen() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: NotInStore(kind: .formulas, reason: .isFirst)) {
      try typesetter(isFrozen: true).set(page(["never set"]))
    }
  }

  @Test("need no engine when nothing has changed")
  func noEngine() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let formulas = page([#"a + b"#])
    let set = try typesetter().set(formulas)
    let kept = Typesetter(store: StoreUse(store))
    #expect(try kept.set(formulas) == set)
    #expect(!kept.isStarted)
  }

  @Test("that have not changed are not set again")
  func someChanged() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try typesetter().set(page([#"a + b"#, #"\begin{bmatrix} a \end{bmatrix}"#]))
    let fewer = Typesetter(store: StoreUse(store))
    #expect(try fewer.set(page([#"\begin{bmatrix} a \end{bmatrix}"#])).results[0].formula != nil)
    #expect(!fewer.isStarted)
  }

  @Test("charts are kept too")
  func charts() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let specification = """
      {"$schema": "https://vega.github.io/schema/vega-lite/v4.json",
       "data": {"values": [{"x": 1, "y": 2}]}, "mark": "point",
       "encoding": {"x": {"field": "x", "type": "quantitative"}}}
      """
    let drawn = try typesetter().chart(specification, idPrefix: "c-")
    let kept = Typesetter(store: StoreUse(store))
    #expect(try kept.chart(specification, idPrefix: "c-") == drawn)
    #expect(!kept.isStarted)
    #expect(throws: NotInStore(kind: .chart, reason: .isFirst)) {
      try typesetter(isFrozen: true).chart(specification, idPrefix: "d-")
    }
  }
}
