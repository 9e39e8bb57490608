import Foundation
import NotebookChecks
import NotebookExecution
import NotebookPages
import NotebookSyntax

/// What came of one notebook.
struct NotebookOutcome: Sendable {
  var status: ExitStatus
  /// The document, where it could be read.
  var source: SourceText?
  var diagnostics: [Diagnostic]
  /// Where its page belongs.
  var pagePath: String
  /// The page that was written; `nil` where none was.
  var page: String?
  var missingAssets: [Page.Asset] = []
  var seconds: Double
}

/// One notebook's way: bytes → notebook → transcript → checks → page → file.
struct NotebookWork: Sendable {
  var outputFolder: String
  var template: PageOptions.Template?
  var runsCells: Bool
  /// Runs the cells of all notebooks, so that together they keep to the number of jobs.
  var runner: NotebookRunner
  var assets: AssetFolder

  func outcome(of input: NotebookInput) async -> NotebookOutcome {
    let clock = ContinuousClock()
    let start = clock.now
    var outcome = NotebookOutcome(
      status: .success,
      diagnostics: [],
      pagePath: "\(outputFolder)/\(input.page)",
      seconds: 0
    )
    await make(input, &outcome)
    outcome.seconds = (clock.now - start) / .seconds(1)
    return outcome
  }

  private func make(_ input: NotebookInput, _ outcome: inout NotebookOutcome) async {
    guard let data = FileManager.default.contents(atPath: input.path) else {
      outcome.fail(.inputOutput, "cannot-read", "the notebook cannot be read", input.path)
      return
    }
    let source = SourceText(path: input.path, bytes: Array(data))
    outcome.source = source
    let notebook = NotebookParser.parse(source)
    outcome.diagnostics += notebook.diagnostics
    guard !notebook.hasErrors else {
      outcome.status = .failure
      return
    }
    var transcript = Transcript()
    if runsCells, !notebook.pieces.isEmpty {
      transcript = await runner.run(notebook)
      outcome.diagnostics += transcript.diagnostics
      let broken = PromiseCheck.findings(in: notebook, transcript)
      outcome.diagnostics += broken
      guard !transcript.hasErrors, broken.isEmpty, !Task.isCancelled else {
        outcome.status = .failure
        return
      }
    }
    let folder = URL(filePath: input.path).deletingLastPathComponent()
    let options = PageOptions(
      template: template,
      assetsPrefix: input.assetsPrefix,
      isRun: runsCells,
      hasPage: { link in
        // The page of a notebook beside this one lies beside this one's page.
        FileManager.default.fileExists(atPath: folder.appending(path: link).path)
      }
    )
    let page = PageRenderer(options: options).page(for: notebook, transcript: transcript)
    outcome.diagnostics += page.diagnostics
    guard !page.diagnostics.contains(where: { $0.severity == .error }) else {
      outcome.status = .failure
      return
    }
    do throws(PageFile.Fault) {
      outcome.missingAssets = try assets.copy(page.assets, to: outputFolder)
      outcome.diagnostics += try PageImages(notebook: source, page: outcome.pagePath)
        .copy(page.images)
      try PageFile.write(page.html, to: outcome.pagePath)
      outcome.page = outcome.pagePath
    } catch {
      outcome.fail(
        .inputOutput,
        "cannot-write",
        "the page cannot be written: \(error.message)",
        outcome.pagePath
      )
    }
  }
}

extension NotebookOutcome {
  fileprivate mutating func fail(
    _ status: ExitStatus,
    _ identifier: String,
    _ message: String,
    _ path: String
  ) {
    self.status = status
    diagnostics.append(Diagnostic(.error, identifier, message, path: path))
  }
}
