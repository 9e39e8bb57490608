import Documents
import NotebookSyntax
import TestSupport
import Testing

@testable import NotebookLayout

@Suite("Typography")
struct TypographyTests {
  private func layout(_ markdown: String, _ head: String) -> LaidOutNotebook {
    let source = SourceText(path: "a.md", text: "---\n\(head)\n---\n\(markdown)\n")
    return LaidOutNotebook(NotebookParser.parse(source))
  }

  /// What a page in a language says for a text.
  private func text(_ markdown: String, in language: String = "en", _ head: String = "") -> String {
    let layout = layout(markdown, "lang: \(language)\n\(head)")
    return TextContext(layout).plainText(layout.notebook.blocks)
  }

  @Test(
    "writes quotations, dashes and omissions as each language does",
    arguments: [
      ("en", "“She’s ‘in’”, p. 2–3 — yes…"), ("en-GB", "“She’s ‘in’”, p. 2–3 — yes…"),
      ("nl", "“She’s ‘in’”, p. 2–3 — yes…"), ("ko", "“She’s ‘in’”, p. 2–3 — yes…"),
      ("de", "„She’s ‚in‘“, p. 2–3 — yes…"), ("de-CH", "«She’s ‹in›», p. 2–3 — yes…"),
      ("fr", "«\u{202F}She’s “in”\u{202F}», p. 2–3 — yes…"),
      ("fr-CH", "«\u{202F}She’s ‹in›\u{202F}», p. 2–3 — yes…"),
      ("fr-CA", "«\u{A0}She’s “in”\u{A0}», p. 2–3 — yes…"),
      ("es", "«She’s “in”», p. 2–3 — yes…"), ("es-MX", "“She’s ‘in’”, p. 2–3 — yes…"),
      ("it", "«She’s “in”», p. 2–3 — yes…"), ("pt", "“She’s ‘in’”, p. 2–3 — yes…"),
      ("pt-PT", "«She’s “in”», p. 2–3 — yes…"), ("pl", "„She’s «in»”, p. 2–3 — yes…"),
      ("ru", "«She’s „in“», p. 2–3\u{A0}— yes…"), ("zh", "“She’s ‘in’”, p. 2–3 —— yes……"),
      ("zh-TW", "「She’s 『in』」, p. 2–3 —— yes……"), ("ja", "「She’s 『in』」, p. 2–3 —— yes……"),
      ("ar", "«She’s ‹in›», p. 2–3 — yes…"), ("he", "”She’s ’in’”, p. 2–3 — yes…"),
      // Wrong signs would be worse than straight ones.
      ("cs", #""She's 'in'", p. 2--3 --- yes..."#),
    ]
  )
  func languages(language: String, expected: String) {
    #expect(text(#""She's 'in'", p. 2--3 --- yes..."#, in: language) == expected)
  }

  @Test("knows the signs of every language that has words")
  func allLanguages() {
    for language in Words.languages { #expect(Punctuation(in: language) != nil, "\(language)") }
  }

  @Test(
    "parts in French what stands apart there",
    arguments: [
      ("Quoi? Oui! Si: a; b.", "Quoi\u{202F}? Oui\u{202F}! Si\u{202F}: a\u{202F}; b."),
      ("Quoi ?! « Non » :", "Quoi\u{202F}?! «\u{202F}Non\u{202F}»\u{202F}:"),
      ("Il dit «non» à 12:30.", "Il dit «\u{202F}non\u{202F}» à 12:30."),
      ("$x$ : `a:b` ?", "x\u{202F}: a:b\u{202F}?"),
      ("L'\"eau\"!", "L’«\u{202F}eau\u{202F}»\u{202F}!"),
      ("\"C'est 'vrai'!\"", "«\u{202F}C’est “vrai”\u{202F}!\u{202F}»"),
      (
        #"Il a (dit "non") : https://a.fr/b?c;d"#,
        "Il a (dit «\u{202F}non\u{202F}»)\u{202F}: https://a.fr/b?c;d"
      ),
    ]
  )
  func french(written: String, expected: String) {
    #expect(text(written, in: "fr") == expected)
  }

  @Test(
    "tells apostrophes, quotations, feet and inches apart",
    arguments: [
      ("rock 'n' roll in the '90s, the dogs' bones", "rock ‘n’ roll in the ’90s, the dogs’ bones"),
      ("'tis a 6\" nail of 1'000", "’tis a 6\" nail of 1’000"),
      (#"("a" ["b"] --"c"-- "d")"#, "(“a” [“b”] –“c”– “d”)"),
      (#""*Well*," she said, "**no**"."#, "“Well,” she said, “no”."),
      (#""The 'inner "third" one' ends.""#, "“The ‘inner “third” one’ ends.”"),
      (#""This goes on"#, "“This goes on"), (#"and on", it said"#, "and on”, it said"),
      ("\"`a` and $b$\"[^1]\n\n[^1]: A note.", "“a and b”"),
      ("a\n\"line\"\nbreak", "a “line” break"), (#"a " b ' c"#, #"a " b ' c"#),
    ]
  )
  func marks(written: String, expected: String) { #expect(text(written) == expected) }

  @Test(
    "reads what is written without spaces",
    arguments: [
      ("zh", #"他说:"你好。"然后"走"了。"#, "他说:“你好。”然后“走”了。"),
      ("ja", #"これは"本'誌'の"話"#, "これは「本『誌』の」話"), ("ko", #""안녕"이라고"#, "“안녕”이라고"),
      ("he", #"צה"ל ו"שלום" צ'"#, "צה״ל ו”שלום” צ׳"),
    ]
  )
  func unspaced(language: String, written: String, expected: String) {
    #expect(text(written, in: language) == expected)
  }

  @Test("leaves what is no prose, and what its author has escaped")
  func verbatim() {
    let written = """
      `"a" -- b...` $x'' -- \\text{"q"}$ <kbd>"k"</kbd> <https://a.b/c--d> [www.a.b/it's](http://www.a.b/it's)
      use --strict or --> and ../... but \\"so\\" it\\'s \\-- \\... &quot;x&quot; ---- ......
      """
    let expected = """
      "a" -- b... x′′ − −"q" "k" https://a.b/c--d www.a.b/it's \
      use --strict or --> and ../... but "so" it's -- ... "x" ---- ......
      """
    #expect(text(written) == expected)
    let link = layout(#"[a](b "it's \"so\" \-- ")"#, "lang: en").notebook.blocks[0]
    guard case .paragraph(let inlines) = link.content, case .link(let link)? = inlines.first else {
      Issue.record("no link")
      return
    }
    #expect(link.title == #"it's "so" -- "#)
  }

  @Test("can be switched off, and changes no name that links use")
  func settings() {
    #expect(text(#""a" -- \"b\"..."#, "smart: false") == #""a" -- "b"..."#)
    let layout = layout(
      "## It's \"one\" -- two...\n\n> [!THEOREM] Gauss's\n> a",
      "title: The 'end'"
    )
    #expect(layout.outline.sections.map(\.anchor) == ["its-one----two"])
    #expect(layout.outline.sections.map(\.inlines.plainText) == ["It’s “one” – two…"])
    #expect(layout.title.title.plainText == "The ‘end’")
    #expect(layout.statements.map(\.title.plainText) == ["Gauss’s"])
  }

  @Test("changes nothing else in texts that nobody would write", arguments: Words.languages)
  func law(language: String) {
    var random = SeededGenerator(seed: 7)
    let words = [
      "\"", "'", "-", "--", "---", "...", " ", "a", "b 2", "(", ")", ", ", "*c*", "`d`", "é", "你",
      "ה", ": ", "?", " !", "«", "»", "\n", "\\\"", "\\'", "&quot;",
    ]
    for _ in 0..<300 {
      let count = Int.random(in: 1...20, using: &random)
      let written =
        "z" + (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined()
      let plain = text(written, in: language, "smart: false")
      #expect(
        straightened(text(written, in: language)) == straightened(plain),
        "\(written.debugDescription)"
      )
    }
  }

  /// A text without the differences that typography makes.
  private func straightened(_ text: String) -> String {
    var text = text.replacing("——", with: "—").replacing("……", with: "…")
    for (sign, written) in [("–", "--"), ("—", "---"), ("…", "...")] {
      text = text.replacing(sign, with: written)
    }
    let quotes = Set("“”„‘’‚«»‹›「」『』״׳\"")
    return String(text.filter { !$0.isWhitespace }.map { quotes.contains($0) ? "'" : $0 })
  }
}

@Suite("A date")
struct DateTests {
  @Test(
    "is written as each language writes it",
    arguments: [
      ("en", "30 November 2026"), ("en-US", "November 30, 2026"), ("en-GB", "30 November 2026"),
      ("de", "30. November 2026"), ("fr", "30 novembre 2026"), ("es", "30 de noviembre de 2026"),
      ("it", "30 novembre 2026"), ("pt", "30 de novembro de 2026"), ("nl", "30 november 2026"),
      ("pl", "30 listopada 2026"), ("ru", "30 ноября 2026\u{202F}г."), ("zh", "2026年11月30日"),
      ("ja", "2026年11月30日"), ("ko", "2026년 11월 30일"), ("ar", "30 نوفمبر، 2026"),
      ("he", "30 בנובמבר 2026"),
    ]
  )
  func languages(language: String, expected: String) {
    let text = "---\nlang: \(language)\ndate: 2026-11-30\n---\n"
    let layout = LaidOutNotebook(NotebookParser.parse(SourceText(path: "a.md", text: text)))
    #expect(layout.date == expected)
  }
}
