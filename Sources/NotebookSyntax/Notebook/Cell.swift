import Documents

/// A fence of Swift that is part of the notebook's program.
public struct Cell: Sendable {
  /// What is done with a cell's code.
  public enum Mode: String, Sendable, CaseIterable {
    /// Compiled and run.
    case run
    /// Shown, never compiled.
    case ignore
    /// Compiled, not run.
    case noRun = "no-run"
    /// Must not compile.
    case compileFail = "compile-fail"
    /// Must trap.
    case shouldCrash = "should-crash"
  }

  /// The offset of the piece's first byte, which names it.
  public var id: Int
  /// The fence, from its first character to its last; for a hidden cell the comment.
  public var range: SourceRange
  /// The code between the fences.
  public var code: Snippet
  /// What is done with the code.
  public var mode: Mode
  /// Whether a new program begins here.
  public var startsProgram: Bool
  /// Whether it is a program of its own.
  public var isIsolated = false
  /// The name of the cells that are one program with it, and with no others.
  public var group: String?
  /// Whether it stands in an HTML comment and is never shown.
  public var isHidden: Bool
  /// Whether the page shows the code.
  public var showsCode: Bool
  /// Whether the page shows the output.
  public var showsOutput: Bool
  /// Whether the page folds the code until a reader opens it.
  public var isFolded: Bool
  /// Whether nothing says that it is Swift but that it is code.
  public var isPlain = false
  /// Why it is not checked; `nil` where it is.
  public var exemption: Exemption?
  /// `label=fig-…`: what the cell shows is a numbered figure, table or listing.
  public var label: Label?
  /// `caption="…"`, as Markdown.
  public var caption: [Inline]?
}

extension Cell {
  /// A cell that runs and is never shown.
  package init(hidden code: Snippet, id: Int, range: SourceRange) {
    self.init(
      id: id,
      range: range,
      code: code,
      mode: .run,
      startsProgram: false,
      isHidden: true,
      showsCode: true,
      showsOutput: true,
      isFolded: false
    )
  }
}

/// An expression whose value stands in the text or in a formula.
public struct InlineValue: Sendable, Hashable, Codable {
  /// The offset of the piece's first byte, which names it.
  public var id: Int
  /// The whole directive with its delimiters.
  public var range: SourceRange
  /// The Swift expression.
  public var expression: Snippet
  /// The value that the text states, as in `` `{swift} h[0]`=0.1909 ``; `nil` where the page takes
  /// what the expression gives.
  public var written: WrittenValue?
}

/// A value that is written out in the text, and thereby promised.
public struct WrittenValue: Sendable, Hashable, Codable {
  /// The value as the page shows it.
  public var text: String
  /// Where it stands.
  public var range: SourceRange
}

/// An `output` fence: what the cell before it promises to show; or a comment before a cell that says the same.
public struct OutputFence: Sendable {
  /// The fence or the comment, from its first character to its last.
  public var range: SourceRange
  /// The promised text.
  public var text: Snippet
  /// How it is held against what the cell shows.
  public var rule: ComparisonRule
  /// The cell that makes the promise; `nil` where none stands before.
  public var cell: Int?
  /// Whether it is no fence but stands in a comment before the cell, which no reader sees.
  public var isComment = false
}
