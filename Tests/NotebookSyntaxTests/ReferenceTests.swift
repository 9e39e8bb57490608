import Documents
import NotebookSyntax
import Testing

@Suite("Labels and references")
struct ReferenceTests {
  private func parse(_ text: String) -> Notebook {
    NotebookParser.parse(SourceText(path: "a.md", text: text))
  }

  /// TeX in all its wrappings, and the labels in it.
  private static let formulas: [(markdown: String, names: [String])] = [
    (#"$$x \label{eq:a}$$"#, ["eq:a"]),
    ("> - $$\n>   x\n>   \\label{eq:a} y \\label{b}\n>   $$\n", ["eq:a", "b"]),
    ("```math\na \\\\\nb \\label{é ü}\n```\n", ["é ü"]),
    ("- \\begin{align}\n  a \\label{a%b}\n  \\end{align}\n", ["a%b"]),
    ("<p>\n$$x \\label{a}$$\n</p>\n", ["a"]),
    ("$$\r\n\\swift{\"\"\"\r\na\r\n\"\"\"} \\label{a}\r\n$$\r\n", ["a"]),
    (#"$$x \% \label{a} % \label{b}$$"#, ["a"]),
    (#"$$\\label{a} \labels{b} \label{} \label{#1} \label{\x} \label \label{c$$"#, []),
    (#"$x \label{a}$ \label{b} `\label{c}`"#, []),
  ]

  @Test("TeX defines labels at their places", arguments: formulas)
  func labels(_ markdown: String, _ names: [String]) {
    let notebook = parse(markdown)
    #expect(notebook.labels.map(\.name) == names)
    for label in notebook.labels {
      #expect(label.kind == .equation)
      #expect(notebook.source[label.range] == label.name)
    }
  }

  /// References to nothing in a document with the labels `eq-softmax`, `eq:loss` and `thm-a`, and the
  /// help for each.
  private static let unknownReferences: [(reference: String, help: String)] = [
    ("@eq-sofmax", "did you mean '@eq-softmax'?"),
    ("-@Eq-sofmax", "did you mean '@eq-softmax'?"),
    (#"\ref{eq-sofmax}"#, #"did you mean '\ref{eq-softmax}'?"#),
    (#"$\eqref{eq-sofmax}$"#, #"did you mean '\eqref{eq-softmax}'?"#),
    (#"\eqref{eq:softmax}"#, #"did you mean '\eqref{eq-softmax}'?"#),
    ("@eq-loss", #"did you mean '\eqref{eq:loss}'?"#),
    ("[see @eq-nowhere-to-be-seen]", "define it as {#eq-nowhere-to-be-seen}"),
    (
      #"\ref{nowhere-to-be-seen}"#, #"define it as \label{nowhere-to-be-seen} in a display formula"#
    ),
  ]

  @Test("a reference to nothing proposes what the author would write", arguments: unknownReferences)
  func unknown(_ reference: String, _ help: String) {
    let labels = "$$x$$ {#eq-softmax}\n\n$$y \\label{eq:loss}$$\n\n> [!THEOREM] {#thm-a}\n\n"
    let diagnostics = parse(labels + reference + "\n").diagnostics
    #expect(diagnostics.map(\.identifier) == ["unknown-label"])
    #expect(diagnostics.map(\.help) == [help])
  }

  @Test("other documents are asked for each name once, and only for names that are not here")
  func elsewhere() {
    var asked: [String] = []
    let text = "# A {#sec-a}\n\n@sec-a @sec-b \\ref{c} @sec-b $\\eqref{c}$ [@sec-a; @sec-d]\n"
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text)) { name in
      asked.append(name)
      return name != "sec-d"
    }
    #expect(asked.sorted() == ["c", "sec-b", "sec-d"])
    #expect(notebook.diagnostics.map(\.message) == ["nothing is labelled 'sec-d'"])
  }

  @Test("every theorem word takes its own labels", arguments: Theorem.Kind.allCases)
  func theorems(_ kind: Theorem.Kind) throws {
    for other in Label.Kind.allCases {
      let notebook = parse(
        "> [!\(kind.rawValue.uppercased())] Title {#\(other.rawValue)-a}\n> Text.\n"
      )
      guard case .theorem(let theorem)? = notebook.blocks.first?.content else {
        Issue.record("no theorem")
        return
      }
      let fits = other == kind.labelKind
      #expect(theorem.kind == kind)
      #expect(theorem.label?.name == (fits ? "\(other.rawValue)-a" : nil))
      #expect(notebook.diagnostics.map(\.identifier) == (fits ? [] : ["wrong-label"]))
      #expect(theorem.title.count == 1)
      #expect(theorem.blocks.count == 1)
    }
  }
}
