import Documents
import Foundation

/// Ends the program where a law does not hold, so that libFuzzer keeps the input.
func hold(_ isKept: Bool, _ law: @autoclosure () -> String) {
  guard !isKept else { return }
  FileHandle.standardError.write(Data("broken law: \(law())\n".utf8))
  abort()
}

/// Holds a range to be within a text.
func holdInside(_ range: Range<Int>, _ source: SourceText, _ what: @autoclosure () -> String) {
  hold(
    source.contentStart <= range.lowerBound && range.upperBound <= source.contentEnd,
    "\(what()) is at \(range), outside of \(source.contentStart)..<\(source.contentEnd)"
  )
}

/// Holds all diagnostics to have places in the text, and a line of words.
func hold(_ diagnostics: [Diagnostic], in source: SourceText) {
  for diagnostic in diagnostics {
    hold(!diagnostic.message.isEmpty, "a message says something")
    for place in [diagnostic.start, diagnostic.end].compactMap(\.self) {
      hold(
        (1...source.lineStarts.count).contains(place.line) && place.column >= 1,
        "'\(diagnostic.message)' stands at a line of the text"
      )
    }
    hold(
      !diagnostic.message.contains("\n"),
      "a message is one line: \(diagnostic.message.debugDescription)"
    )
  }
}

/// Holds some work to take a time that grows with its input and not faster.
///
/// It is done for a text and for eight times that text. Up to five times the proportion may be chance, and what
/// takes less than a fiftieth of a second is not looked at.
func holdLinear(_ text: [UInt8], between: [UInt8] = Array("\n\n".utf8), _ work: ([UInt8]) -> Void) {
  guard text.count >= 64 else { return }
  let long = Array(Array(repeating: text, count: 8).joined(separator: between))
  func time(_ text: [UInt8]) -> UInt64 {
    let start = threadTime()
    work(text)
    return threadTime() - start
  }
  guard time(long) > 20_000_000 else { return }
  let (once, often) = (
    (0..<3).map { _ in time(text) }.min() ?? 0, (0..<3).map { _ in time(long) }.min() ?? 0
  )
  hold(
    often < 40 * max(once, 1_000_000),
    "the time grows with the input: \(once) ns, eight of it \(often) ns"
  )
}

/// The time that this thread has used, in nanoseconds.
private func threadTime() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
