import NotebookChecks

/// What became of a promise.
enum PromiseStatus: String, Sendable, Codable {
  case kept, broken
  /// It is broken, and known to be.
  case known
  /// Nobody knows, because something else is wrong with the document.
  case unchecked
}

extension DocumentReport {
  /// Every promise with what became of it, in the order of the source.
  var promiseStatuses: [(promise: Promise, status: PromiseStatus)] {
    let broken = Set(findings.map(\.promise))
    let known = Set(knownFindings.map(\.promise))
    return promises.map { promise in
      (
        promise,
        broken.contains(promise)
          ? .broken
          : known.contains(promise) ? .known : unchecked.contains(promise) ? .unchecked : .kept
      )
    }
  }

  /// Whether something is wrong besides promises.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
