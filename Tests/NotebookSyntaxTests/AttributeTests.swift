import Documents
import NotebookSyntax
import TestSupport
import Testing

@Suite("Figures and attributes")
struct AttributeTests {
  private func figures(_ text: String) -> [String] {
    outline(text).map { String($0.drop { $0 == " " }) }
      .filter { $0.hasPrefix("Figure") || $0.hasPrefix("Image") }
  }

  /// Documents with two labelled images.
  private static let pairs = [
    "![A](p.png){#fig-x}\n![B](q.png){#fig-y}\n", "![A](p.png){#fig-x} ![B](q.png){#fig-y}\n",
    "![A](p.png){#fig-x}  \n![B](q.png){#fig-y}\n",
    "- ![A](p.png){#fig-x}\n- ![B](q.png){#fig-y}\n",
    "> ![A](p.png){#fig-x}\n>\n> ![B](q.png){#fig-y}\n",
    "> [!NOTE]\n> ![A](p.png){#fig-x}\n> ![B](q.png){#fig-y}\n",
  ]

  @Test("images that fill a paragraph are figures, however many they are", arguments: pairs)
  func figures(of text: String) {
    let found = figures(text + "\nSee @fig-x and @fig-y.\n")
    #expect(found == ["Figure #fig-x p.png", "Figure #fig-y q.png"])
    #expect(messages(text + "\nSee @fig-x and @fig-y.\n").isEmpty)
    let blocks = NotebookParser.parse(SourceText(path: "a.md", text: text)).blocks
    #expect(blocks.allSatisfy { $0.range.upperBound < text.utf8.count })
  }

  @Test(
    "labelled images in a line keep their labels",
    arguments: [
      "Before ![A](p.png){#fig-x} after.\n", "| a |\n| - |\n| ![A](p.png){#fig-x} |\n",
      "[![A](p.png){#fig-x}](u)\n", "# T ![A](p.png){#fig-x}\n", "*![A](p.png){#fig-x}*\n",
    ]
  )
  func inline(_ text: String) {
    #expect(figures(text) == [#"Image #fig-x "p.png" """#])
    #expect(messages(text).isEmpty)
  }

  /// Attributes of images, and how the image is then.
  private static let sizes: [(braces: String, expected: String)] = [
    ("{#fig-x width=50%}", #"Figure #fig-x p.png width="50%""#),
    ("{width=300 #fig-x}", #"Figure #fig-x p.png width="300px""#),
    ("{#fig-x width=\"8cm\" height='2.5em'}", #"Figure #fig-x p.png width="8cm" height="2.5em""#),
    ("{ #fig-x alt=\"A curve\" }", #"Figure #fig-x p.png alt="A curve""#),
    ("{width=50%}", #"Image "p.png" "" width="50%""#),
    ("{title=\"T\" width=50%}", #"Image "p.png" "T" width="50%""#),
  ]

  @Test("the size and the description of an image are read", arguments: sizes)
  func attributes(_ braces: String, _ expected: String) {
    #expect(figures("![A](p.png)\(braces)\n") == [expected])
    #expect(messages("![A](p.png)\(braces)\n").isEmpty)
  }

  /// Attributes that are wrong or mean nothing.
  private static let strange: [(text: String, expected: [String])] = [
    ("![A](p.png){#fig-x .wide}\n", ["warning 1:20 unknown-attribute"]),
    ("![A](p.png){#fig-x width=wide}\n", ["error 1:20 wrong-attribute"]),
    ("![A](p.png){width=\"1px;color:red\"}\n", ["error 1:13 wrong-attribute"]),
    ("![A](p.png){widht=50%}\n", ["warning 1:13 unknown-attribute"]),
    ("# T {#sec-t .unnumbered}\n", ["warning 1:13 unknown-attribute"]),
    ("# T {.unnumbered}\n", ["warning 1:6 unknown-attribute"]),
    ("# T {-}\n", ["warning 1:6 unknown-attribute"]),
    ("$$ x $$ {#eq-x tag=A}\n", ["warning 1:16 unknown-attribute"]),
    ("| a |\n| - |\n\n: C {#tbl-x .striped}\n", ["warning 4:13 unknown-attribute"]),
    ("![A](p.png){#fig-x width}\n", ["warning 1:12 unknown-attribute"]),
    ("$$ x $$ {#eq-x, b}\n", ["warning 1:9 unknown-attribute"]),
    ("# T {#intro}\n", ["error 1:7 wrong-label"]),
    ("The set {x=1} and {.a}\n", []), ("Text {key=value}\n", []), ("[a](u){.button}\n", []),
    ("`a`{.swift} and {#fig} and {#a b}\n", []), ("# The set {a, b}\n", []),
  ]

  @Test("other attributes are told at their places, and other braces are text", arguments: strange)
  func others(_ text: String, _ expected: [String]) {
    #expect(messages(text) == expected)
  }

  @Test(
    "braces that are text stay as they are written",
    arguments: ["{x=1}", "{.a}", "{key=\"*a*\"}", "{-}", "{a=b .c}", "{#x y}"]
  )
  func text(_ braces: String) {
    #expect(outline("A \(braces)\n").last == "  Text \("A \(braces)".debugDescription)")
  }
}
