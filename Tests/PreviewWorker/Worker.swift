import Foundation
import NotebookExecution
import NotebookPreview
import NotebookProject
import ResultStore

/// A preview for tests, in a process of its own, where nothing else needs its threads: it tells in lines what it
/// does, and ends by SIGTERM.
///
///     previewworker PATH STORE HOST PORT [EDITOR]
@main
enum Worker {
  static func main() async {
    let words = CommandLine.arguments.dropFirst().map(\.self)
    guard words.count >= 4, let host = ListeningHost(words[2]), let port = UInt16(words[3]) else {
      return tell("ended usage")
    }
    var rendering = RenderJob(paths: [words[0]], outputFolder: "")
    rendering.runOptions = RunOptions(
      package: .around,
      store: StoreUse(ResultStore(folder: words[1], limit: 1 << 28) { _ in })
    )
    var job = PreviewJob(rendering: rendering)
    job.host = host
    job.port = port
    job.editor = words.count > 4 ? EditorCommand(words[4]) : nil
    let running = Task { [job] in await job.run { tell(line(on: $0)) } }
    signal(SIGTERM, SIG_IGN)
    let ending = DispatchSource.makeSignalSource(signal: SIGTERM)
    ending.setEventHandler { running.cancel() }
    ending.activate()
    tell("ended \(await running.value)")
    ending.cancel()
  }

  private static func line(on event: PreviewJob.Event) -> String {
    switch event {
    case .serving(let address): "serving \(address)"
    case .fault(let fault): "fault \(fault.message)"
    case .note(let note): "note \(note.message)"
    case .project(let diagnostic, _): "project \(diagnostic.message)"
    case .outcome(let outcome): "\(outcome.status) \(outcome.path)"
    case .pointed(let path, let line): "pointed \(path):\(line)"
    case .minorFault(let text): "trouble \(text)"
    }
  }

  private static func tell(_ line: String) {
    FileHandle.standardOutput.write(Data((line.replacing("\n", with: " ") + "\n").utf8))
  }
}
