import Documents

/// A block of a notebook and the range of the source that it covers.
public struct Block: Sendable {
  /// What a block is.
  public enum Content: Sendable {
    case paragraph([Inline])
    indirect case heading(Heading)
    case quote([Block])
    indirect case callout(Callout)
    indirect case theorem(Theorem)
    case list(List)
    indirect case code(CodeBlock)
    indirect case cell(Cell)
    indirect case output(OutputFence)
    /// A display formula that stands alone.
    indirect case formula(Formula)
    case html([HTMLPart])
    indirect case table(Table)
    /// An image that stands alone in its paragraph and has a label, so that it is a figure.
    indirect case figure(Image)
    case thematicBreak
    /// A node that a newer cmark-gfm knows and this room does not: kept by what it holds.
    case unknown(name: String, [Block])
  }

  /// The bytes that the block covers.
  public var range: SourceRange
  /// What it is.
  public var content: Content
}

/// A heading.
public struct Heading: Sendable {
  /// From 1, the largest, to 6.
  public var level: Int
  /// Its text.
  public var inlines: [Inline]
  /// `{#sec-…}` after the heading's text.
  public var label: Label?
}

/// A block quote that begins with `[!NOTE]` or another of GitHub's words.
public struct Callout: Sendable {
  /// The kinds that GitHub knows.
  public enum Kind: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
  }

  /// What it says of its content.
  public var kind: Kind
  /// What stands behind the word in its first line; empty for nothing.
  public var title: [Inline]
  /// For one that readers can fold, as `[!NOTE]-` says, whether it is closed at first; `nil` where it
  /// is always open.
  public var isFolded: Bool?
  /// Its content, without the line that names the kind.
  public var blocks: [Block]
}

/// A bullet list or an ordered list.
public struct List: Sendable {
  /// One item.
  public struct Item: Sendable {
    /// The bytes that the item covers.
    public var range: SourceRange
    /// For a task, whether it is done; `nil` for an ordinary item.
    public var isDone: Bool?
    /// Its content.
    public var blocks: [Block]
  }

  /// The first number of an ordered list; `nil` for a bullet list.
  public var start: Int?
  /// Whether the items stand close together, without paragraphs of their own.
  public var isTight: Bool
  /// The items, in order; at least one.
  public var items: [Item]
}

/// A code block that is not run.
public struct CodeBlock: Sendable {
  /// The first word of the info string; empty for none.
  public var language: String
  /// The code, with its line ends.
  public var text: String
}

/// A table.
public struct Table: Sendable {
  /// How a column's cells are set.
  public enum Alignment: Sendable {
    case none, left, center, right
  }

  /// One row, a list of inlines for each column.
  public struct Row: Sendable {
    /// The bytes that the row covers.
    public var range: SourceRange
    /// One list of inlines for each column.
    public var cells: [[Inline]]
  }

  /// One for each column.
  public var alignments: [Alignment]
  /// The first row.
  public var header: Row
  /// The rows under it.
  public var rows: [Row]
  /// The line under it that begins with a colon; `nil` where there is none.
  public var caption: [Inline]?
  /// `{#tbl-…}` at the end of that line.
  public var label: Label?
}

/// A footnote that the text refers to.
public struct Footnote: Sendable {
  /// Its number on the page, from 1, in the order of first references.
  public var number: Int
  /// The name in the source, without `^`.
  public var name: String
  /// The bytes that the definition covers, from its `[`.
  public var range: SourceRange
  /// Its content.
  public var blocks: [Block]
  /// How often the text refers to it.
  public var referenceCount: Int
}
