import NotebookSyntax
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  private func read(_ yaml: String) -> (FrontMatter, SourceText, [Diagnostic]) {
    let notebook = NotebookParser.parse(
      SourceText(path: "a.md", text: "---\n\(yaml)\n---\n\nText.\n")
    )
    return (notebook.frontMatter, notebook.source, notebook.diagnostics)
  }

  @Test("math says where formulas are set", arguments: ["svg", "browser"])
  func typesetting(_ word: String) {
    #expect(read("math: \(word)").0.typesetting == TypesettingMode(rawValue: word))
    #expect(read("title: a").0.typesetting == nil)
  }

  /// Macros as YAML, and each as `name=body/arguments/default`.
  private static let macroForms: [(yaml: String, expected: [String])] = [
    (#"macros: {R: '\mathbb{R}'}"#, [#"R=\mathbb{R}/-/-"#]),
    (
      #"macros: {"\\R": "\\mathbb{R}", N: \mathbb N}"#, [#"R=\mathbb{R}/-/-"#, #"N=\mathbb N/-/-"#]
    ),
    ("macros:\n  \\R: \\mathbb{R}\n  é: x", [#"R=\mathbb{R}/-/-"#]),
    (
      #"macros: {norm: ['\left\lVert #1 \right\rVert', 1]}"#,
      [#"norm=\left\lVert #1 \right\rVert/1/-"#]
    ),
    ("macros:\n  d:\n    - '#2_{#1}'\n    - 2\n    - x", ["d=#2_{#1}/2/x"]),
    ("macros: {a: '', b: ['x', 0], c: ['it''s', 1, '']}", ["a=/-/-", "b=x/0/-", "c=it's/1/"]),
    ("macros: {}", []),
  ]

  @Test("macros have a name, a body, a number of arguments and a default", arguments: macroForms)
  func macros(_ yaml: String, _ expected: [String]) {
    let macros = read(yaml).0.macros.map { macro in
      let count = macro.argumentCount.map(String.init) ?? "-"
      return "\(macro.name)=\(macro.body)/\(count)/\(macro.defaultArgument ?? "-")"
    }
    #expect(macros == expected)
  }

  @Test(
    "a macro's body and a path stand where they say",
    arguments: [
      "macros:\n  R: \\mathbb{R}\nbibliography: ü/a.bib",
      "macros:\n  R: '\\mathbb{R}' # comment\nbibliography:\n  - 'ü/a.bib'",
      "macros: {é: x, R: '\\mathbb{R}'}\nbibliography: [\"ü/a.bib\", ]",
      "macros: {R: ['\\mathbb{R}', 0]}\nbibliography: [ü/a.bib]",
      "é: [ö, ü]\nmacros:\n  R:\n  - \"\\\\mathbb{R}\"\n  - 0\nbibliography:   ü/a.bib  # comment",
    ]
  )
  func places(_ yaml: String) throws {
    let (frontMatter, source, _) = read(yaml)
    let macro = try #require(frontMatter.macros.first)
    #expect(macro.body == #"\mathbb{R}"#)
    if yaml.contains(#"\\math"#) {
      #expect(source[macro.range] == #""\\mathbb{R}""#)
    } else {
      #expect(source[macro.range] == macro.body)
    }
    let path = try #require(frontMatter.bibliography.first)
    #expect(path.path == "ü/a.bib")
    #expect(source[path.range] == path.path)
  }

  @Test("several bibliographies keep their order")
  func bibliography() {
    #expect(read("bibliography: [b.bib, a.bib]").0.bibliography.map(\.path) == ["b.bib", "a.bib"])
  }

  @Test("crossref gives words for every kind of label", arguments: Label.Kind.allCases)
  func referenceWords(_ kind: Label.Kind) {
    let (frontMatter, _, diagnostics) = read("crossref:\n  \(kind.rawValue)-prefix: \"W.\"")
    #expect(frontMatter.referenceWords == [kind: "W."])
    #expect(diagnostics.isEmpty)
  }

  /// Front matter that is wrong, the place of each error, and a part of its help.
  private static let wrong: [(yaml: String, places: [String], help: String)] = [
    ("math: SVG", ["2:7"], "svg"),
    ("math: [svg]", ["2:7"], "svg"),
    ("macros: [a]", ["2:9"], "mathbb"),
    ("macros: a", ["2:9"], "mathbb"),
    ("macros:\n  é: [x]\n  a:\n    b: c", ["3:3", "5:5"], "R"),
    (#"macros: {R: "\mathbb{R}"}"#, ["2:14"], "single quotation marks"),
    ("macros: {a: [x, '1.5'], b: [y, -1]}", ["2:13", "2:28"], "write"),
    ("bibliography:", ["2:14"], "references.bib"),
    ("bibliography: {a: b}", ["2:15"], "references.bib"),
    ("bibliography: [[a]]", ["2:16"], "references.bib"),
    ("crossref: [a]", ["2:11"], "eq-prefix"),
    ("crossref: {eq-prefix: }", ["2:23"], "equation"),
    ("crossref:\n  eq-perfix: x", ["3:3"], "did you mean 'eq-prefix'?"),
    ("macro: {}", ["2:1"], "did you mean 'macros'?"),
  ]

  @Test("what is wrong is said at its place, with an example", arguments: wrong)
  func errors(_ yaml: String, _ places: [String], _ help: String) {
    let diagnostics = read(yaml).2
    #expect(diagnostics.map { $0.start?.description ?? "" } == places)
    #expect(diagnostics.allSatisfy { $0.help != nil })
    #expect(diagnostics.first?.help?.contains(help) == true)
  }
}
