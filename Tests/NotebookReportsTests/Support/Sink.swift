import NotebookReports
import Synchronization

/// Takes what reporters write.
final class Sink: Sendable {
  private let texts = Mutex((output: "", errors: ""))

  var written: (String, String) { texts.withLock { ($0.output, $0.errors) } }

  func reports(hasColor: Bool = false, isQuiet: Bool = false) -> ReportSink {
    ReportSink(
      writeOutput: { [self] text in texts.withLock { $0.output += text } },
      writeError: { [self] text in texts.withLock { $0.errors += text } },
      hasColor: hasColor,
      isQuiet: isQuiet
    )
  }
}
