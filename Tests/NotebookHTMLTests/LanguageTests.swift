import Documents
import NotebookLayout
import NotebookSyntax
import Testing

@testable import NotebookHTML

@Suite("The words that a page adds")
struct LanguageTests {
  /// A notebook in which they all stand.
  private static let markdown = """
    # Kapitel {#sec-all}

    > [!NOTE]
    > Text[^a].

    > [!THEOREM] {#thm-a}
    > Text.

    > [!PROOF]
    > Text.

    > [!EXERCISE] {#exr-a}
    > Text.

    > [!SOLUTION]
    > Text.

    | a |
    | - |
    | b |

    : Text {#tbl-a}

    ![Text](a.png){#fig-a}

    - [x] Text
    - [ ] Text

    $$x$$ {#eq-a}

    ```swift fold no-run label=lst-a caption="Text"
    let x = 1
    ```

    @thm-a, @exr-a, @tbl-a, @fig-a, @eq-a, @lst-a.

    ## Eins

    ## Zwei

    ## Drei

    [^a]: Text.
    """

  private func page(in language: String) -> Page {
    let text = "---\nlang: \(language)\nabstract: Text.\n---\n\n" + Self.markdown
    return PageRenderer().page(for: NotebookParser.parse(SourceText(path: "a.md", text: text)))
  }

  @Test("are there in each language, and numbers have their places", arguments: Words.languages)
  func complete(_ language: String) {
    let words = Words(in: language)
    for word in Word.allCases { #expect(!words[word].isEmpty, "\(word)") }
    for word in [Word.footnote, .back, .resultCount] {
      #expect(words[word].contains("#"), "\(word)")
      #expect(words[word, "7"].contains("7"))
    }
    #expect(words[.searchHint].contains(#"\frac{\partial"#))
  }

  @Test("are all in the language of the page", arguments: Words.languages)
  func page(_ language: String) {
    let page = page(in: language)
    #expect(page.diagnostics == [])
    let html = String(decoding: page.html, as: UTF8.self)
    let words = Words(in: language)
    let body = html[(html.range(of: "<body>")?.lowerBound ?? html.startIndex)...]
    let used: [Word] = [
      .note, .theorem, .proof, .exercise, .solution, .table, .figure, .equation, .listing, .notRun,
      .code, .contents, .abstract, .permalink, .footnotes, .endOfProof, .done, .toDo, .skip, .made,
    ]
    for word in used { #expect(body.contains(words[word]), "\(word)") }
    guard language != "en" else { return }
    let english = Words(in: "en")
    for word in Word.allCases where english[word].count > 4 && words[word] != english[word] {
      let isWhole = body.split { !$0.isLetter && $0 != " " }.contains { $0 == english[word] }
      #expect(!isWhole, "\(word): \(english[word])")
    }
  }

  @Test(
    "follow what a tag says of region and script",
    arguments: [
      ("de-AT", "Satz"), ("zh-Hans", "定理"), ("pt_BR", "Teorema"), ("iw", "משפט"),
      ("zh-TW", "定理"), ("fr-CA", "Théorème"), ("es-MX", "Teorema"),
    ]
  )
  func tags(_ language: String, _ word: String) {
    #expect(Words(in: language)[.theorem] == word)
  }

  @Test(
    "are those of the region or the script where these have others",
    arguments: [
      ("zh-Hant", Word.figure, "圖"), ("zh-TW", .figure, "圖"), ("zh-HK", .code, "程式碼"),
      ("zh", .figure, "图"), ("zh-Hans-HK", .figure, "图"), ("pt-PT", .section, "Secção"),
      ("pt", .section, "Seção"), ("pt-BR", .download, "Baixar"), ("de-CH", .footnotes, "Fussnoten"),
      ("de", .footnotes, "Fußnoten"), ("en-GB", .license, "Licence"),
      ("en-US", .license, "License"),
    ]
  )
  func regions(_ language: String, _ word: Word, _ text: String) {
    #expect(Words(in: language)[word] == text)
  }

  @Test(
    "are English where the tag is none, with the tag that may be meant",
    arguments: [
      ("xx", "write a tag such as 'de' or 'pt-BR'"), ("deu", "did you mean 'de'?"),
      ("German", "did you mean 'de'?"), ("Deutsch", "did you mean 'de'?"),
      ("français", "did you mean 'fr'?"),
    ]
  )
  func noTag(_ language: String, _ help: String) {
    let page = page(in: language)
    #expect(page.diagnostics.map(\.severity) == [.warning])
    #expect(page.diagnostics.first?.help == help)
  }

  @Test("are English where there are none, which is told", arguments: ["sv", "nb-NO"])
  func unknown(_ language: String) {
    let page = page(in: language)
    #expect(page.diagnostics.map(\.severity) == [.note])
    #expect(page.diagnostics.first?.message.contains("there are none in '\(language)'") == true)
    #expect(String(decoding: page.html, as: UTF8.self).contains(#"<bdi lang="en">Made with"#))
  }

  @Test("stand between the parts of a list")
  func lists() {
    let text =
      "---\nlang: de\n---\n\n@fig-a, @fig-b. [@fig-a; @fig-b; @fig-c]\n\n"
      + ["a", "b", "c"].map { "![x](\($0).png){#fig-\($0)}\n\n" }.joined()
    let page = PageRenderer().page(for: NotebookParser.parse(SourceText(path: "a.md", text: text)))
    let html = String(decoding: page.html, as: UTF8.self)
    #expect(html.contains("Abbildungen"))
    #expect(html.contains(" und <a"))
  }
}
