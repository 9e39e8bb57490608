import Documents
import Foundation
import NotebookSyntax
import NotebookTranscript
import ResultStore
import Synchronization

@testable import NotebookExecution

/// A notebook that is run again and again with one store, and tells in a file what it computes.
final class StoreTrial: Sendable {
  let folder: String
  let troubles = Mutex<[String]>([])
  private let runs = Mutex(0)

  init() throws {
    folder = try Trial.makeFolder().resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The cell by which the others tell what they do.
  static let telling = """
    ```swift
    import Foundation
    func tell(_ word: String) {
      guard let log = fopen("log", "a") else { return }
      fputs(word + "\\n", log)
      fclose(log)
    }
    ```

    """

  /// Runs cells.
  ///
  /// - Parameters:
  ///   - cells: their code.
  ///   - isNew: whether a cell that is never the same is put after them, so that the program runs.
  /// - Returns: what was told, and the transcript.
  @discardableResult
  func run(
    _ cells: String...,
    isNew: Bool = true,
    reads: Bool = true,
    path: String = "notebook.md",
    change: (inout RunOptions) -> Void = { _ in }
  ) async -> (told: [String], transcript: Transcript) {
    var text = Self.telling + cells.map { "```swift\n\($0)\n```\n\n" }.joined()
    if isNew { text += "```swift\nlet later = \(runs.withLock { $0 += 1; return $0 })\n```\n" }
    return await run(text: text, reads: reads, path: path, change: change)
  }

  @discardableResult
  func run(
    text: String,
    reads: Bool = true,
    path: String = "notebook.md",
    change: (inout RunOptions) -> Void = { _ in }
  ) async -> (told: [String], transcript: Transcript) {
    let store = ResultStore(folder: folder + "/store", limit: 1 << 30) { [self] trouble in
      troubles.withLock { $0.append("\(trouble)") }
    }
    var options = RunOptions(
      store: StoreUse(store, reads: reads),
      workingFolder: folder,
      temporaryFolder: folder
    )
    change(&options)
    let notebook = NotebookParser.parse(SourceText(path: folder + "/" + path, text: text))
    let transcript = await NotebookRunner(options: options).run(notebook)
    let log = folder + "/log"
    let told = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    try? FileManager.default.removeItem(atPath: log)
    return (told.split(separator: "\n").map(String.init), transcript)
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
  }

  /// The files in which results are kept.
  var entries: [String] {
    let objects = folder + "/store/objects"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: objects)) ?? []
    return names.filter { $0.contains("/") }.map { objects + "/" + $0 }
  }
}

extension Transcript {
  /// What was printed and shown, piece by piece.
  var shown: [String] {
    records.sorted { $0.key < $1.key }.map(\.value.plainText).filter { !$0.isEmpty }
  }

  var messages: [String] { diagnostics.map(\.message) }
}
