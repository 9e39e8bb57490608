import Documents
import NotebookHTML
import NotebookJupyter
import NotebookLayout
import NotebookSyntax
import NotebookTranscript

/// Notebooks for Jupyter, with what their cells showed.
struct JupyterForm: FormWriter, MarkdownBased {
  let renderer: PageRenderer

  func write(
    _ notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions,
    after prepared: PreparedPage?
  ) -> FormPage {
    let layout = LaidOutNotebook(notebook, transcript, settings(options))
    let images = AttachedImages()
    var markdown = markdownOptions(
      .jupyter,
      of: notebook,
      options,
      pictureFolder: JupyterWriter.attachmentPrefix
    )
    let plain = markdown.address
    markdown.address = { address in
      let new = plain(address)
      return address.role == .image ? images.attached(new, as: address.text) ?? new : new
    }
    var pictures = PictureDrawing(renderer.site.typesetter, notebook, options.idPrefix)
    let (file, text) = JupyterWriter.notebook(
      layout,
      markdown,
      images: { images[$0] },
      draw: { pictures.draw($0) }
    )
    return FormPage(
      bytes: file.bytes,
      lostAddresses: text.lostAddresses,
      diagnostics: layout.diagnostics + text.diagnostics + pictures.diagnostics,
      typesettingFaults: pictures.faults(after: layout.fault)
    )
  }
}
