import Testing

@testable import Bibliography

@Suite("Names")
struct NameTests {
  @Test(
    "a name falls into given, von, family and suffix as BibTeX has it",
    arguments: [
      ("Ada Lovelace", "Ada||Lovelace|"), ("Lovelace, Ada", "Ada||Lovelace|"),
      ("Aristotle", "||Aristotle|"), ("Laurens van der Maaten", "Laurens|van der|Maaten|"),
      ("van der Maaten, Laurens", "Laurens|van der|Maaten|"), ("von Neumann", "|von|Neumann|"),
      (
        "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
        "Charles Louis Xavier Joseph|de la|Vallée Poussin|"
      ),
      ("de la Fontaine, Jean", "Jean|de la|Fontaine|"),
      ("De La Fontaine, Jean", "Jean||De La Fontaine|"),
      ("King, Jr., Martin Luther", "Martin Luther||King|Jr."),
      ("Ford, Jr., Henry", "Henry||Ford|Jr."),
      ("{World Health Organization}", "||World Health Organization|"),
      ("{Barnes and Noble}", "||Barnes and Noble|"), ("Jean-Paul {de Rham}", "Jean-Paul||de Rham|"),
      ("{\\'E}mile Borel", "Émile||Borel|"), ("Per {\\o}rsted Hansen", "Per|ørsted|Hansen|"),
      ("Per {\\O}rsted Hansen", "Per Ørsted||Hansen|"),
      ("Pavel \\v{S}i\\v{s}ka Novak", "Pavel Šiška||Novak|"),
      ("Donald~E. Knuth", "Donald E.||Knuth|"), ("D.\\ E. Knuth", "D. E.||Knuth|"),
      ("Fran\\c cois Vi\\`ete", "François||Viète|"),
      ("I{\\~n}aki de~la~Torre", "Iñaki|de la|Torre|"),
      ("Jean  \n Le Rond d'Alembert", "Jean Le Rond||d’Alembert|"), ("bell hooks", "|bell|hooks|"),
      ("{\\relax Ch}arles Babbage", "Charles||Babbage|"), ("Gerard 't Hooft", "Gerard|’t|Hooft|"),
      ("Émile émigré Zola", "Émile|émigré|Zola|"),
    ]
  )
  func parts(_ name: String, _ expected: String) {
    let parser = NameParser(Array(name.utf8))
    let parts = parser.list.names.map {
      [$0.given, $0.prefix, $0.family, $0.suffix].joined(separator: "|")
    }
    #expect(parts == [expected])
    #expect(parser.remarks.isEmpty)
  }

  @Test(
    "names are parted by 'and' outside braces",
    arguments: [
      ("A One and B Two", ["One", "Two"]), ("A One AND\nB Two", ["One", "Two"]),
      ("{One and Two} and Three", ["One and Two", "Three"]),
      ("Anderson, A. and Brand, B.", ["Anderson", "Brand"]),
      ("A One and others", ["One", "…"]), ("One and {others}", ["One", "others"]),
      ("{\\O}ster, A and {\\L}uk, B", ["Øster", "Łuk"]),
      ("Str\\o and Bj\\o rn", ["Strø", "Bjørn"]),
      ("", []), ("  ", []),
    ]
  )
  func lists(_ names: String, _ families: [String]) {
    let parser = NameParser(Array(names.utf8))
    #expect(parser.list.names.map(\.family) + (parser.list.hasMore ? ["…"] : []) == families)
    #expect(parser.remarks.isEmpty)
  }

  @Test(
    "given names are cut down to initials",
    arguments: [
      ("John Stephen", "J. S."), ("J. S.", "J. S."), ("J.S.", "J. S."), ("Jean-Paul", "J.-P."),
      ("J.-P.", "J.-P."), ("Émile", "É."), ("Jean-Paul Marie", "J.-P. M."), ("小明", "小明"),
      ("O’Neil", "O."), ("(Bob)", "B."), ("", ""), ("Николай", "Н."), ("A. Б-В", "A. Б.-В."),
    ]
  )
  func initials(_ given: String, _ expected: String) {
    #expect(Initials.of(given) == expected)
  }

  @Test(
    "a list of names is written in full up to twenty and cited by two at most",
    arguments: [
      (1, "N1, G.", "N1"), (2, "N1, G., & N2, G.", "N1 and N2"),
      (3, "N1, G., N2, G., & N3, G.", "N1 et al."),
      (21, (1...19).map { "N\($0), G., " }.joined() + "… N21, G.", "N1 et al."),
    ]
  )
  func lengths(_ count: Int, _ text: String, _ label: String) {
    let names = (1...count).map { "G. N\($0)" }.joined(separator: " and ")
    let list = NameParser(Array(names.utf8)).list
    #expect(Contributors.inverted(list) == text)
    #expect(Contributors.label(list) == label)
  }

  @Test("'and others' is et al. in the list and in the text")
  func others() {
    let list = NameParser(Array("Ashish Vaswani and Noam Shazeer and others".utf8)).list
    #expect(Contributors.inverted(list) == "Vaswani, A., Shazeer, N., et al.")
    #expect(Contributors.natural(list) == "A. Vaswani et al.")
    #expect(Contributors.label(list) == "Vaswani et al.")
  }

  @Test("two bodies need no comma between them")
  func bodies() {
    let list = NameParser(Array("{Apple Inc.} and {NASA}".utf8)).list
    #expect(Contributors.inverted(list) == "Apple Inc. & NASA")
  }
}
