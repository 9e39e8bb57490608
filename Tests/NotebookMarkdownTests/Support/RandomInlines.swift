import Documents
import NotebookLayout
import NotebookSyntax

/// Running text that no author would write.
struct RandomInlines {
  private(set) var inlines: [Inline] = []

  private static let words = [
    "a", "b c", "*", "_", "`", " x ", "(", ")", "!", "~", "<", "&amp;", "]", "[", ".", "é", "1.",
    "\\",
  ]

  init(_ random: inout some RandomNumberGenerator, depth: Int) {
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      inlines.append(Self.inline(&random, depth: depth))
    }
    // White space at the ends of a paragraph goes.
    inlines = [.text("a")] + inlines + [.text("z")]
  }

  private static func inline(_ random: inout some RandomNumberGenerator, depth: Int) -> Inline {
    let word = words.randomElement(using: &random) ?? "a"
    func inner(_ random: inout some RandomNumberGenerator) -> [Inline] {
      (0..<Int.random(in: 1...2, using: &random)).map { _ in inline(&random, depth: depth - 1) }
    }
    switch depth > 0 ? Int.random(in: 0...6, using: &random) : Int.random(in: 0...1, using: &random)
    {
    case 0: return .text(word)
    case 1: return .code(word.trimmingCharacters)
    case 2: return .emphasis(inner(&random))
    case 3: return .strong(inner(&random))
    case 4: return .strikethrough(inner(&random))
    default: return .text(word)
    }
  }

  /// The HTML that a reader of Markdown must make of it.
  static func html(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): escaped(text)
      case .code(let code): "<code>\(escaped(code))</code>"
      case .emphasis(let inner): "<em>\(html(inner))</em>"
      case .strong(let inner): "<strong>\(html(inner))</strong>"
      case .strikethrough(let inner): "<del>\(html(inner))</del>"
      default: ""
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

extension String {
  /// Code has no spaces at its ends here, which would be its own.
  fileprivate var trimmingCharacters: String { String(trimmingWhiteSpace) }
}

enum LaidOutNotebookSamples {
  static let empty = LaidOutNotebook(
    NotebookParser.parse(SourceText(path: "notebook.md", text: ""))
  )
}
