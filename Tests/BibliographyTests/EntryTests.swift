import Bibliography
import Documents
import Testing

@Suite("Entries as files write them")
struct EntryTests {
  @Test(
    "a file without entries has no keys and nothing to tell",
    arguments: [
      "", "\n\n", "\u{FEFF}", "Only words. Write to me@example.org {or} not.",
      "% @misc{a, title = {Out of use}}\n  % @misc{b, title = {Too}}\n",
      "@comment{ @misc{a, title = {x}} {more} }", "@comment this line @misc{a, title={x}}\n",
      "@Comment(with (parentheses} { } )", "@preamble{ \"\\newcommand{\\x}[1]{#1}\" # \"y\" }",
      "@string{a = {A}}", "@string(a = \"A\",)\n@string{b = a # a}", "@ @@ }} {{ ) \" = #",
    ]
  )
  func empty(_ text: String) {
    let bibliography = Bibliography(text)
    #expect(bibliography.keys.isEmpty)
    #expect(bibliography.findings.isEmpty)
  }

  @Test(
    "an entry is read however it is laid out",
    arguments: [
      "@book{k, author = {Ada Lovelace}, title = {Notes}, year = 1843}",
      "@book(k, author = {Ada Lovelace}, title = {Notes}, year = 1843)",
      "@BOOK { k ,\r\n\tAUTHOR = \"Ada Lovelace\" ,\r\n\tTitle={Notes},\r\n\tyear={1843},\r\n}\r\n",
      "\u{FEFF}@book{k,author={Ada Lovelace},title={Notes},year=1843,}",
      "text before @book{k, author = \"Ada {Lovelace}\", title = \"{N}otes\", year = \"1843\"} text",
      "@string{al = {Ada Love}}@Book{k, author = al # \"lace\", title = {No} # \"tes\", year = 18 # 43}",
      "@STRING{AL = \"Ada Lovelace\"}\n@book{k, author = al, title = {Notes}, year = {1843}}",
      "@ book {k\n, author\n=\n{Ada\n  Lovelace}\n, title = {  Notes  }\n, year = 1843\n}",
      "@book{k, abstract = {a\n@ mail {x} 100% # \" = ,}, author={Ada Lovelace}, title={Notes}, year=1843}",
      "@book{k, title = {Notes}, note = {}, author = {Ada Lovelace}, year = 1843, date = {}}",
    ]
  )
  func layouts(_ text: String) {
    let bibliography = Bibliography(text)
    #expect(bibliography.findings.isEmpty)
    #expect(bibliography.keys == ["k"])
    #expect(bibliography.references == ["Lovelace, A. (1843). *Notes*."])
  }

  @Test(
    "keys may hold nearly everything",
    arguments: ["DBLP:conf/nips/Bridle89", "1998AJ....116.1009R", "müller_2000+x", "a'b", "x(y)"]
  )
  func keys(_ key: String) {
    let bibliography = Bibliography("@misc{\(key), title = {T}}")
    #expect(bibliography.findings.isEmpty)
    #expect(bibliography.keys == [key])
    #expect(bibliography.contains(key))
    #expect(!bibliography.contains(key.uppercased() + "x"))
  }

  @Test("later files add to earlier ones and see their abbreviations")
  func files() {
    let bibliography = Bibliography([
      SourceText(path: "a.bib", text: "@string{p = {Press}}\n@misc{b, title = {B}}"),
      SourceText(path: "b.bib", text: "@book{a, title = {A}, author = {X}, publisher = p}"),
    ])
    #expect(bibliography.diagnostics.isEmpty)
    #expect(bibliography.keys == ["b", "a"])
    #expect(bibliography.references == ["*B*. (n.d.).", "X. (n.d.). *A*. Press."])
  }

  @Test("a key is found only as it is written, and unknown ones are left out")
  func lookUp() {
    let bibliography = Bibliography("@misc{Key, title = {T}}")
    #expect(bibliography.contains("Key"))
    #expect(!bibliography.contains("key"))
    let list = bibliography.references(citing: ["none", "Key", "Key", "key"])
    #expect(list.entries.map(\.key) == ["Key"])
    #expect(list.label(for: "none") == nil)
  }

  @Test("the names of months are known from the start, and may be defined anew")
  func months() {
    let bibliography = Bibliography(
      "@misc{a, author = {A}, month = JAN, year = 2000}\n@string{jan = {Janvier}}\n"
        + "@misc{b, author = {B}, month = jan, year = 2000}"
    )
    #expect(bibliography.references == ["A. (2000, January).", "B. (2000, Janvier)."])
  }

  @Test("a file that is not UTF-8 is told, and read as far as it goes")
  func latin1() {
    let bytes = Array("@misc{a, title = {".utf8) + [0xFC] + Array("}}\n@misc{b, title={B}}".utf8)
    let bibliography = Bibliography([SourceText(path: "a.bib", bytes: bytes)])
    #expect(bibliography.findings == ["1:19 error not-utf8"])
    #expect(bibliography.keys == ["a", "b"])
  }
}
