import Synchronization
import TestSupport

@testable import render

/// Takes what is written.
final class Sink: Sendable {
  private let texts = Mutex((output: "", errors: ""))

  var written: (String, String) { texts.withLock { ($0.output, $0.errors) } }

  func terminal(hasColor: Bool = false, isQuiet: Bool = false) -> Terminal {
    Terminal(
      writeOutput: { [self] text in texts.withLock { $0.output += text } },
      writeBytes: { [self] bytes in
        texts.withLock { $0.output += String(decoding: bytes, as: UTF8.self) }
      },
      writeError: { [self] text in texts.withLock { $0.errors += text } },
      hasColor: hasColor,
      isQuiet: isQuiet
    )
  }

  /// What is written, without the times and with paths relative to a folder.
  func written(in folder: ScratchFolder) -> (output: String, errors: String) {
    let (output, errors) = written
    let untimed = folder.relative(output)
      .replacing(/\ \(\d+\.\d\d s\)$/.anchorsMatchLineEndings(), with: "")
    return (untimed, folder.relative(errors))
  }
}
