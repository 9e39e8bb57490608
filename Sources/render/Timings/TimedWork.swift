import Files
import NotebookProject
import Timing

/// Work of which a user may ask how long it took.
struct TimedWork: Sendable {
  /// Whether a table is wanted.
  var showsTable: Bool
  /// Where a trace is wanted; `nil` for nowhere.
  var tracePath: String?
  var terminal: Terminal

  init(_ arguments: TimingArguments, on terminal: Terminal) {
    showsTable = arguments.timings
    tracePath = arguments.trace
    self.terminal = terminal
  }

  /// Does the work, and then tells what was measured.
  /// - Returns: what the work gives, or that the trace cannot be written.
  func run(_ work: () async -> JobStatus) async -> JobStatus {
    guard showsTable || tracePath != nil else { return await work() }
    let timeline = Timeline()
    let status = await timeline.recording(work)
    let elapsed = timeline.now
    let spans = timeline.spans
    if showsTable { terminal.report(TimingTable(spans, elapsed: elapsed).text) }
    guard let tracePath else { return status }
    do {
      try WholeFile.write(Array(ChromeTrace(spans).json), to: tracePath)
      return status
    } catch {
      let reason = (error as? WholeFile.Fault)?.message ?? "\(error)"
      terminal.report("\(tracePath): error: the trace cannot be written: \(reason)")
      return max(status, .inputOutput)
    }
  }
}
