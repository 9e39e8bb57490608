import NotebookDisplay
import Testing

@Suite("Showing simple values")
struct ShowingValuesTests {
  @Test("a number is plain as print writes it, with TeX for formulas and no HTML")
  func numbers() {
    let bundle = DisplayBundle(showing: 1.5e-7)
    #expect(bundle.forms == [.plain: "1.5e-07", .latex: #"1.5 \times 10^{-7}"#])
    #expect(bundle.prefersPlain)
    #expect(DisplayBundle(showing: 3 as Int8).forms == [.plain: "3", .latex: "3"])
    #expect(DisplayBundle(showing: Float(0.1)).plain == "0.1")
    #expect(DisplayBundle(showing: -0.0).plain == "-0.0")
    #expect(DisplayBundle(showing: Double.nan).forms == [.plain: "nan", .latex: #"\mathrm{NaN}"#])
    #expect(DisplayBundle(showing: Double.infinity)[.latex] == #"\infty"#)
  }

  @Test("a text is shown without quotes")
  func texts() {
    let bundle = DisplayBundle(showing: "50% of \"it\"")
    #expect(bundle.plain == "50% of \"it\"")
    #expect(bundle[.latex] == #"\text{50}\%\text{ of "it"}"#)
    #expect(bundle.prefersPlain)
    #expect(DisplayBundle(showing: "abc".dropFirst()).plain == "bc")
    #expect(DisplayBundle(showing: "é" as Character).plain == "é")
  }

  @Test("a truth value is upright in formulas")
  func truth() {
    #expect(DisplayBundle(showing: true).forms == [.plain: "true", .latex: #"\mathrm{true}"#])
  }

  @Test("an optional without a value shows as nil")
  func missing() {
    #expect(DisplayBundle(showing: nil as Int?).plain == "nil")
    #expect(DisplayBundle(showing: [1, nil, 3]).plain == "[1, nil, 3]")
  }

  @Test("an optional with a value shows as that value")
  func present() {
    #expect(DisplayBundle(showing: Optional(1.5)) == DisplayBundle(showing: 1.5))
    #expect(DisplayBundle(showing: Optional(Optional("a"))).plain == "a")
  }

  @Test("a Displayable shows as it wants to, also as an optional and as an existential")
  func displayable() {
    let bundle = DisplayBundle(plain: "40 deg", [.html: "40<sup>°</sup>"])
    #expect(DisplayBundle(showing: Angle(degrees: 40)) == bundle)
    #expect(DisplayBundle(showing: Optional(Angle(degrees: 40))) == bundle)
    #expect(DisplayBundle(showing: Angle(degrees: 40) as Any) == bundle)
    #expect(
      DisplayBundle(showing: [Angle(degrees: 1), Angle(degrees: 2)]).plain == "[1 deg, 2 deg]"
    )
  }

  @Test("ranges, tuples, types and nothing at all")
  func others() {
    #expect(DisplayBundle(showing: 0..<5).plain == "0..<5")
    #expect(DisplayBundle(showing: (1, "a")).plain == "(1, \"a\")")
    #expect(DisplayBundle(showing: (x: 1, y: 2.0)).plain == "(x: 1, y: 2.0)")
    #expect(DisplayBundle(showing: Int.self).plain == "Int")
    #expect(DisplayBundle(showing: ()).plain == "()")
  }
}

struct Angle: Displayable {
  var degrees: Int
  var display: DisplayBundle {
    DisplayBundle(plain: "\(degrees) deg", [.html: "\(degrees)<sup>°</sup>"])
  }
}
