import Files
import Foundation
import NotebookExecution
import NotebookPages
import NotebookReports
import NotebookSyntax
import Typesetting

/// Everything that one call of `render` does:
///
/// 1. Paths become ``NotebookInput``s.
/// 2. Each notebook becomes a ``NotebookOutcome``, several side by side (`NotebookWork`).
/// 3. Outcomes are told in the order of the inputs, and give the exit status.
struct RenderJob: Sendable {
  var paths: [String]
  /// The folders, or notebooks, that are rendered as a whole where only a part of them is named; none
  /// for `paths` themselves.
  var roots: [String] = []
  /// The part of the notebooks that is made; `nil` for all.
  var shard: Shard?
  var outputFolder: String
  var templatePath: String?
  /// Where formulas and charts are set; `nil` for what each notebook says.
  var typesetting: TypesettingMode?
  /// Where pages have their images; `nil` for what each notebook says.
  var images: ImagePlacement?
  var runsCells = true
  var runOptions = RunOptions()
  /// Whether each warning is a failure, whatever the notebooks say.
  var isStrict = false
  /// Where to write which files the page of the one notebook is made from.
  var depfile: String?
  /// Whether a page that would be the same is left alone.
  var keepsSamePages = false
  var assets = AssetFolder.standard
  var terminal: Terminal

  func run() async -> ExitStatus {
    let selection = InputSelection(
      paths: paths,
      roots: roots,
      shard: shard,
      outputFolder: outputFolder
    )
    let (inputs, faults) = (selection.inputs, selection.faults)
    for fault in faults { terminal.report(fault.message) }
    terminal.tell(selection.notes)
    if faults.contains(where: { $0.status == .usage }) { return .usage }
    if depfile != nil, faults.isEmpty, inputs.count != 1 {
      terminal.report("error: --depfile is about one notebook, and here are \(inputs.count)")
      return .usage
    }
    if let fault = writingFault(inputs) {
      terminal.report(fault.message)
      return fault.status
    }
    var status = faults.map(\.status).max() ?? .success

    let template: PageOptions.Template?
    do {
      template = try readTemplate()
    } catch {
      terminal.report(error.message)
      return error.status
    }
    let work = work(on: selection, template)
    var typesettingFaults: [TypesettingError] = []
    var shared = SharedDiagnostics()
    var missingAssets: Set<Page.Asset> = []
    var strictWarnings = 0
    terminal.progress.expect("rendering", inputs.count, lines: runOptions.width)
    await InOrder.run(inputs, atMost: runOptions.width, { await work.outcome(of: $0) }) {
      index,
      outcome in
      tell(outcome, inputs[index], &shared)
      status = max(status, outcome.status)
      strictWarnings += outcome.strictWarnings
      missingAssets.formUnion(outcome.missingAssets)
      for fault in outcome.typesettingFaults where !typesettingFaults.contains(fault) {
        typesettingFaults.append(fault)
      }
    }
    for fault in typesettingFaults {
      terminal.report("error: no formula and no chart can be set: \(fault)")
    }
    for asset in Page.Asset.allCases where missingAssets.contains(asset) {
      terminal.warn(
        "\(asset.description) is not installed, so pages show the source instead; "
          + "run Scripts/setup, or set LECTERN_ASSETS to the folder that holds \(asset.files[0])"
      )
    }
    if isStrict { strictWarnings += terminal.log.warnings }
    guard strictWarnings > 0 else { return status }
    let what =
      strictWarnings == 1 ? "1 warning is a failure" : "\(strictWarnings) warnings are failures"
    terminal.report("error: \(what), because strictness is asked for")
    return max(status, .failure)
  }

  /// Why nothing can be written as it is wanted, as far as that shows before anything is made.
  private func writingFault(_ inputs: [NotebookInput]) -> InputFault? {
    if FileManager.default.fileExists(atPath: outputFolder),
      (try? MarkdownFiles.isFolder(outputFolder)) != true
    {
      return InputFault(
        status: .inputOutput,
        message: "\(outputFolder): error: the pages need a folder, and this is none"
      )
    }
    if let depfile, let page = inputs.first?.page,
      PathKey(real: depfile) == PathKey(real: "\(outputFolder)/\(page)")
    {
      return InputFault(
        status: .usage,
        message: "\(depfile): error: the depfile would take the page's place"
      )
    }
    return nil
  }

  /// What is done with each notebook.
  func work(on selection: InputSelection, _ template: PageOptions.Template?) -> NotebookWork {
    let runner = NotebookRunner(options: runOptions)
    let typesetter = Typesetter(
      assets: URL(filePath: assets.source),
      store: runOptions.store,
      limit: runOptions.width
    )
    return NotebookWork(
      outputFolder: outputFolder,
      template: template,
      runsCells: runsCells,
      isStrict: isStrict,
      runner: runner,
      assets: assets,
      typesetting: typesetting,
      typesetter: typesetter,
      progress: terminal.progress,
      images: images,
      labels: LabelIndex(selection.labelled, runOptions.store, typesetter: typesetter),
      site: PageSite(
        selection.whole,
        others: selection.labelled,
        outputFolder: outputFolder,
        runOptions.store
      ),
      depfile: depfile,
      keepsSamePages: keepsSamePages,
      store: runOptions.store,
      pages: keptPages(runner, typesetter, template)
    )
  }

  /// What is known of earlier pages; `nil` where it is of no use: where results may only be read, and
  /// where it is to be written down what a page is made from, which must be found out.
  private func keptPages(
    _ runner: NotebookRunner,
    _ typesetter: Typesetter,
    _ template: PageOptions.Template?
  ) -> KeptPages? {
    guard let store = runOptions.store, !store.isFrozen, depfile == nil else { return nil }
    return KeptPages(
      store,
      runner: runsCells ? runner : nil,
      typesetter: typesetter,
      template: template,
      typesetting: typesetting,
      images: images
    )
  }

  func readTemplate() throws(InputFault) -> PageOptions.Template? {
    guard let templatePath else { return nil }
    guard FileManager.default.fileExists(atPath: templatePath) else {
      throw .missingTemplate(templatePath)
    }
    guard let data = FileManager.default.contents(atPath: templatePath),
      let text = String(validating: data, as: UTF8.self)
    else {
      throw InputFault(
        status: .inputOutput,
        message: "\(templatePath): error: the template cannot be read as UTF-8 text"
      )
    }
    return PageOptions.Template(text: text, path: templatePath)
  }

  private func tell(
    _ outcome: NotebookOutcome,
    _ input: NotebookInput,
    _ shared: inout SharedDiagnostics
  ) {
    let text = DiagnosticText(hasColor: terminal.hasColor)
    // What is wrong in a file that several notebooks share is said once.
    let path = outcome.sources.first?.path
    let new = outcome.diagnostics.filter { shared.isNew($0, with: path) }
    for diagnostic in new.limited {
      let source = outcome.sources.first { $0.path == diagnostic.path }
      if let finding = outcome.findings[diagnostic] {
        terminal.report(FindingText(hasColor: terminal.hasColor).text(finding, in: source))
      } else {
        terminal.report(text.text(diagnostic, in: source))
      }
    }
    if let page = outcome.page {
      let seconds = String(format: "%.2f", outcome.seconds)
      terminal.say("\(input.path) → \(page) (\(seconds) s)")
    } else if outcome.status == .failure, FileManager.default.fileExists(atPath: outcome.pagePath) {
      terminal.report("\(input.path): note: \(outcome.pagePath) is as it was")
    }
  }
}
