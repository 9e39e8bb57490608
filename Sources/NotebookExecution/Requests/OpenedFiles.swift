import Foundation
import NotebookTranscript
import ResultStore

/// The files that a program opened, each with what it held.
struct OpenedFiles: Sendable {
  typealias File = Transcript.OpenedFile

  /// Each file once; one whose content changed in between, once for each content.
  private(set) var files: [File] = []
  private var known: Set<File> = []

  mutating func add(_ file: File) {
    if known.insert(file).inserted { files.append(file) }
  }

  /// Whether all files are now as they were when they were opened.
  func areUnchanged(in folder: String) -> Bool {
    files.allSatisfy { $0 == File($0.path, in: folder) }
  }
}

extension Transcript.OpenedFile {
  /// A file as it is now.
  init(_ path: String, in folder: String) {
    let file = URL(filePath: path, relativeTo: URL(filePath: folder + "/")).path
    self.init(path: path, content: Fingerprint(at: file))
  }
}

extension Transcript.OpenedFile: TracedThing {
  /// The path.
  public var tracedName: String { path }

  /// Adds what it held, by its path.
  public func add(to parts: inout KeyParts) { parts.add(.file[path], content: content) }
}

extension KeyParts {
  mutating func add(_ files: some Sequence<OpenedFiles.File>) {
    for file in files { file.add(to: &self) }
  }
}
