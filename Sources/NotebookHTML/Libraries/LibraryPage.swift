import NotebookSyntax
import NotebookTranscript

/// The page of a library: what its module declares for others, with what documents it.
public struct LibraryPage: Sendable {
  /// What stands under one name: a type with its members, or functions.
  public struct Section: Sendable {
    /// The name.
    public var name: String
    /// The declarations of this name, a type or overloaded functions; none where only members are added.
    public var declarations: [Entry]
    /// The members of the type.
    public var members: [Entry]

    /// - Parameters:
    ///   - name: the name.
    ///   - declarations: the declarations of this name.
    ///   - members: the members of the type.
    public init(name: String, declarations: [Entry], members: [Entry]) {
      self.name = name
      self.declarations = declarations
      self.members = members
    }
  }

  /// A declaration.
  public struct Entry: Sendable {
    /// Its name, such as `identity(_:)`.
    public var name: String
    /// The name by which a link finds it.
    public var anchor: String
    /// Its code without body.
    public var signature: String
    /// What documents it, with what its examples gave; `nil` where nothing does.
    public var documentation: (notebook: Notebook, transcript: Transcript)?

    /// - Parameters:
    ///   - name: its name.
    ///   - anchor: the name by which a link finds it.
    ///   - signature: its code without body.
    ///   - documentation: what documents it, with what its examples gave.
    public init(
      name: String,
      anchor: String,
      signature: String,
      documentation: (notebook: Notebook, transcript: Transcript)?
    ) {
      self.name = name
      self.anchor = anchor
      self.signature = signature
      self.documentation = documentation
    }
  }

  /// The name of the module.
  public var module: String
  /// What it declares, in order.
  public var sections: [Section]

  /// - Parameters:
  ///   - module: the name of the module.
  ///   - sections: what it declares, in order.
  public init(module: String, sections: [Section]) {
    self.module = module
    self.sections = sections
  }
}

extension PageRenderer {
  /// The page of a library in a course.
  ///
  /// - Parameters:
  ///   - library: what it declares.
  ///   - page: its place in the course.
  ///   - notebook: a notebook without text, whose front matter is that of all notebooks.
  ///   - assets: what stands before the names of asset files in the page's links.
  public func page(
    _ library: LibraryPage,
    at page: CoursePage,
    like notebook: Notebook,
    assetsPrefix assets: String
  ) -> Page {
    var notebook = notebook
    notebook.frontMatter.titleText = [.code(library.module)]
    notebook.frontMatter.hasContents = false
    notebook.frontMatter.authors = []
    let options = PageOptions(assetsPrefix: assets, course: page)
    let draft = PageDraft(notebook, Transcript(), options, setBy: nil)
    var writer = LibraryWriter(self, library, page)
    var body = draft.body
    var html = body.html
    writer.writeAll(to: &html)
    body.found.sources.add(writer.sources)
    var head = draft.head
    head.contents = writer.contents
    let typesetting = PageTypesetting(draft.late, by: nil)
    var values = head.templateValues(site, options, typesetting)
    values["isMade"] = false
    return Page(
      html: Self.page(filled(values, body, typesetting, options), around: html, typesetting),
      assets: [],
      lostAddresses: [],
      diagnostics: diagnostics + writer.diagnostics,
      typesettingFaults: writer.faults
    )
  }
}
