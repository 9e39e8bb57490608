import NotebookSyntax
import Typesetting

/// Turns what MathJax says about a formula into diagnostics at the notebook's places.
struct FormulaReport {
  private let tex: ComposedTeX
  private let notebook: Notebook

  init(_ tex: ComposedTeX, in notebook: Notebook) {
    self.tex = tex
    self.notebook = notebook
  }

  /// What is wrong with a formula: the values that would spoil it, or else what MathJax says.
  func diagnostics(_ problems: [FormulaProblem]) -> [Diagnostic] {
    let unbalanced = tex.unbalanced.compactMap { diagnostic($0, "its braces do not match") }
    return unbalanced.isEmpty ? problems.compactMap(diagnostic) : unbalanced
  }

  private func diagnostic(_ origin: ComposedTeX.Origin, _ message: String) -> Diagnostic? {
    guard case .value(let range, let expression, let latex) = origin else { return nil }
    let whose = expression.map { "the LaTeX of '\(Self.excerpt($0))'" } ?? "the LaTeX shown here"
    return Diagnostic(
      .error,
      "wrong-formula",
      "\(whose) is wrong: \(message)",
      help: "it is \(Self.excerpt(latex))",
      in: notebook.source,
      at: range
    )
  }

  /// - Returns: `nil` where the author has nothing to mend: a value is not known, or the TeX is the
  ///   page's own and comes from a place that has its own diagnostic.
  private func diagnostic(_ problem: FormulaProblem) -> Diagnostic? {
    guard tex.isComplete else { return nil }
    let origin = tex.origin(of: min(problem.offset, max(tex.text.utf8.count - 1, 0)))
    switch origin {
    case .typed(let snippet, let offset):
      return diagnostic(
        problem,
        "this formula is wrong: \(problem.message)",
        help(problem),
        place(snippet, offset)
      )
    case .value(let range, _, _) where problem.unknownLabel != nil:
      return diagnostic(problem, "", nil, range)
    case .value:
      return diagnostic(origin, problem.message)
    case .text(let range):
      return diagnostic(
        problem,
        "the formula '\(Self.excerpt(tex.text))' is wrong: \(problem.message)",
        help(problem),
        range
      )
    case .page:
      return nil
    }
  }

  private func diagnostic(
    _ problem: FormulaProblem,
    _ message: String,
    _ help: String?,
    _ range: SourceRange
  ) -> Diagnostic {
    guard let label = problem.unknownLabel else {
      return Diagnostic(
        .error,
        "wrong-formula",
        message,
        help: help,
        in: notebook.source,
        at: range
      )
    }
    let names = notebook.labels.map(\.name)
    return Diagnostic(
      .error,
      "unknown-label",
      "nothing is labelled '\(label)'",
      help: nearestName(to: label, in: names).map { "did you mean '\($0)'?" }
        ?? "label the formula that is meant: {#\(label)}",
      in: notebook.source,
      at: range
    )
  }

  /// What the author can do, where MathJax's words do not say it.
  private func help(_ problem: FormulaProblem) -> String? {
    switch problem.identifier {
    case "UndefinedControlSequence":
      "define it by \\newcommand before, or under 'macros:' in the front matter"
    case "CommentInLine": #"write \% where a per cent sign is meant"#
    case "UnknownRequire": #"leave \require out: all that MathJax has here is there from the start"#
    case "UnknownEnv": "see https://docs.mathjax.org for the environments that there are"
    default: nil
    }
  }

  /// A command's whole name, or one character.
  private func place(_ snippet: Snippet, _ offset: Int) -> SourceRange {
    let utf8 = Array(snippet.text.utf8)
    let start = min(offset, max(utf8.count - 1, 0))
    guard start < utf8.count else {
      let origin = snippet.origin(of: 0)
      return origin..<origin + 1
    }
    var end = start + 1
    if utf8[start] == UInt8(ascii: "\\") {
      end = utf8[end...].firstIndex { !Self.isLetter($0) } ?? utf8.count
      if end == start + 1 { end = min(end + 1, utf8.count) }
    } else {
      while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    }
    let origin = snippet.origin(of: start)
    return origin..<origin + end - start
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func excerpt(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 60 ? line : line.prefix(59) + "…"
  }
}
