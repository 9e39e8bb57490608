import Documents
import Files
import NotebookHTML
import NotebookSyntax

/// Planning pages for a build program:
///
/// 1. Paths become ``NotebookInput``s.
/// 2. Each notebook is read, not run, and becomes a ``PlannedPage``.
/// 3. The pages become a build file's text (`NinjaPlan`).
/// 4. It is told, or written together with the list of what it was made from (`Depfile`).
package struct PlanJob: Sendable {
  package var paths: [String]
  /// The folders that are rendered as a whole where `paths` name only a part of them.
  package var roots: [String] = []
  package var outputFolder: String
  /// The forms in which pages will be made.
  package var forms: [PageForm] = [.html]
  /// Whether project files may say the forms, as nobody else does.
  package var takesProjectForms = false
  /// Whether one of them does.
  private var hasProjectForms = false
  /// What is wanted of them.
  package var formSettings = FormSettings()
  package var templatePath: String?
  package var typesetting: TypesettingMode?
  package var images: ImagePlacement?
  package var variant: String?
  /// The options that every page is rendered with.
  package var options: [String] = []
  /// Where results will be kept.
  package var storeFolder: String?
  /// How many pages are made at once; `nil` leaves that to ninja.
  package var jobs: Int?
  /// Where the plan is written; `nil` for nowhere.
  package var file: String?
  var program = ThisProgram.path
  var assets = AssetFolder.standard
  /// How notebooks are read.
  package var files = FileView()

  /// - Parameters:
  ///   - paths: notebooks, and folders of them.
  ///   - outputFolder: where the pages will go.
  package init(paths: [String], outputFolder: String) {
    self.paths = paths
    self.outputFolder = outputFolder
  }

  /// What is told on the way.
  package enum Event: Sendable {
    case fault(InputFault)
    /// Something about the notebooks as a whole.
    case note(Diagnostic)
    /// Something about a project file, with its text.
    case project(Diagnostic, SourceText)
    /// The plan, where it is not written.
    case plan(String)
    /// The plan of so many pages was written.
    case written(pages: Int, file: String)

    /// That the plan was written, in a sentence; `nil` for what is said otherwise.
    package var text: String? {
      guard case .written(let pages, let file) = self else { return nil }
      return "\(pages == 1 ? "1 page" : "\(pages) pages") → \(file)"
    }
  }

  /// Plans the pages.
  package func run(telling: (Event) -> Void) -> JobStatus {
    var job = self
    return job.plan(telling: telling)
  }

  private mutating func plan(telling: (Event) -> Void) -> JobStatus {
    let files = files.remembering()
    let selection = InputSelection(
      paths: paths,
      roots: roots,
      variant: variant,
      outputFolder: outputFolder,
      files: files
    )
    let named = selection.courses.forms
    hasProjectForms = named != nil
    if takesProjectForms { forms = named ?? forms }
    for note in selection.notes { telling(.note(note)) }
    for (diagnostic, source) in selection.courses.diagnostics {
      telling(.project(diagnostic, source))
    }
    var faults = selection.faults
    if let templatePath, files.item(at: templatePath) == nil {
      faults.append(.missingTemplate(templatePath))
    }
    do throws(InputFault) { try checkForms(selection) } catch { faults.append(error) }
    if selection.courses.hasErrors { return max(.failure, faults.map(\.status).max() ?? .failure) }
    let courses = CourseSite(selection.courses, files: files)
    var pages: [PlannedPage] = []
    for form in forms {
      // A plan without some of the pages would pass for the whole.
      guard faults.isEmpty else { break }
      pages += plannedPages(of: selection.inForm(form), courses, form, files, &faults)
    }
    let sites = selection.wholeCourses.compactMap {
      PlannedSite(
        courses.reading(of: $0),
        forms,
        outputFolder: outputFolder
      )
    }
    do throws(InputFault) {
      if faults.isEmpty { telling(try made(of: pages, sites, selection.scope, files)) }
    } catch {
      faults.append(error)
    }
    for fault in faults { telling(.fault(fault)) }
    return faults.map(\.status).max() ?? .success
  }

  /// - Throws: why `render` would refuse the forms.
  private func checkForms(_ selection: InputSelection) throws(InputFault) {
    var job = RenderJob(paths: paths, outputFolder: outputFolder)
    job.forms = forms
    job.templatePath = templatePath
    job.images = images
    try job.checkForms(selection)
  }

  /// - Parameter files: notes what concerns all notebooks.
  private func plannedPages(
    of selection: InputSelection,
    _ courses: CourseSite,
    _ form: PageForm,
    _ files: FileView,
    _ faults: inout [InputFault]
  ) -> [PlannedPage] {
    let site = PageSite(
      selection.whole,
      others: selection.labelled,
      courses,
      outputFolder: outputFolder,
      files: files
    )
    let labels = LabelIndex(selection.labelled, files: files)
    var pages: [PlannedPage] = []
    for input in selection.inputs {
      let page = PlannedPage(
        input,
        site: site,
        labels: labels,
        files: files,
        typesetting: typesetting,
        images: form.imagePlacement ?? images
      )
      if let page {
        pages.append(page)
      } else {
        faults.append(.unreadable(input.path))
      }
    }
    return pages
  }

  /// Makes the plan, and writes it where that is wanted.
  private func made(
    of pages: [PlannedPage],
    _ sites: [PlannedSite],
    _ scope: [String],
    _ files: FileView
  ) throws(InputFault) -> Event {
    let text: String
    let depfile: Depfile?
    do throws(NinjaPath.Fault) {
      text = try plan(pages, sites, scope).text()
      if let file {
        depfile = try self.depfile(of: file, pages, files)
      } else {
        depfile = nil
      }
    } catch {
      throw InputFault(status: .failure, message: "\(error.path): error: \(error.message)")
    }
    guard let file, let depfile else { return .plan(text) }
    try write(text, depfile, to: file)
    return .written(pages: pages.count, file: file)
  }

  private func plan(
    _ pages: [PlannedPage],
    _ sites: [PlannedSite],
    _ scope: [String]
  ) -> NinjaPlan {
    let scope = scope.map { "--root=" + $0 }
    let ownOptions =
      roots.map { "--root=" + $0 }
      + (takesProjectForms ? [] : forms.map { "--to=" + $0.rawValue })
      + forms.flatMap { $0.words(of: formSettings) } + options
      + (jobs.map { ["--jobs=\($0)"] } ?? [])
    // Some forms take no template.
    let isShared = forms.allSatisfy(\.takesTemplate)
    return NinjaPlan(
      pages: pages,
      forms: forms,
      namesForms: forms != [.html] || hasProjectForms,
      formSettings: formSettings,
      template: isShared ? nil : templatePath.map { "--template=" + $0 },
      render: [program] + scope + options.filter { isShared || !$0.hasPrefix("--template=") }
        + ["--jobs=1", "--quiet", "--if-changed"],
      jobs: jobs,
      common: (templatePath.map { [$0] } ?? []) + [program],
      outputFolder: outputFolder,
      assets: assets,
      sites: sites,
      ownFile: file.map { file in
        (file, [program, "plan"] + ownOptions + ["--quiet", "--file=" + file, "--"] + paths)
      }
    )
  }

  private func depfile(
    of file: String,
    _ pages: [PlannedPage],
    _ view: FileView
  ) throws(NinjaPath.Fault) -> Depfile {
    // Made later it would change a folder, as a notebook does that comes.
    if let storeFolder, pages.contains(where: \.keepsResults) {
      try? Folder.make(storeFolder)
    }
    let listed = view.dependencies.filter { $0.use == .names }.map(\.path)
    let files =
      pages.flatMap { [$0.notebook] + $0.origins } + WatchedPaths.paths(for: view.dependencies)
      + listed + (templatePath.map { [$0] } ?? [])
    // What cannot be named has no page either.
    let names = files.filter { (try? NinjaPath($0)) != nil }
    return try Depfile(target: file, files: names + [program])
  }

  private func write(_ plan: String, _ depfile: Depfile, to file: String) throws(InputFault) {
    do throws(WholeFile.Fault) {
      try WholeFile.update(Array(plan.utf8), at: file)
      try WholeFile.update(depfile.bytes, at: file + ".d")
    } catch {
      throw .unwritable(file, error)
    }
  }
}

extension InputFault {
  fileprivate static func unreadable(_ path: String) -> InputFault {
    InputFault(status: .inputOutput, message: "\(path): error: the notebook cannot be read")
  }

  fileprivate static func unwritable(_ path: String, _ fault: WholeFile.Fault) -> InputFault {
    InputFault(
      status: .inputOutput,
      message: "\(path): error: the plan cannot be written: \(fault.message)"
    )
  }
}
