import Documents
import NotebookLayout

/// A notebook as Markdown, with the pictures that belong beside it.
package struct MarkdownPage: Sendable {
  /// The text.
  package var text: String
  /// The pictures that it shows, in order.
  package var pictures: [Picture] = []
  /// The addresses that it does not hold, as their author wrote them.
  package var lostAddresses: [String] = []
  /// What it leaves out.
  package var diagnostics: [Diagnostic] = []

  /// A picture that a cell showed.
  package struct Picture: Sendable {
    /// What it is made from.
    package enum Content: Sendable {
      case svg(String)
      /// Vega-Lite's JSON.
      case chart(String)
    }

    /// Its file's name, without folder.
    package var name: String
    package var content: Content
    /// The picture in words.
    package var words: String
    /// Where the cell that shows it stands.
    package var cell: SourceRange

    /// - Parameters:
    ///   - name: its file's name, without folder.
    ///   - content: what it is made from.
    ///   - words: the picture in words.
    ///   - cell: where the cell that shows it stands.
    package init(name: String, content: Content, words: String, cell: SourceRange) {
      self.name = name
      self.content = content
      self.words = words
      self.cell = cell
    }
  }
}

/// What a notebook's Markdown is written with, besides the notebook.
package struct MarkdownOptions: Sendable {
  /// Whose Markdown it is.
  package var dialect: MarkdownDialect
  /// What stands before the names of pictures in the text.
  package var pictureFolder: String
  /// What the text says in place of an address; `nil` for the address itself.
  package var address: @Sendable (PageAddress) -> String?
  /// Raw HTML with the addresses that are wanted.
  package var markup: @Sendable (String) -> String
  /// TeX that defines the macros of the front matter.
  package var definitions: [String]

  /// - Parameters:
  ///   - dialect: whose Markdown it is.
  ///   - pictureFolder: what stands before the names of pictures in the text.
  ///   - definitions: TeX that defines the macros of the front matter.
  ///   - address: what the text says in place of an address.
  ///   - markup: raw HTML with the addresses that are wanted.
  package init(
    dialect: MarkdownDialect,
    pictureFolder: String = "",
    definitions: [String] = [],
    address: @escaping @Sendable (PageAddress) -> String? = { _ in nil },
    markup: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.dialect = dialect
    self.pictureFolder = pictureFolder
    self.definitions = definitions
    self.address = address
    self.markup = markup
  }
}
