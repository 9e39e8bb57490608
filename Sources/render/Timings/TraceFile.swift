import Files
import Timing

/// The file that a trace is written to, whole or not at all.
struct TraceFile: Sendable {
  let path: String

  func write(_ trace: ChromeTrace) throws {
    try WholeFile.write(Array(trace.json), to: path)
  }
}
