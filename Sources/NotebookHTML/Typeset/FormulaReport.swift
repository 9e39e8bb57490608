import Documents
import NotebookLayout
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
  /// - Parameter names: the notebook's labels, of which one may have been meant.
  func diagnostics(_ problems: [FormulaFault], names: inout NearestNames) -> [Diagnostic] {
    let unbalanced = tex.unbalanced.compactMap { diagnostic($0, "its braces do not match") }
    guard unbalanced.isEmpty else { return unbalanced }
    return problems.compactMap { diagnostic($0, names: &names) }
  }

  private func diagnostic(_ origin: ComposedTeX.Origin, _ message: String) -> Diagnostic? {
    guard case .value(let range, let expression, let latex) = origin else { return nil }
    let whose = expression.map { "the LaTeX of '\(Self.excerpt($0))'" } ?? "the LaTeX shown here"
    return Diagnostic(
      .error,
      .wrongFormula,
      "\(whose) is wrong: \(message)",
      help: "it is \(Self.excerpt(latex))",
      in: notebook.source,
      at: range
    )
  }

  /// - Returns: `nil` where the author has nothing to mend: a value is not known, or the TeX is the
  ///   page's own and comes from a place that has its own diagnostic.
  private func diagnostic(_ problem: FormulaFault, names: inout NearestNames) -> Diagnostic? {
    guard tex.isComplete else { return nil }
    let origin = tex.origin(of: min(problem.offset, max(tex.text.utf8.count - 1, 0)))
    if let label = problem.unknownLabel {
      return range(of: origin).map { unknown(label, names: &names, at: $0) }
    }
    switch origin {
    case .typed(let snippet, let offset):
      return wrong(
        "this formula is wrong: \(problem.message)",
        help(problem),
        place(snippet, offset)
      )
    case .value:
      return diagnostic(origin, problem.message)
    case .text(let range):
      let formula = Self.excerpt(tex.text)
      return wrong("the formula '\(formula)' is wrong: \(problem.message)", help(problem), range)
    case .page:
      return nil
    }
  }

  private func range(of origin: ComposedTeX.Origin) -> SourceRange? {
    switch origin {
    case .typed(let snippet, let offset): place(snippet, offset)
    case .value(let range, _, _), .text(let range): range
    case .page: nil
    }
  }

  private func wrong(_ message: String, _ help: String?, _ range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .wrongFormula, message, help: help, in: notebook.source, at: range)
  }

  private func unknown(
    _ label: String,
    names: inout NearestNames,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error,
      .unknownLabel,
      "nothing is labelled '\(label)'",
      help: names.nearest(to: label).map { "did you mean '\($0)'?" }
        ?? "label the formula that is meant: {#\(label)}",
      in: notebook.source,
      at: range
    )
  }

  /// What the author can do, where MathJax's words do not say it.
  private func help(_ problem: FormulaFault) -> String? {
    switch problem.identifier {
    case "UndefinedControlSequence":
      "define it by \\newcommand before, or under 'macros:' in the front matter"
    case "CommentInLine": #"write \% where a per cent sign is meant"#
    case "UnknownRequire": #"leave \require out: all that MathJax has here is there from the start"#
    case "UnknownEnv":
      problem.message.firstMatch(of: /'(.*)'/).flatMap { TextEnvironment.help(for: String($0.1)) }
        ?? "see https://docs.mathjax.org for the environments that there are"
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
      end = utf8[end...].firstIndex { !$0.isASCIILetter } ?? utf8.count
      if end == start + 1 { end = min(end + 1, utf8.count) }
    } else {
      while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    }
    let origin = snippet.origin(of: start)
    return origin..<origin + end - start
  }

  private static func excerpt(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 60 ? line : line.prefix(59) + "…"
  }
}
