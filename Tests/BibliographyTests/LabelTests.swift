import Bibliography
import Testing

@Suite("Citations and the order of the list")
struct LabelTests {
  @Test(
    "one name, two names, more",
    arguments: [
      ("author = {John S. Bridle}", "Bridle, 1990"),
      ("author = {Bolin Gao and Lacra Pavel}", "Gao and Pavel, 1990"),
      ("author = {Ian Goodfellow and Y Bengio and A C}", "Goodfellow et al., 1990"),
      ("author = {A Vaswani and others}", "Vaswani et al., 1990"),
      ("author = {Laurens van der Maaten}", "van der Maaten, 1990"),
      ("editor = {D. S. Touretzky}", "Touretzky, 1990"),
      ("author = {{World Health Organization}}", "World Health Organization, 1990"),
      ("organization = {GNU}", "GNU, 1990"), ("title = {A {T}itle}", "*A Title*, 1990"),
      ("title = {A long title}, shorttitle = {Short}", "*Short*, 1990"), ("note = {x}", "k, 1990"),
      ("author = {Erd{\\H o}s, P{\\'a}l}", "Erdős, 1990"),
    ]
  )
  func labels(_ field: String, _ expected: String) {
    #expect(Bibliography("@misc{k, \(field), year = 1990}").labels("k") == [expected])
  }

  @Test("the title of a part stands in quotation marks")
  func title() {
    #expect(Bibliography("@article{k, title={On bees}}").labels("k") == ["“On bees”, n.d."])
  }

  @Test("years that would be the same have letters, in the order of the list")
  func suffixes() {
    let bibliography = Bibliography(
      """
      @article{zeta, author = {A. Bee}, title = {Zeta}, journal = {J}, year = 1990}
      @article{alpha, author = {A. Bee}, title = {The alpha}, journal = {J}, year = 1990}
      @article{other, author = {C. Bee}, title = {Other}, journal = {J}, year = 1990}
      @article{late, author = {A. Bee}, title = {Late}, journal = {J}, year = 1991}
      @misc{u, author = {A. Bee}, title = {U}}
      @misc{v, author = {A. Bee}, title = {V}, month = may}
      """
    )
    #expect(
      bibliography.labels("zeta", "alpha", "other", "late", "u", "v") == [
        "Bee, 1990b", "Bee, 1990a", "Bee, 1990c", "Bee, 1991", "Bee, n.d.-a", "Bee, n.d.-b",
      ]
    )
    #expect(
      bibliography.references == [
        "Bee, A. (n.d.-a). *U*.", "Bee, A. (n.d.-b, May). *V*.", "Bee, A. (1990a). The alpha. *J*.",
        "Bee, A. (1990b). Zeta. *J*.", "Bee, A. (1991). Late. *J*.", "Bee, C. (1990c). Other. *J*.",
      ]
    )
    #expect(bibliography.labels("zeta", "late") == ["Bee, 1990", "Bee, 1991"])
  }

  @Test("after z come aa and ab")
  func manySuffixes() {
    let entries = (0..<28).map { "@misc{k\($0), author={A}, title={\(100 + $0)}, year=2000}" }
    let list = Bibliography(entries.joined()).references(citing: (0..<28).map { "k\($0)" })
    let years = [0, 25, 26, 27].map { list.label(for: "k\($0)")?.year }
    #expect(years == ["2000a", "2000z", "2000aa", "2000ab"])
  }

  @Test("the order of citing does not matter")
  func citing() {
    let bibliography = Bibliography("@misc{b, author={B}}@misc{a, author={A}}@misc{c, author={C}}")
    let forwards = bibliography.references(citing: ["a", "b", "c"]).entries.map(\.key)
    let backwards = bibliography.references(citing: ["c", "b", "a", "b"]).entries.map(\.key)
    #expect(forwards == ["a", "b", "c"])
    #expect(backwards == forwards)
  }

  @Test(
    "the list is ordered by names, year and title without regard to diacritics",
    arguments: [
      (["{\\'E}mil, A", "Eco, U", "Emin, T"], ["Eco", "Émil", "Emin"]),
      (["{\\O}ster, A", "Oster, B", "Ostel, C"], ["Ostel", "Øster", "Oster"]),
      (["van der Maaten, L", "Vance, A", "Vapnik, V"], ["Vance", "van der Maaten", "Vapnik"]),
      (["zorn, M", "ADAMS, A", "{Łuk}, B", "Lum, C"], ["ADAMS", "Łuk", "Lum", "zorn"]),
      (["Li, Bo", "Li, An"], ["Li", "Li"]),
      (["O'Neil, A", "Onex, B", "On, C"], ["On", "O’Neil", "Onex"]),
    ]
  )
  func order(_ authors: [String], _ expected: [String]) {
    let entries = authors.enumerated().map { "@misc{k\($0), author={\($1)}, year=200\($0)}" }
    let bibliography = Bibliography(entries.joined(separator: "\n"))
    let list = bibliography.references(citing: bibliography.keys)
    #expect(list.entries.map { list.label(for: $0.key)?.authors.markdown } == expected)
  }

  @Test("one author comes before the same with others, and no date before a date")
  func orderOfGroups() {
    let bibliography = Bibliography(
      """
      @misc{press, author={A. Bee}, title={P}, year={in press}}
      @misc{two, author={A. Bee and A. Ant}, title={T}, year=1900}
      @misc{ten, author={A. Bee}, title={X}, year=1010}
      @misc{nine, author={A. Bee}, title={X}, year=999}
      @misc{none, author={A. Bee}, title={X}}
      """
    )
    let keys = bibliography.references(citing: bibliography.keys).entries.map(\.key)
    #expect(keys == ["none", "nine", "ten", "press", "two"])
  }
}
