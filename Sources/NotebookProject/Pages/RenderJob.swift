import Documents
import Files
import Foundation
import NotebookExecution
import NotebookHTML
import NotebookSyntax
import Processes
import Typesetting

/// Making pages of notebooks:
///
/// 1. Paths become ``NotebookInput``s.
/// 2. Each notebook becomes a ``NotebookOutcome``, several side by side (`NotebookWork`).
/// 3. Outcomes are told in the order of the inputs, and give the status.
///
/// With several forms, 2 and 3 are done for one after the other, by the same runner and typesetter.
public struct RenderJob: Sendable {
  /// Notebooks, and folders of them.
  public var paths: [String]
  /// The folders, or notebooks, that are rendered as a whole where only a part of them is named; none
  /// for `paths` themselves.
  public var roots: [String] = []
  /// The part of the notebooks that is made; `nil` for all.
  public var shard: Shard?
  /// Where the pages go.
  public var outputFolder: String
  /// The forms in which pages are made, at least one.
  public var forms: [PageForm] = [.html]
  /// Whether project files may say the forms, as nobody else does.
  public var takesProjectForms = false
  /// What is wanted of them.
  public var formSettings = FormSettings()
  /// A Mustache template in place of the built-in one.
  public var templatePath: String?
  /// Where formulas and charts are set; `nil` for what each notebook says.
  public var typesetting: TypesettingMode?
  /// Where pages have their images; `nil` for what each notebook says.
  public var images: ImagePlacement?
  /// The variant of the course that is made; `nil` for all that is in the notebooks.
  public var variant: String?
  /// Whether cells are compiled and run.
  public var runsCells = true
  /// How cells are compiled and run.
  public var runOptions = RunOptions()
  /// Whether each warning is a failure, whatever the notebooks say.
  public var isStrict = false
  /// Where to write which files the page of the one notebook is made from.
  public var depfile: String?
  /// Whether a page that would be the same is left alone.
  public var keepsSamePages = false
  /// Whether it is wanted what came of each promise, which is not known of a page that is left as it is.
  public var tellsPromises = false
  /// Whether nothing is made but what a course has besides the pages of its notebooks.
  public var makesSiteAlone = false
  var assets = AssetFolder.standard
  /// How notebooks are looked for and read, and all that their pages show, link to and cite.
  public var files = FileView()
  /// Is told what is being done.
  public var progress: any ProgressObserver = NoProgress()

  /// - Parameters:
  ///   - paths: notebooks, and folders of them.
  ///   - outputFolder: where the pages go.
  public init(paths: [String], outputFolder: String) {
    self.paths = paths
    self.outputFolder = outputFolder
  }

  /// What is told on the way.
  public enum Event: Sendable {
    /// Something that was asked for cannot be had.
    case fault(InputFault)
    /// Something about the notebooks as a whole.
    case note(Diagnostic)
    /// Something about a project file, with its text.
    case project(Diagnostic, SourceText)
    /// What came of a notebook, in the order of the inputs.
    case outcome(NotebookOutcome)
    /// Why no formula and no chart can be set.
    case typesettingFault(TypesettingFault)
    /// What pages would load, and is not installed.
    case missingAsset(Page.Asset)
    /// Why programs ran without a sandbox.
    case withoutSandbox(SandboxFault)
  }

  /// How it ended.
  public struct Ending: Sendable {
    /// The worst that came of a notebook, or why none was worked on.
    public var status: JobStatus
    /// How many warnings about notebooks are failures.
    public var strictWarnings = 0
    /// Whether the notebooks were worked on: not where what was asked for makes no sense.
    public var hasBegun = false
    /// What decides which notebooks there are and what they label: folders, drafts, the rules of git,
    /// other notebooks; and the template.
    public var dependencies: [FileDependency] = []
  }

  /// Makes the pages.
  public func run(telling: (Event) -> Void) async -> Ending {
    let files = files.remembering()
    var ending = await withTaskExecutorPreference(WaitingThreads.shared) {
      var job = self
      return await job.run(in: files, telling: telling)
    }
    ending.dependencies = files.dependencies
    return ending
  }

  /// - Parameter files: notes what decides which notebooks there are.
  private mutating func run(in files: FileView, telling: (Event) -> Void) async -> Ending {
    let selection = InputSelection(
      paths: paths,
      roots: roots,
      shard: shard,
      variant: variant,
      outputFolder: outputFolder,
      files: files
    )
    let (inputs, faults) = (makesSiteAlone ? [] : selection.inputs, selection.faults)
    for fault in faults { telling(.fault(fault)) }
    for note in selection.notes { telling(.note(note)) }
    for (diagnostic, source) in selection.courses.diagnostics {
      telling(.project(diagnostic, source))
    }
    if faults.contains(where: { $0.status == .usage }) { return Ending(status: .usage) }
    if selection.courses.hasErrors { return Ending(status: .failure) }
    if takesProjectForms, let named = selection.courses.forms { forms = named }
    let template: SiteOptions.Template?
    do throws(InputFault) {
      if faults.isEmpty { try checkDepfile(inputs) }
      try checkForms(selection)
      try checkWriting(inputs)
      template = try readTemplate(in: files)
    } catch {
      telling(.fault(error))
      return Ending(status: error.status)
    }
    if let fault = forms.lazy.compactMap(\.missingTool).first {
      telling(.fault(fault))
      return Ending(status: fault.status)
    }
    var tally = RenderTally(
      Ending(status: faults.map(\.status).max() ?? .success, hasBegun: true),
      forms: forms.count
    )
    let engines = PageEngines(self)
    for form in forms {
      let work = work(on: selection.inForm(form), template, form, by: engines, in: files)
      await make(inputs.map { $0.inForm(form) }, work, &tally, telling)
      if shard.map({ $0.isFirst }) ?? true, faults.isEmpty {
        tally.count(await makeSites(of: selection.wholeCourses, work, telling))
        if form == .pdf, tally.ending.status == .success {
          tally.count(await makeBooks(of: selection.wholeCourses, work, telling))
        }
      }
    }
    // Who makes pages in parts, or has ninja do it, knows that there are others.
    if shard == nil, depfile == nil, forms.contains(.html) {
      let whole = Set(selection.wholeCourses.map(\.project.path))
      for course in selection.courses.all where !whole.contains(course.project.path) {
        let unmade = UnmadePages(course: course, outputFolder: outputFolder)
        if let note = unmade.note { telling(.note(note)) }
      }
    }
    if let fault = engines.runner.sandboxFault { telling(.withoutSandbox(fault)) }
    for fault in tally.typesettingFaults { telling(.typesettingFault(fault)) }
    for asset in Page.Asset.allCases where tally.missingAssets.contains(asset) {
      telling(.missingAsset(asset))
    }
    return tally.ending
  }

  /// Makes the pages of one form.
  private func make(
    _ inputs: [NotebookInput],
    _ work: NotebookWork,
    _ tally: inout RenderTally,
    _ telling: (Event) -> Void
  ) async {
    progress.expect("rendering", inputs.count, lines: runOptions.width)
    await InOrder.run(
      inputs,
      atMost: runOptions.width,
      beginning: { progress.line(of: $0.path) },
      { await work.outcome(of: $0, telling: $1) }
    ) { _, outcome in
      telling(.outcome(tally.count(outcome)))
    }
  }
}
