import NotebookProject
import Processes

/// Making pages.
extension Preview {
  /// Begins to make stale pages that somebody looks at, as many as are made side by side.
  func makeStalePages(asked: String? = nil) {
    let wanted = lastLooked.reversed().filter { page in
      stale.contains(page) && makings[page] == nil
        && (followers[page] != nil || waiting[page] != nil || page == asked)
    }
    for page in wanted.prefix(max(0, width - makings.count)) { make(page) }
  }

  private func make(_ page: String) {
    stale.remove(page)
    count += 1
    let number = count
    let task = Task(executorPreference: WaitingThreads.shared) { [pages] in
      let made = await pages.make(page) { early in
        Task { await self.take(early: early, of: page, number) }
      } telling: { phase, line in
        Task { await self.hear(phase, line, of: page, number) }
      }
      await self.finish(page, number, made, wasCancelled: Task.isCancelled)
      if let fault = await pages.sandboxFault { await self.tellOnce(fault) }
    }
    makings[page] = Making(number: number, task: task)
  }

  private func tellOnce(_ fault: String) {
    if !hasToldOfSandbox { tell(.withoutSandbox(fault)) }
    hasToldOfSandbox = true
  }

  private func take(early: LivePage, of page: String, _ number: Int) {
    guard makings[page]?.number == number, makings[page]?.task.isCancelled == false else { return }
    show(early, on: page)
    update(page) { $0.activity = $0.activity ?? "compiling" }
  }

  private func hear(_ phase: ProgressPhase, _ line: Int?, of page: String, _ number: Int) {
    guard makings[page]?.number == number else { return }
    let isFirst = makings[page]?.progress == nil
    makings[page]?.progress = (phase, line)
    // Many cells may run in an instant, and only the last of them matters.
    guard isFirst else { return }
    Task {
      try await Task.sleep(for: .milliseconds(50))
      showProgress(of: page, number)
    }
  }

  private func showProgress(of page: String, _ number: Int) {
    guard makings[page]?.number == number, let (phase, line) = makings[page]?.progress else {
      return
    }
    makings[page]?.progress = nil
    update(page) { state in
      state.activity = phase.text
      state.line = line
    }
  }

  private func finish(
    _ page: String,
    _ number: Int,
    _ made: LivePage?,
    wasCancelled: Bool
  ) async {
    guard let making = makings[page], making.number == number else { return }
    makings[page] = nil
    if !wasCancelled {
      if let made {
        show(made, on: page)
        tell(.made(made))
      } else {
        showAbsence(of: page)
      }
    }
    ended[page] = .now
    if making.isOutdated || wasCancelled {
      stale.insert(page)
    } else if await hasChanged(page, since: making) {
      makeLater(page)
    }
    makeStalePages()
    await watchFolders()
  }

  /// Whether a page that was just made would be another one now.
  private func hasChanged(_ page: String, since making: Making) async -> Bool {
    guard !making.changes.isEmpty else { return false }
    if !making.isDoubtful, await !pages.mayShow(making.changes, page) { return false }
    return await !pages.isCurrent(page, after: making.changes)
  }

  private func show(_ made: LivePage, on page: String) {
    for message in shown[page]?.take(made) ?? [] { send(message, to: page) }
    endWaiting(for: page)
  }

  private func showAbsence(of page: String) {
    let fault = PageFault(
      severity: "error",
      text: "there is no notebook for this page any more: it was renamed or removed"
    )
    for message in shown[page]?.take(faults: [fault]) ?? [] { send(message, to: page) }
    update(page) { $0.activity = nil }
    endWaiting(for: page)
  }

  private func update(_ page: String, _ change: (inout PageState) -> Void) {
    guard var state = shown[page]?.state else { return }
    change(&state)
    for message in shown[page]?.take(state: state) ?? [] { send(message, to: page) }
  }

  func somethingShown(on page: String) async {
    await withCheckedContinuation { waiting[page, default: []].append($0) }
  }

  private func endWaiting(for page: String) {
    for continuation in waiting.removeValue(forKey: page) ?? [] { continuation.resume() }
  }
}
