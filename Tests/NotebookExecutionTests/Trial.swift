import Documents
import Foundation
import NotebookExecution
import NotebookSyntax
import NotebookTranscript

/// A notebook that a test runs in a temporary folder of its own.
struct Trial {
  let transcript: Transcript
  let dump: String
  /// What is still in the temporary folder when the run is over.
  let leftFiles: [String]

  init(
    _ text: String,
    path: String = "notebook.md",
    timeout: Duration = .seconds(30),
    compilerTimeout: Duration = .seconds(120),
    memoryLimit: Int = 4 << 30,
    outputLimit: Int = 16 << 20,
    libraries: NotebookLibraries = NotebookLibraries(modules: [:]),
    compiler: String? = nil
  ) async throws {
    let folder = try Self.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let options = RunOptions(
      timeout: timeout,
      compilerTimeout: compilerTimeout,
      memoryLimit: memoryLimit,
      outputLimit: outputLimit,
      libraries: libraries,
      compiler: compiler,
      workingFolder: NSTemporaryDirectory(),
      temporaryFolder: folder.path
    )
    let notebook = NotebookParser.parse(SourceText(path: path, text: text))
    transcript = await NotebookRunner(options: options).run(notebook)
    dump = TranscriptDump(transcript, of: notebook).text
    leftFiles = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "trial-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The command lines of living processes that name something; none where the system does not tell.
  static func processes(naming word: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil }.compactMap { name in
      guard let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") else {
        return nil
      }
      let text = String(decoding: line, as: UTF8.self).replacing("\0", with: " ")
      return text.contains(word) && !text.contains("swift") ? text : nil
    }
  }
}
