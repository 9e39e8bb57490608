import Documents
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
    ("timeout: 0", ["2:10"], "timeout: 5m"),
    ("timeout: -3", ["2:10"], "timeout: 5m"),
    ("timeout: soon", ["2:10"], "timeout: 5m"),
    ("timeout: 5d", ["2:10"], "timeout: 5m"),
    ("timeout: .inf", ["2:10"], "timeout: 5m"),
    ("timeout: [3]", ["2:10"], "timeout: 5m"),
    ("timeout:", ["2:9"], "timeout: 5m"),
    ("draft: maybe", ["2:8"], "draft: true"),
    ("smart: typographic", ["2:8"], "smart: true"),
    ("date: 2026-02-29", ["2:7"], "2026-02 has 28 days"),
    ("date: '2026-13-01'", ["2:8"], "such as 2026-12-01"),
    ("date: 2026-4-31", ["2:7"], "2026-04 has 30 days"),
    ("date: [2026, 4]", ["2:7"], "on one line"),
    ("strict: 1", ["2:9"], "strict: true"),
    ("images: inline", ["2:9"], "images: copy"),
    ("images: [copy]", ["2:9"], "images: copy"),
  ]

  @Test("what is wrong is said at its place, with an example", arguments: wrong)
  func errors(_ yaml: String, _ places: [String], _ help: String) {
    let diagnostics = read(yaml).2
    #expect(diagnostics.map { $0.start?.description ?? "" } == places)
    #expect(diagnostics.allSatisfy { $0.help != nil })
    #expect(diagnostics.first?.help?.contains(help) == true)
  }

  /// Times as YAML, and in seconds.
  private static let times: [(yaml: String, seconds: Double)] = [
    ("300", 300), ("0.5", 0.5), ("90s", 90), ("'90s'", 90), ("5m", 300), ("1.5m", 90), ("1h", 3600),
  ]

  @Test("a time is a number of seconds, or has a unit", arguments: times)
  func timeout(_ yaml: String, _ seconds: Double) {
    let (frontMatter, _, diagnostics) = read("timeout: \(yaml)")
    #expect(frontMatter.timeout == .seconds(seconds))
    #expect(diagnostics.isEmpty)
  }

  @Test("drafts, strictness and the place of images are read")
  func settings() {
    let (frontMatter, _, diagnostics) = read("draft: true\nstrict: false\nimages: copy")
    #expect(frontMatter.isDraft)
    #expect(frontMatter.isStrict == false)
    #expect(frontMatter.images == .copy)
    #expect(diagnostics.isEmpty)
    let (plain, _, _) = read("title: a")
    #expect(!plain.isDraft && plain.isStrict == nil && plain.images == nil && plain.timeout == nil)
  }

  /// Keys with a slip, and the ones that were meant.
  private static let slips: [(key: String, meant: String)] = [
    ("tiemout", "timeout"), ("time-out", "timeout"), ("Title", "title"), ("TITLE", "title"),
    ("bibligraphy", "bibliography"), ("bibliograpy", "bibliography"),
    ("biblography", "bibliography"),
    ("swift_version", "swift-version"), ("swiftVersion", "swift-version"), ("Lang", "lang"),
    ("swift-flag", "swift-flags"), ("auhtor", "author"), ("sub-title", "subtitle"),
    ("drfat", "draft"), ("isolate", "isolated"), ("numberng", "numbering"), ("TOC", "toc"),
    ("itle", "title"), ("strcit", "strict"), ("Images", "images"), ("langg", "lang"),
  ]

  @Test("a key with a slip earns a warning with the right word", arguments: slips)
  func slip(_ key: String, _ meant: String) throws {
    let diagnostics = read("\(key): x").2
    #expect(diagnostics.map(\.help) == ["did you mean '\(meant)'?"])
    let warning = try #require(diagnostics.first)
    #expect(warning.severity == .warning)
    #expect(warning.start == SourcePosition(line: 2, column: 1))
    #expect(warning.end == SourcePosition(line: 2, column: 1 + key.utf8.count))
  }

  @Test(
    "keys of other programs mean nothing, and are let pass",
    arguments: [
      "layout", "tags", "sidebar_position", "jupyter", "image", "description", "keywords", "path",
      "permalink", "categories", "slug", "weight", "data", "format", "execute", "engine", "output",
      "theme", "id", "type", "page", "excerpt", "published", "updated", "css", "header-includes",
      "number-sections", "toc-depth", "toc-title", "title-slide", "author-meta", "language",
      "aside",
      "course", "url", "cover", "series", "status", "version", "name", "nav_order", "parent", "og",
    ]
  )
  func others(_ key: String) {
    #expect(read("\(key): x").2.isEmpty)
  }
}
