import Files
import NotebookExecution
import NotebookHTML
import Typesetting

/// What is done with each notebook.
extension RenderJob {
  /// What is done with each notebook.
  ///
  /// - Parameters:
  ///   - form: the form of the pages.
  ///   - engines: what runs cells and sets formulas; `nil` for new ones.
  ///   - files: notes what concerns all of them.
  func work(
    on selection: InputSelection,
    _ template: SiteOptions.Template?,
    _ form: PageForm = .html,
    by engines: PageEngines? = nil,
    in files: FileView
  ) -> NotebookWork {
    let engines = engines ?? PageEngines(self)
    let (runner, typesetter) = (engines.runner, engines.typesetter)
    return NotebookWork(
      outputFolder: outputFolder,
      form: form,
      formSettings: formSettings,
      renderer: PageRenderer(
        SiteOptions(
          template: template,
          isRun: runsCells,
          typesetting: typesetting,
          typesetter: typesetter,
          store: runOptions.store
        )
      ),
      runsCells: runsCells,
      isStrict: isStrict,
      runner: runner,
      assets: assets,
      typesetter: typesetter,
      progress: progress,
      images: images,
      labels: LabelIndex(
        selection.labelled,
        runOptions.store,
        typesetter: typesetter,
        files: files
      ),
      course: CourseLabels(files, besides: selection.labelled),
      site: PageSite(
        selection.whole,
        others: selection.labelled,
        CourseSite(selection.courses, runOptions.store, typesetter: typesetter, files: files),
        outputFolder: outputFolder,
        runOptions.store,
        files: files
      ),
      depfile: depfile,
      keepsSamePages: keepsSamePages,
      store: runOptions.store,
      pages: keptPages(runner, typesetter, template, form),
      bibliographies: BibliographyShelf(),
      files: files.quiet
    )
  }

  /// What is known of earlier pages; `nil` where it is of no use: where results may only be read, and
  /// where it is to be told what a page is made from or what came of it, which must be found out.
  func keptPages(
    _ runner: NotebookRunner,
    _ typesetter: Typesetter,
    _ template: SiteOptions.Template?,
    _ form: PageForm
  ) -> KeptPages? {
    guard let store = runOptions.store, !store.isFrozen, depfile == nil, !tellsPromises else {
      return nil
    }
    return KeptPages(
      store,
      runner: runsCells ? runner : nil,
      typesetter: typesetter,
      template: template,
      typesetting: typesetting,
      images: images,
      form: (form, formSettings)
    )
  }

  func readTemplate(in files: FileView) throws(InputFault) -> SiteOptions.Template? {
    guard let templatePath else { return nil }
    guard files.item(at: templatePath) != nil else { throw .missingTemplate(templatePath) }
    guard let bytes = files.contents(of: templatePath),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      throw InputFault(
        status: .inputOutput,
        message: "\(templatePath): error: the template cannot be read as UTF-8 text"
      )
    }
    return SiteOptions.Template(text: text, path: templatePath)
  }
}
