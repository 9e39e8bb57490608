import Foundation
import NotebookProject

extension CleanJob {
  /// Forgets the results, and tells what came of it.
  func run(on terminal: Terminal) -> JobStatus {
    run { event in
      switch event {
      case .fault(let fault): terminal.report(fault.message)
      case .trouble(let message): terminal.report("error: \(message)")
      case .nothing(let folder): terminal.say("there are no results in \(folder)")
      case .forgot(let count, let bytes, let folder):
        let noun = count == 1 ? "result" : "results"
        let megabytes = String(format: "%.1f", Double(bytes) / 1e6)
        terminal.say("forgot \(count) \(noun), \(megabytes) MB, in \(folder)")
      }
    }
  }
}
