import Documents
import NotebookLayout
import NotebookSyntax
import NotebookTranscript
import Typesetting

/// Writes what a library declares, section by section.
struct LibraryWriter {
  private let renderer: PageRenderer
  private let library: LibraryPage
  private let page: CoursePage
  private let links: DeclarationLinks
  private var number = 0
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var faults: [TypesettingFault] = []
  /// What the parts of the page load.
  private(set) var sources = PolicySources()

  init(
    _ renderer: PageRenderer,
    _ library: LibraryPage,
    _ page: CoursePage
  ) {
    self.renderer = renderer
    self.library = library
    self.page = page
    links = DeclarationLinks(page.outline.libraries, on: page)
  }

  /// The names of the sections, as a list of links.
  var contents: HTMLWriter {
    let entries = library.sections.flatMap { section -> [HTMLNode] in
      let name = HTMLNode.element("code", [], [.text(section.name)])
      let link = HTMLNode.element("a", [.href("#" + Self.anchor(of: section))], [name])
      return [.element("li", [.class("top")], [link]), .text("\n")]
    }
    return HTMLWriter(entries.isEmpty ? [] : [.element("ol", [], [.text("\n")] + entries)])
  }

  private static func anchor(of section: LibraryPage.Section) -> String {
    section.declarations.first?.anchor ?? section.name
  }

  mutating func writeAll(to html: inout HTMLWriter) {
    let line = "import \(library.module)"
    let code = HTMLNode.element("code", [.class("language-swift")], SwiftHighlighter.nodes(line))
    html.write(.element("pre", [], [code]))
    html.endLine()
    for section in library.sections { write(section, to: &html) }
  }

  /// A link to a place of this page, beside it.
  private func link(to anchor: String) -> HTMLNode {
    .element(
      "a",
      [.class("anchor"), .href("#" + anchor), .label(page.words[.permalink])]
    )
  }

  private mutating func write(_ section: LibraryPage.Section, to html: inout HTMLWriter) {
    let anchor = Self.anchor(of: section)
    let name = HTMLNode.element("code", [], [.text(section.name)])
    html.write(.element("h2", [.class("library"), .id(anchor)], [name, link(to: anchor)]))
    html.endLine()
    for (index, entry) in section.declarations.enumerated() {
      // The heading has the name of the first.
      write(entry, isNamed: index > 0, to: &html)
    }
    for entry in section.members { write(entry, isNamed: true, to: &html) }
  }

  /// - Parameter isNamed: whether a link can lead to it by its own name.
  private mutating func write(
    _ entry: LibraryPage.Entry,
    isNamed: Bool,
    to html: inout HTMLWriter
  ) {
    let names: [HTMLAttribute] = isNamed ? [.id(entry.anchor), .label(entry.name)] : []
    html.open("section", [.class("declaration")] + names)
    html.endLine()
    let code = HTMLNode.element(
      "code",
      [.class("language-swift")],
      SwiftHighlighter.nodes(entry.signature, linking: links)
    )
    var nodes = [HTMLNode.element("pre", [], [code])]
    if isNamed { nodes.append(link(to: entry.anchor)) }
    html.write(.element("div", [.class("signature")], nodes))
    html.endLine()
    if let (notebook, transcript) = entry.documentation {
      write(notebook, transcript, to: &html)
    }
    html.close("section")
    html.endLine()
  }

  /// Writes what documents a declaration.
  private mutating func write(
    _ notebook: Notebook,
    _ transcript: Transcript,
    to html: inout HTMLWriter
  ) {
    number += 1
    let idPrefix = "d\(number)-"
    let settings = LayoutSettings(tex: TypesetterTeX(renderer.site.typesetter, isWaiting: true))
    let layout = LaidOutNotebook(notebook, transcript, settings)
    let code = ColouredCode(
      of: notebook,
      renderer.site.store,
      linking: page,
      importing: [library.module]
    )
    var body = BodyWriter(layout, code: code, idPrefix: idPrefix)
    body.documented = links
    let fields = DocumentationFields(layout.notebook.blocks)
    body.write(fields.text)
    for field in fields.fields { body.write(field) }
    let late = LatePieces(
      pieces: body.late.pieces,
      notebook: layout.notebook,
      settings: FormulaSettings(
        macros: layout.notebook.frontMatter.macros,
        references: layout.formulaReferences,
        numberPrefix: layout.numberPrefix
      ),
      idPrefix: idPrefix
    )
    // The scripts that would do it in the browser are for pages of notebooks.
    let typesetting = PageTypesetting(late, by: renderer.site.typesetter, after: layout.fault)
    if let preamble = typesetting.preamble { html.write(preamble) }
    html.write(body.html, filledWith: typesetting.nodes)
    diagnostics += body.found.diagnostics + layout.diagnostics + typesetting.diagnostics
    sources.add(body.found.sources)
    faults += typesetting.faults.filter { !faults.contains($0) }
  }
}

extension BodyWriter {
  /// What is said of parameters, results or errors.
  fileprivate mutating func write(_ field: DocumentationFields.Field) {
    element("dl", [.class("fields")]) { body in
      body.html.endLine()
      body.writeLine(.element("dt", [], [.text(field.name)]))
      body.element("dd") { body in
        for item in field.items {
          guard let name = item.name else {
            body.write(tight: item.blocks)
            continue
          }
          body.html.open("div", [.class("field")])
          body.html.write(.element("code", [], [.text(name)]))
          body.html.write(.text(" "))
          body.write(tight: item.blocks)
          body.html.close("div")
          body.html.endLine()
        }
      }
    }
  }

  /// Writes blocks of which a single paragraph needs no element of its own.
  private mutating func write(tight blocks: [Block]) {
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0].content {
      html.write(.element("span", [], nodes(inlines)))
    } else {
      write(blocks)
    }
  }
}
