import Files
import NotebookHTML

/// A page that was made for somebody who looks at it, and what to remember of that.
struct LiveMaking: Sendable {
  var page: LivePage
  /// What its cells showed; `nil` where they were not run, or failed.
  var run: EarlierRun?
  /// What it was made from.
  var read: PageRecord.Origins?
  /// What was read by others, so that it is not known what that held.
  var unread: [String] = []

  /// All that it was made from, as a watcher may tell of it.
  /// - Parameter begun: when the first of it was read, or before.
  func origins(since begun: Moment) -> LiveOrigins {
    func watched(_ dependencies: [FileDependency]) -> [WatchedFile] {
      dependencies.map(WatchedFile.init)
    }
    return LiveOrigins(
      begun: begun,
      watched: watched(page.outcome.dependencies),
      source: page.source ?? [],
      read: read,
      unread: watched(unread.map { FileDependency(path: $0, use: .content) })
    )
  }
}

extension NotebookWork {
  /// Makes a page for somebody who looks at it. It is not written, but for what belongs beside it.
  func livePage(of input: NotebookInput) async -> LiveMaking {
    let clock = ContinuousClock()
    let start = clock.now
    var making = await progress.following(input.path) { line in
      await noting(input).livePage(of: input, line)
    }
    making.page.outcome.seconds = (clock.now - start) / .seconds(1)
    return making
  }

  /// - Precondition: `files` takes notes for this page.
  private func livePage(of input: NotebookInput, _ progress: ProgressLine) async -> LiveMaking {
    let path = pagePath(of: input)
    guard let document = ReadDocument(input, in: files) else {
      let outcome = NotebookOutcome(of: input, pagePath: path, isStrict: isStrict)
      return LiveMaking(page: LivePage(outcome: outcome))
    }
    let others = OtherPages(of: input, labels, site, files)
    let (laidOut, result) = await layOut(document, input, others, progress)
    let written = place(laidOut.page.assets, laidOut.links.files, beside: path)
    let outcome = result.with(written).with(files.dependencies)
    let run = laidOut.checked.run
    // What failed shows nothing, and is worth less than what was there.
    let shown = run.transcript.flatMap { transcript in
      transcript.hasErrors ? nil : EarlierRun(run.parsed.notebook, transcript)
    }
    let making = LiveMaking(
      page: LivePage(outcome: outcome, laidOut, isFinished: true),
      run: shown,
      read: outcome.status == .success ? origins(of: laidOut, others) : nil,
      unread: laidOut.checked.transcript.packageFiles
    )
    Self.free(laidOut)
    return making
  }
}
