import Documents
import NotebookHTML
import NotebookLayout
import NotebookMarkdown
import NotebookSyntax
import NotebookTranscript

/// Markdown that GitHub shows, with pictures in a folder beside it.
struct MarkdownForm: FormWriter {
  let renderer: PageRenderer

  func write(
    _ notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions,
    after prepared: PreparedPage?
  ) -> FormPage {
    let layout = LaidOutNotebook(notebook, transcript, settings(options))
    let folder = TitleBlock.fileName(in: notebook.source.path) + "_files/"
    let page = MarkdownWriter.page(
      layout,
      markdownOptions(.github, of: notebook, options, pictureFolder: folder)
    )
    var pictures = PictureDrawing(renderer.site.typesetter, notebook, options.idPrefix)
    let drawn = page.pictures.map { pictures.draw($0) }
    return FormPage(
      bytes: Array((MadeMarkdown.mark(from: notebook.source.path) + page.text).utf8),
      attachments: zip(page.pictures, drawn).compactMap { picture, svg in
        svg.map {
          FormPage.Attachment(
            name: folder + picture.name,
            bytes: Array(PagePictures.marked($0).utf8)
          )
        }
      },
      lostAddresses: page.lostAddresses,
      diagnostics: layout.diagnostics + page.diagnostics + pictures.diagnostics,
      typesettingFaults: pictures.faults(after: layout.fault)
    )
  }
}

extension FormWriter where Self: MarkdownBased {
  /// What a notebook is laid out with.
  func settings(_ options: PageOptions) -> LayoutSettings {
    LayoutSettings(
      bibliography: options.bibliography,
      tex: TypesetterTeX(renderer.site.typesetter),
      chapter: options.chapter,
      labelElsewhere: options.labelElsewhere,
      linkWords: options.linkWords
    )
  }

  /// What a notebook's Markdown is written with.
  func markdownOptions(
    _ dialect: MarkdownDialect,
    of notebook: Notebook,
    _ options: PageOptions,
    pictureFolder: String
  ) -> MarkdownOptions {
    let anchors = PageRenderer().anchors(of: notebook)
    let address = { @Sendable (address: PageAddress) in options.address(address, anchors) }
    let tex = TypesetterTeX(renderer.site.typesetter)
    return MarkdownOptions(
      dialect: dialect,
      pictureFolder: SafeAddress.encoded(pictureFolder),
      definitions: notebook.frontMatter.macros.map(tex.definition),
      address: address,
      markup: { RawAddresses.readdressed($0, address) }
    )
  }
}

/// A form whose text is Markdown.
protocol MarkdownBased {
  /// Makes pages for browsers, with what all pages share.
  var renderer: PageRenderer { get }
}

extension MarkdownForm: MarkdownBased {}
