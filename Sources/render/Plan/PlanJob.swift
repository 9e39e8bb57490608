import Files
import Foundation
import NotebookPages
import NotebookSyntax

/// Everything that one call of `render plan` does:
///
/// 1. Paths become ``NotebookInput``s.
/// 2. Each notebook is read, not run, and becomes a ``PlannedPage``.
/// 3. The pages become a build file's text (`NinjaPlan`).
/// 4. It is printed, or written together with the list of what it was made from (`Depfile`).
struct PlanJob: Sendable {
  var paths: [String]
  /// The folders that are rendered as a whole where `paths` name only a part of them.
  var roots: [String] = []
  var outputFolder: String
  var templatePath: String?
  var typesetting: TypesettingMode?
  var images: ImagePlacement?
  /// The options that every page is rendered with.
  var options: [String] = []
  /// Where results will be kept.
  var storeFolder: String?
  /// How many pages are made at once; `nil` leaves that to ninja.
  var jobs: Int?
  /// Where the plan is written; `nil` prints it.
  var file: String?
  var program = ThisProgram.path
  var assets = AssetFolder.standard
  var terminal: Terminal

  func run() -> ExitStatus {
    let selection = InputSelection(paths: paths, roots: roots, outputFolder: outputFolder)
    var faults = selection.faults
    if let templatePath, !FileManager.default.fileExists(atPath: templatePath) {
      faults.append(.missingTemplate(templatePath))
    }
    terminal.tell(selection.notes)
    // A plan without some of the pages would pass for the whole.
    guard faults.isEmpty else { return fail(faults) }
    let labels = LabelIndex(selection.labelled)
    let site = PageSite(selection.whole, others: selection.labelled, outputFolder: outputFolder)
    var pages: [PlannedPage] = []
    for input in selection.inputs {
      let page = PlannedPage(
        input,
        site: site,
        labels: labels,
        typesetting: typesetting,
        images: images
      )
      if let page {
        pages.append(page)
      } else {
        faults.append(.unreadable(input.path))
      }
    }
    guard faults.isEmpty else { return fail(faults) }
    do throws(NinjaPath.Fault) {
      let text = try plan(pages).text()
      guard let file else {
        terminal.writeOutput(text)
        return .success
      }
      return try write(text, to: file, madeFrom: pages, selection)
    } catch {
      return fail([InputFault(status: .failure, message: "\(error.path): error: \(error.message)")])
    }
  }

  private func plan(_ pages: [PlannedPage]) -> NinjaPlan {
    let scope = (roots.isEmpty ? paths : roots).map { "--root=" + $0 }
    let ownOptions =
      roots.map { "--root=" + $0 } + options + (jobs.map { ["--jobs=\($0)"] } ?? [])
    return NinjaPlan(
      pages: pages,
      render: [program] + scope + options + ["--jobs=1", "--quiet", "--if-changed"],
      jobs: jobs,
      common: (templatePath.map { [$0] } ?? []) + [program],
      outputFolder: outputFolder,
      assets: assets,
      ownFile: file.map { file in
        (file, [program, "plan"] + ownOptions + ["--quiet", "--file=" + file, "--"] + paths)
      }
    )
  }

  private func write(
    _ text: String,
    to file: String,
    madeFrom pages: [PlannedPage],
    _ selection: InputSelection
  ) throws(NinjaPath.Fault) -> ExitStatus {
    // Made later it would change a folder, as a notebook does that comes.
    if let storeFolder, pages.contains(where: \.keepsResults) {
      try? FileManager.default.createDirectory(
        atPath: storeFolder,
        withIntermediateDirectories: true
      )
    }
    let notebooks = selection.labelled.map(\.path)
    let files =
      pages.flatMap(\.origins.files) + notebooks + selection.watched
      + (templatePath.map { [$0] } ?? [])
    // What cannot be named has no page either.
    let names = files.filter { (try? NinjaPath($0)) != nil }
    let depfile = try Depfile(target: file, files: names + [program])
    do throws(WholeFile.Fault) {
      try WholeFile.update(Array(text.utf8), at: file)
      try WholeFile.update(depfile.bytes, at: file + ".d")
    } catch {
      return fail([.unwritable(file, error)])
    }
    let count = pages.count == 1 ? "1 page" : "\(pages.count) pages"
    terminal.say("\(count) → \(file)")
    return .success
  }

  private func fail(_ faults: [InputFault]) -> ExitStatus {
    for fault in faults { terminal.report(fault.message) }
    return faults.map(\.status).max() ?? .success
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
