import NotebookSyntax
import TestSupport
import Testing

@Suite("Callouts")
struct CalloutTests {
  @Test("a callout has a title", arguments: Callout.Kind.allCases)
  func title(_ kind: Callout.Kind) {
    let word = kind.rawValue.uppercased()
    #expect(
      outline("> [!\(word)] On $x$\n> Text.\n>\n> - a\n") == [
        "Callout \(kind)", "  Title", #"    Text "On ""#, #"    Formula "x""#, "  Paragraph",
        #"    Text "Text.""#, "  List", "    Item", "      Paragraph", #"        Text "a""#,
      ]
    )
  }

  @Test("a callout may be folded, with and without a title")
  func folded() {
    #expect(
      outline("> [!NOTE]- More\n> Text.\n").prefix(3) == [
        "Callout note folded", "  Title", #"    Text "More""#,
      ]
    )
    #expect(outline("> [!tip]+\n> Text.\n").prefix(2) == ["Callout tip foldable", "  Paragraph"])
  }

  /// Quotes that begin with brackets, and what is said of them.
  private static let quotes: [(text: String, expected: [String])] = [
    ("> [!INFO] Title\n> Text\n", ["error 1:3 unknown-callout"]),
    ("> [!INFO]\n> Text\n", ["error 1:3 unknown-callout"]),
    ("> [!bug]- Title\n", ["error 1:3 unknown-callout"]),
    ("> [!NOTE] T {#rem-a}\n", ["error 1:13 wrong-label"]),
    ("> [!x] y\n", []), ("> [!a b] y\n", []), ("> [INFO] Title\n", []), ("> [!] y\n", []),
    ("> \\[!INFO] y\n", []), ("> [!NOTE](u) y\n", []),
  ]

  @Test("a callout that is not known is told, with a title or without", arguments: quotes)
  func unknown(_ text: String, _ expected: [String]) {
    #expect(messages(text) == expected)
  }
}
