import NotebookLayout
import NotebookSyntax
import NotebookTranscript

/// A page of a course that no notebook is behind.
public enum MadePage: Sendable {
  /// The start, with the contents.
  case start
  /// The list of definitions and theorems, for each chapter its own.
  case statements([[Statement]])
  /// What readers see where there is no page.
  case missing

  /// A definition, a theorem or its like, as the list has it.
  public struct Statement: Sendable {
    /// Its name and number, such as `Theorem 3.1`.
    public var name: String
    /// What stands in parentheses behind that; empty for nothing.
    public var title: ListedTitle
    /// The name by which a link finds it on the chapter's page.
    public var anchor: String

    /// - Parameters:
    ///   - name: its name and number.
    ///   - title: what stands in parentheses behind that.
    ///   - anchor: the name by which a link finds it.
    public init(name: String, title: ListedTitle, anchor: String) {
      self.name = name
      self.title = title
      self.anchor = anchor
    }
  }
}

extension PageRenderer {
  /// A page of a course that no notebook is behind.
  ///
  /// - Parameters:
  ///   - made: what it is.
  ///   - page: its place in the course.
  ///   - notebook: a notebook without text, whose front matter is that of all notebooks.
  ///   - sourceMarks: see ``PageOptions/sourceMarks``.
  public func page(
    _ made: MadePage,
    at page: CoursePage,
    like notebook: Notebook,
    sourceMarks: String? = nil
  ) -> Page {
    var notebook = notebook
    let content = MadeContent(made, page)
    notebook.frontMatter.titleText = [.text(content.title)]
    notebook.frontMatter.hasContents = false
    if case .start = made {
      notebook.frontMatter.authors = page.outline.authors
    } else {
      notebook.frontMatter.authors = []
    }
    let options = PageOptions(course: page)
    let draft = PageDraft(notebook, Transcript(), options, setBy: nil)
    var html = draft.body.html
    html.write(content.nodes)
    if let sourceMarks { html.write(bytes: SourceMarks(name: sourceMarks).comment("end")) }
    let typesetting = PageTypesetting(draft.late, by: nil)
    var values = draft.head.templateValues(site, options, typesetting)
    values["isMade"] = true
    // The start has the contents as its text.
    if case .start = made { values["courseContents"] = nil }
    return Page(
      html: Self.page(
        filled(values, draft.body, typesetting, options),
        around: html,
        typesetting,
        sourceMarks
      ),
      assets: [],
      lostAddresses: [],
      diagnostics: diagnostics,
      typesettingFaults: page.outline.typesettingFaults
    )
  }
}

/// The title and the text of a page that no notebook is behind.
private struct MadeContent {
  let title: String
  private(set) var nodes: [HTMLNode] = []

  init(_ made: MadePage, _ page: CoursePage) {
    let outline = page.outline
    switch made {
    case .start:
      title = outline.name
      nodes = Self.contents(page)
    case .statements(let statements):
      title = page.words[.statements]
      outline.formulas.set(statements.joined().lazy.map(\.title))
      for (chapter, list) in zip(outline.chapters, statements) where !list.isEmpty {
        nodes += Self.statements(list, of: chapter, page)
      }
    case .missing:
      title = page.words[.missing]
      let link = page.link(to: outline.start, [.text(outline.name)])
      nodes = [.element("p", [], [link])]
    }
  }

  private static func contents(_ page: CoursePage) -> [HTMLNode] {
    let outline = page.outline
    var nodes: [HTMLNode] = []
    var items: [HTMLNode] = []
    var open: Int?
    func end() {
      if !items.isEmpty {
        nodes.append(.element("ol", [.class("course-list")], [.text("\n")] + items))
        nodes.append(.text("\n"))
      }
      items = []
    }
    for chapter in outline.chapters {
      if chapter.part != open {
        end()
        open = chapter.part
        if let part = chapter.part {
          nodes += [.element("h2", [], [.text(outline.parts[part])]), .text("\n")]
        }
      }
      let link = page.link(to: chapter.address, outline.words(of: chapter))
      items += [.element("li", [], [link]), .text("\n")]
    }
    end()
    if let statements = outline.statements {
      let link = page.link(to: statements, [.text(page.words[.statements])])
      nodes += [.element("p", [.class("course-more")], [link]), .text("\n")]
    }
    if !outline.libraries.isEmpty {
      let links = outline.libraries.flatMap { [.text(", "), page.link(to: $0)] }.dropFirst()
      nodes += [.element("p", [.class("course-more")], Array(links)), .text("\n")]
    }
    return nodes
  }

  private static func statements(
    _ list: [MadePage.Statement],
    of chapter: CourseOutline.Chapter,
    _ page: CoursePage
  ) -> [HTMLNode] {
    let items = list.flatMap { statement -> [HTMLNode] in
      let address = page.link(to: chapter.address) + "#" + statement.anchor
      let link = HTMLNode.element("a", [.href(address)], [.text(statement.name)])
      let words = page.outline.formulas.nodes(of: statement.title)
      let title = words.isEmpty ? [] : [.text(" (")] + words + [HTMLNode.text(")")]
      return [.element("li", [], [link] + title), .text("\n")]
    }
    return [
      .element("h2", [], page.outline.words(of: chapter)), .text("\n"),
      .element("ul", [.class("course-list")], [.text("\n")] + items), .text("\n"),
    ]
  }
}
